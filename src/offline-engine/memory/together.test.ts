import { describe, expect, it } from 'vitest';
import { noSlots } from '../values/slots.ts';
import { type DisputeType, disputeTypes } from '../words/word-file.ts';
import { onePerLine } from './together.ts';

const claimed = (reason: DisputeType) =>
  onePerLine({
    ...{ intent: 'dispute.open', text: 'lines 1 and 2', score: 1 },
    slots: { ...noSlots(), reason, lines: [1, 2] },
  }).map(({ slots }) => slots.line);

describe('a claim on two lines', () => {
  it.each(['damaged', 'quantity_short'] as const)('is one on each of what is %s', (reason) => {
    expect(disputeTypes).toContain(reason);
    expect(claimed(reason)).toEqual([1, 2]);
  });

  it.each(['duplicate', 'tax'] as const)('is one of the whole bill where it is about %s', (reason) => {
    expect(claimed(reason)).toEqual([2]);
  });
});
