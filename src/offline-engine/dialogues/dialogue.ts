import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateText, isStepCount, type ModelMessage } from 'ai';
import { parse } from 'yaml';
import * as z from 'zod';
import { vectorsIn } from '../learning/stored-vectors.ts';
import { contextLines, offlineModel } from '../model.ts';
import { world } from './world.ts';

const Input = z.record(z.string(), z.unknown());
const Turn = z.strictObject({
  say: z.string(),
  /** Tools used, in any order; where the input matters, with the input. */
  tools: z.array(z.union([z.string(), z.record(z.string(), Input)])).optional(),
  words: z.array(z.string()),
  absent: z.array(z.string()).default([]),
  question: z.string().optional(),
  language: z.string().optional(),
  /** How much is written after this turn. */
  writes: z.number().optional(),
});
const Seed = z.union([
  z.strictObject({ user: z.string() }),
  z.strictObject({ assistant: z.string() }),
  z.strictObject({ tool: z.string(), input: Input, result: z.unknown().optional() }),
]);
const Dialogue = z.strictObject({
  name: z.string(),
  side: z.enum(['customer', 'rep']),
  context: z
    .strictObject({
      openInvoice: z.string().optional(),
      openCase: z.string().optional(),
      language: z.string().optional(),
    })
    .default({}),
  seed: z.array(Seed).default([]),
  turns: z.array(Turn),
});
export type Dialogue = z.infer<typeof Dialogue>;

const folder = new URL('./', import.meta.url);
export const dialogues: readonly Dialogue[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => Dialogue.parse(parse(readFileSync(new URL(name, folder), 'utf8'))));

export const today = '2026-11-21';
/** The sentence vectors of what is said in the dialogues: the embedder itself would take longer than all the rest. */
export const vectorsFile = fileURLToPath(new URL('vectors.bin', folder));
const vectorOf = vectorsIn(vectorsFile);
const model = offlineModel({
  today: () => today,
  meaningsOf: async (texts) =>
    new Map(
      texts.flatMap((text) => {
        const vector = vectorOf(text);
        return vector ? [[text, vector] as const] : [];
      }),
    ),
});

/** Everything that is said in the dialogues. */
export const saidInDialogues = (): string[] =>
  dialogues.flatMap(({ seed, turns }) => [
    ...seed.flatMap((step) => ('user' in step ? [step.user] : [])),
    ...turns.map(({ say }) => say),
  ]);

export type Answered = {
  readonly text: string;
  readonly calls: readonly { readonly tool: string; readonly input: unknown }[];
  readonly language: unknown;
  readonly question: unknown;
  readonly writes: number;
};

/** A conversation with the real model over a world of its own; each turn is sent with the whole history. */
export function conversation(
  side: Dialogue['side'],
  context: {
    openInvoice?: string | undefined;
    openCase?: string | undefined;
    language?: string | undefined;
  } = {},
) {
  const { tools, writes, wrote, seeded } = world();
  const messages: ModelMessage[] = [];
  const { openInvoice, openCase, language } = context;
  const instructions = contextLines({
    today,
    ...(openInvoice ? { openInvoice } : {}),
    ...(openCase ? { openCase } : {}),
    ...(language ? { language } : {}),
  });
  const settings = { model, instructions, stopWhen: isStepCount(8) };
  return {
    messages,
    writes,
    world: { seeded, wrote },
    async say(text: string): Promise<Answered> {
      wrote(text);
      messages.push({ role: 'user', content: text });
      const result =
        side === 'rep'
          ? await generateText({ ...settings, messages, tools: tools.rep })
          : await generateText({ ...settings, messages, tools: tools.customer });
      messages.push(...result.responseMessages);
      const offline = result.providerMetadata?.offline;
      return {
        text: result.text,
        calls: result.steps.flatMap(({ toolCalls }) =>
          toolCalls.map(({ toolName, input }) => ({ tool: toolName, input })),
        ),
        language: offline?.language,
        question: offline?.question,
        writes: writes.length,
      };
    },
  };
}
