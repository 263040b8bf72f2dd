import { describe, expect, it } from 'vitest';
import { missesOf } from './as-told.ts';
import { faultsOf } from './as-written.ts';
import type { Answered } from './conversation.ts';
import type { Turn } from './dialogue.ts';

const turn: Turn = {
  say: '3 face shields were cracked',
  tools: [{ open_dispute: { invoiceNumber: 'INV-30071', reason: 'DAMAGED_GOODS', items: [{ line: 2 }] } }],
  words: ['1. INV-30071', '£1,040.32', 'Shall I open the case?'],
  absent: ['sorry'],
  writes: 0,
};
const call = {
  tool: 'open_dispute',
  input: { items: [{ line: 2 }], invoiceNumber: '30071', reason: 'DAMAGED_GOODS', note: 'cracked' },
};
const answer: Answered = {
  text: 'So three of them on INV-30071, EUR 1.040,32. OK?',
  calls: [{ tool: 'get_invoice', input: { invoiceNumber: '30071' } }, call],
  language: undefined,
  question: undefined,
  writes: 0,
};

describe('an answer in free words', () => {
  it('is right when it tells every number and uses the wanted tools, whatever else it looks up', () => {
    expect(missesOf(turn, answer)).toEqual([]);
    expect(faultsOf(turn, answer)).not.toEqual([]);
  });

  it.each([
    ['another sum', { text: 'INV-30071: 1,040.23' }],
    ['another invoice', { text: 'INV-30072: 1,040.32' }],
    ['no wanted call', { calls: [] }],
    ['another line', { calls: [{ ...call, input: { ...call.input, items: [{ line: 1 }] } }] }],
    ['a write too many', { writes: 1 }],
  ])('is wrong with %s', (_, change) => {
    expect(missesOf(turn, { ...answer, ...change })).toHaveLength(1);
  });

  it('is wrong when it asks for a write that nobody wanted', () => {
    expect(missesOf({ ...turn, tools: [], words: [] }, answer)).toEqual([
      'uses open_dispute, which nobody wanted',
    ]);
  });
});
