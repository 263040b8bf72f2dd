import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { readsAsYes } from '../reading.ts';
import { conversation } from './conversation.ts';
import { type Dialogue, dialogues } from './dialogue.ts';

const said = dialogues.flatMap(({ side, turns }) => (side === 'customer' ? turns.map(({ say }) => say) : []));
const repSaid = dialogues.flatMap(({ side, turns }) => (side === 'rep' ? turns.map(({ say }) => say) : []));
const replies = [
  'yes',
  'ok',
  'no',
  'line 1',
  '3',
  'never mind',
  'no, 5',
  'all of them',
  "I don't know",
  'sí',
  'ja bitte',
  'thanks',
  'yes but not now',
  'the second one',
  'wrong price',
];
const claims = [
  'Only 100 crates arrived, I want a credit',
  '20 crates never turned up',
  'INV-30097 was billed twice',
  '3 cans of epoxy resin on INV-30120 were leaking',
  'freight on INV-30112 should be free',
];
export const anything = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...said) },
  { weight: 6, arbitrary: fc.constantFrom(...replies) },
  { weight: 1, arbitrary: fc.string({ maxLength: 80 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
);
const residue = /\{[\w?*#/:|.]+\}|undefined|\[object|NaN/;

/** What customers write: often a claim and what comes after it, else anything. */
const customerTalks = fc
  .array(
    fc.oneof(
      anything.map((message) => [message]),
      fc.tuple(fc.constantFrom(...claims), fc.constantFrom(...replies)),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.flat().filter((message) => message.trim() !== ''));
const repTalks = fc.array(fc.oneof(fc.constantFrom(...repSaid), fc.constantFrom(...replies)), {
  minLength: 1,
  maxLength: 6,
});

/** Conversations as lists of what one side writes. */
export const talks = { customer: customerTalks, rep: repTalks } as const;

export type Held = {
  readonly turns: number;
  readonly writes: number;
  /** What went wrong, each as a sentence with the message it began with. */
  readonly faults: readonly string[];
};

const focus = { customer: { openInvoice: 'INV-20418' }, rep: { openCase: 'CASE-1042' } } as const;

/** Holds a conversation: no throw, no loop of tools, no residue of a template, no write without a yes to its words, no rep's tool for a customer. */
export async function hold(side: Dialogue['side'], messages: readonly string[]): Promise<Held> {
  const talk = conversation(side, focus[side]);
  const faults: string[] = [];
  let turns = 0;
  for (const message of messages) {
    turns++;
    try {
      const { text, calls } = await talk.say(message);
      if (text === '') faults.push(`"${message}" is not answered (a loop of tools).`);
      if (!residue.test(message) && residue.test(text)) faults.push(`"${message}" is answered "${text}".`);
      if (side === 'customer' && calls.some(({ tool }) => tool.startsWith('propose_')))
        faults.push(`"${message}" reaches a tool of reps.`);
    } catch (error) {
      faults.push(`"${message}" throws ${String(error)}.`);
      break;
    }
  }
  if (side === 'customer')
    for (const { after, tool } of talk.world.writes)
      if (!readsAsYes(after)) faults.push(`"${after}" made ${tool}, and is no yes.`);
  return { turns, writes: talk.world.writes.length, faults };
}

/** Whether the same conversation goes the same way twice. */
export async function isRepeatable(side: Dialogue['side'], messages: readonly string[]): Promise<boolean> {
  const [first, second] = [conversation(side, focus[side]), conversation(side, focus[side])];
  for (const message of messages)
    if (!isDeepStrictEqual(await first.say(message), await second.say(message))) return false;
  return isDeepStrictEqual(first.messages, second.messages);
}
