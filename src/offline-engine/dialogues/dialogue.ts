import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import * as z from 'zod';

const Input = z.record(z.string(), z.unknown());
const Turn = z
  .strictObject({
    say: z.string(),
    /** Tools used, in any order; where the input matters, with the input. */
    tools: z.array(z.union([z.string(), z.record(z.string(), Input)])).optional(),
    words: z.array(z.string()),
    absent: z.array(z.string()).default([]),
    question: z.string().optional(),
    language: z.string().optional(),
    /** How much is written after this turn. */
    writes: z.number().optional(),
    /** The engine is known to read this turn wrongly; the dialogue goes on as if it had been answered as wanted. */
    misread: z.literal(true).optional(),
  })
  .refine(({ misread, tools }) => !misread || tools?.every((call) => typeof call !== 'string'), {
    error: 'A misread turn names its tools with their inputs: they are used in its place.',
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
export type Turn = Dialogue['turns'][number];

const folder = new URL('./', import.meta.url);

/** Throws on a file that has not the form of a dialogue. */
export const readDialogue = (file: URL | string): Dialogue =>
  Dialogue.parse(parse(readFileSync(file, 'utf8')));

export const dialogues: readonly Dialogue[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => readDialogue(new URL(name, folder)));

/** The sentence vectors of what is said in the dialogues: the embedder itself would take longer than all the rest. */
export const vectorsFile = fileURLToPath(new URL('vectors.bin', folder));

/** Everything that is said in dialogues. */
export const saidInDialogues = (all: readonly Dialogue[] = dialogues): string[] =>
  all.flatMap(({ seed, turns }) => [
    ...seed.flatMap((step) => ('user' in step ? [step.user] : [])),
    ...turns.map(({ say }) => say),
  ]);
