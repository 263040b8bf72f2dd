import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { languageFolder } from '../words/languages.ts';

const folder = join(languageFolder, 'corpus');
const Value = z.union([z.string(), z.number()]);
const State = z.looseObject({
  invoice: z.string().optional(),
  line: z.number().optional(),
  case: z.string().optional(),
  listed: z.array(z.string()).optional(),
  pending: z.string().optional(),
  asked: z.string().optional(),
  last_intent: z.string().optional(),
  claimed_qty: z.number().optional(),
});
const LabelledMessage = z.strictObject({
  text: z.string().min(1),
  side: z.enum(['customer', 'rep']),
  language: z.string().length(2),
  context: z.array(z.object({ role: z.enum(['user', 'assistant']), text: z.string() })).optional(),
  state: State.optional(),
  today: z.string().optional(),
  intents: z.array(z.string()).min(1),
  slots: z.record(z.string(), z.union([Value, z.array(Value)])).default({}),
});

/** One labelled message of the corpus; LABELS.md says what the labels mean. */
export type LabelledMessage = z.infer<typeof LabelledMessage> & { readonly author: string };

const Split = z.strictObject({ measure: z.array(z.string()) });

/** Numbers of the authors whose messages only measure. */
const measuring = new Set(
  Split.parse(JSON.parse(readFileSync(join(folder, 'authors.json'), 'utf8'))).measure,
);

export const isMeasuring = ({ author }: LabelledMessage): boolean =>
  measuring.has(author.slice(0, author.indexOf('-')));

/** Every labelled message; throws with file and line at the first that is not as LABELS.md says. */
export function readCorpus(): LabelledMessage[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => messagesOf(name, readFileSync(join(folder, name), 'utf8')));
}

/** The messages of one author's file, one a line. */
export function messagesOf(name: string, content: string): LabelledMessage[] {
  const author = name.slice(0, -'.jsonl'.length);
  return content.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const found = LabelledMessage.safeParse(jsonIn(line));
    if (!found.success)
      throw new Error(
        `${name}, line ${index + 1}: ${found.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()).join('; ')}`,
      );
    return [{ author, ...found.data }];
  });
}

/** What the line says; undefined, which is no message, when it is not JSON. */
function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
