import { createInterface } from 'node:readline';
import * as z from 'zod';
import { localEmbedder } from '#models/embedding/local-embedder.ts';
import { understand } from '#offline-engine/understand.ts';
import { type Command, WrongUsage } from './command.ts';

const optional = <S extends z.ZodType>(schema: S) =>
  schema.nullish().transform((value) => value ?? undefined);
/** A line of input; what is not known of the place may be left out or null. */
const Line = z.object({
  text: z.string(),
  side: z.enum(['customer', 'rep']).default('customer'),
  context: optional(z.array(z.object({ role: z.enum(['user', 'assistant']), text: z.string() }))),
  state: optional(
    z.object({
      invoice: optional(z.string()),
      line: optional(z.coerce.number()),
      case: optional(z.string()),
      listed: optional(z.array(z.coerce.string())),
      pending: optional(z.string()),
      asked: optional(z.string()),
      last_intent: optional(z.string()),
      claimed_qty: optional(z.coerce.number()),
    }),
  ),
  today: optional(z.iso.date()),
});

export const understandCommand: Command = {
  summary: 'Shows how the offline engine reads messages: intents, values, confidence, language',
  usage: 'understand --jsonl [--words-only]',
  example: `understand --jsonl <<< '{"text": "only 9 of the 12 bags came, inv 30418", "side": "customer"}'`,
  options: { jsonl: { type: 'boolean' }, 'words-only': { type: 'boolean' } },
  explains: {
    jsonl:
      'Reads {text, side, context?, state?, today?} a line on standard input, writes {intents, slots, confidence, language} a line',
    'words-only': 'Reads by words alone, as the service does while its sentence embedder is not ready',
  },
  exitCodes: {
    0: 'every line was read',
    1: 'a line could not be read; its answer says why',
    2: 'called wrongly',
  },
  async run({ values }) {
    if (values.jsonl !== true)
      throw new WrongUsage('Say --jsonl and write one JSON object a line on standard input.');
    const embedder = values['words-only'] === true ? undefined : localEmbedder();
    let isFaulty = false;
    for await (const line of createInterface({ input: process.stdin })) {
      if (line.trim() === '') continue;
      const question = lineOf(line);
      if ('error' in question) isFaulty = true;
      const answer = 'error' in question ? question : await read(question, embedder);
      process.stdout.write(`${JSON.stringify(answer)}\n`);
    }
    await embedder?.close();
    return isFaulty ? 1 : 0;
  },
};

function lineOf(line: string): z.infer<typeof Line> | { readonly error: string } {
  let written: unknown;
  try {
    written = JSON.parse(line);
  } catch {
    return { error: 'This line is not JSON. Write one object a line: {"text": "…", "side": "customer"}.' };
  }
  const found = Line.safeParse(written);
  if (found.success) return found.data;
  return { error: found.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') };
}

async function read(question: z.infer<typeof Line>, embedder: ReturnType<typeof localEmbedder> | undefined) {
  const vectors = new Map<string, Float32Array>();
  if (embedder && question.text.trim() !== '') {
    const [vector = []] = await embedder.embed([question.text]);
    vectors.set(question.text, Float32Array.from(vector));
  }
  return understand({ ...question, vectorOf: (text) => vectors.get(text) });
}
