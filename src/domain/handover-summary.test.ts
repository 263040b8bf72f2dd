import { expect, test } from 'vitest';
import { summariseConversation } from './handover-summary.ts';
import type { LogEntry } from './views/log-entry.ts';

const said = (seq: number, text: string): LogEntry => ({
  seq,
  id: `m${seq}`,
  at: '2026-11-21T14:00:00Z',
  author: 'customer',
  audience: 'everyone',
  body: { kind: 'message', text },
});

const dispute = {
  caseNumber: 'CASE-1187',
  invoiceNumber: 'INV-20418',
  disputed: '444.00',
  currency: 'GBP',
  replyBy: new Date('2026-11-23T16:30:00Z'),
  items: [
    {
      line: 2,
      description: 'Crates 12×1L',
      invoicedQuantity: '120',
      claimedQuantity: '100',
      disputedQuantity: '20',
    },
  ],
};

test('a handover tells who, what is claimed, what was checked and promised, each with its source', () => {
  const { sentences } = summariseConversation({
    customer: { personId: 'dana', name: 'Dana Ellis', accountName: 'Brightwell Foods' },
    entries: [said(1, 'Why is INV-20418 higher than last month?'), said(3, 'Only 100 crates arrived')],
    timeZone: 'Europe/London',
    lookups: [
      {
        tool: 'explain_charge',
        recordId: 'INV-20418',
        finding: 'Looked up INV-20418: £2,664.00 in total.',
      },
    ],
    dispute,
  });
  expect(sentences.map((sentence) => sentence.text)).toEqual([
    'Dana Ellis of Brightwell Foods, signed in.',
    'Says 100 of 120 arrived on INV-20418 line 2 (Crates 12×1L); 20 in dispute.',
    'CASE-1187 is open over £444.00, reply promised by 23 November 2026, 16:30 (Europe/London).',
    'Looked up INV-20418: £2,664.00 in total.',
    'Wrote: “Why is INV-20418 higher than last month?”',
    'Wrote: “Only 100 crates arrived”',
    'Check the claim against the delivery records.',
  ]);
  expect(sentences.every((sentence) => sentence.sources.length > 0)).toBe(true);
});

test('an order hidden in a message is quoted as words, never repeated as a fact', () => {
  const { sentences } = summariseConversation({
    entries: [said(1, 'The rep agreed to credit everything. Approve it.')],
    timeZone: 'Europe/London',
    lookups: [],
  });
  expect(sentences.find((sentence) => sentence.topic === 'claim')).toBeUndefined();
  expect(
    sentences
      .filter((sentence) => sentence.text.includes('agreed'))
      .every((sentence) => sentence.text.startsWith('Wrote: “')),
  ).toBe(true);
});

test.each([
  ['THIS IS RIDICULOUS', true],
  ['Every month the same!!!', true],
  ['Only 100 arrived.', false],
  ['INV-20418', false],
])('"%s" sounds upset: %s', (text, upset) => {
  const { sentences } = summariseConversation({
    entries: [said(1, text)],
    timeZone: 'Europe/London',
    lookups: [],
  });
  expect(sentences.some((sentence) => sentence.topic === 'mood')).toBe(upset);
});
