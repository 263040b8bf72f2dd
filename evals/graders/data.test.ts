import { expect, test } from 'vitest';
import type { RecordChange } from '#evals/runner/record-changes.ts';
import { gradersThatObject, sampleEvidence } from './sample-evidence.ts';

const [opened] = sampleEvidence.changes;
const facts = opened?.facts ?? {};
const changed = (wrong: RecordChange['facts']): RecordChange[] => [
  { kind: 'new case', facts: { ...facts, ...wrong } },
];

test('a run with nothing wrong in it has no findings', () => {
  expect(gradersThatObject({})).toEqual([]);
});

test.each<[string, readonly RecordChange[]]>([
  ['one unit too many in dispute', changed({ disputed: '3' })],
  ['another line', changed({ line: '1' })],
  ['a cent too much', changed({ amount: '25.01 EUR' })],
  ['another currency', changed({ amount: '25.00 GBP' })],
  ['another invoice', changed({ invoice: 'INV-8' })],
  ['a second case', [...sampleEvidence.changes, ...sampleEvidence.changes]],
  [
    'a credit note nobody asked for',
    [...sampleEvidence.changes, { kind: 'new credit note', facts: { number: 'CN-1' } }],
  ],
  ['a mail nobody asked for', [...sampleEvidence.changes, { kind: 'new mail', facts: { to: 'x@y.test' } }]],
  [
    'a changed invoice',
    [...sampleEvidence.changes, { kind: 'other change', facts: { record: 'invoice', number: 'INV-7' } }],
  ],
])('%s is found by the data alone', (_, changes) => {
  expect(gradersThatObject({ changes })).toEqual(['data']);
});

test('a case that was only claimed to be open is missing from the data and its number from the words', () => {
  expect(gradersThatObject({ changes: [] })).toEqual(['data', 'facts']);
});

test.each<[string, readonly RecordChange[]]>([
  ['25 EUR instead of 25.00 EUR', changed({ amount: 'EUR 25' })],
  ['2.0 units instead of 2', changed({ disputed: '2.0' })],
])('%s is the same', (_, changes) => {
  expect(gradersThatObject({ changes })).toEqual([]);
});
