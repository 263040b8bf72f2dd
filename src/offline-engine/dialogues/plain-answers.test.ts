import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { type Answered, conversation } from './conversation.ts';

const folder = new URL('./plain-answers/', import.meta.url);
const Asked = z.strictObject({
  asks: z.string(),
  /** What was said before the question. */
  after: z.array(z.string()),
  side: z.enum(['customer', 'rep']).default('customer'),
  /** The case that is open beside a rep's chat. */
  case: z.string().optional(),
  /** For each outcome the answers that must come to it. */
  answers: z.record(z.string(), z.array(z.string())),
});
const asked = readdirSync(folder).flatMap((name) =>
  z.array(Asked).parse(parse(readFileSync(new URL(name, folder), 'utf8'))),
);

const Item = z.object({
  line: z.number(),
  disputedQuantity: z.string().optional(),
  receivedQuantity: z.string().optional(),
  expectedUnitPrice: z.string().optional(),
});
const Input = z.object({
  items: z.array(Item).optional(),
  note: z.string().optional(),
  invoiceNumber: z.string().optional(),
  caseNumber: z.string().optional(),
});

const shown = ({
  line,
  disputedQuantity,
  receivedQuantity,
  expectedUnitPrice,
}: z.infer<typeof Item>): string =>
  disputedQuantity !== undefined
    ? `${line}×${disputedQuantity}`
    : receivedQuantity !== undefined
      ? `${line} got ${receivedQuantity}`
      : `${line} at ${expectedUnitPrice}`;

/** What was understood, in few words: what is read back or looked at, and what is asked then. */
function outcomeOf({ calls, question }: Answered): string {
  const done = calls.flatMap(({ tool, input }) => {
    const { items = [], note, invoiceNumber, caseNumber } = Input.parse(input);
    if (tool === 'open_dispute') return items.map(shown);
    if (tool === 'add_case_note') return note === undefined ? [] : ['note'];
    if (tool.startsWith('propose_')) return [tool];
    return [invoiceNumber ?? caseNumber ?? []].flat();
  });
  return [...done, `?${question === 'more' ? 'none' : (question ?? 'none')}`].join(' ');
}

describe.each(asked)('asked for $asks after $after', ({ asks, after, side, case: openCase, answers }) => {
  it.each(
    Object.entries(answers).flatMap(([outcome, texts]) => texts.map((text) => [text, outcome] as const)),
  )('"%s" comes to %s', async (text, wanted) => {
    const talk = conversation(side, openCase ? { openCase } : {});
    let question: unknown;
    for (const said of after) ({ question } = await talk.say(said));
    expect(question ?? 'none').toBe(asks);
    const answer = await talk.say(text);
    const [outcome, count = ''] = wanted.split(' of ');
    expect(outcomeOf(answer), answer.text).toBe(outcome);
    expect(answer.text).toContain(count);
    expect(answer.writes).toBe(0);
  });
});
