import { expect, test } from 'vitest';
import { lookAlikes, matchingNumbers, normaliseNumber } from './look-alike.ts';

test.each([
  ['INV-20418', 'INV-20418'],
  ['inv 20418', 'INV-20418'],
  ['Inv.#20418', 'INV-20418'],
  ['inv–20418', 'INV-20418'],
  ['INV20418', 'INV-20418'],
  ['invoice no. 20418', '20418'],
  ['Rechnung Nr. 20418', '20418'],
  ['invoice INV-20418', 'INV-20418'],
  ['#20418', '20418'],
  ['２０４１８', '20418'],
  ['CN-2026-0001', 'CN-2026-0001'],
  ['', ''],
])('"%s" is read as "%s"', (typed, number) => {
  expect(normaliseNumber(typed)).toBe(number);
});

const own = ['INV-20418', 'INV-20377', 'INV-1003', 'CN-2026-0001', 'CASE-1187'];

test.each([
  { typed: 'inv 20418', found: ['INV-20418'] },
  { typed: '20418', found: ['INV-20418'] },
  { typed: '418', found: [] },
  { typed: 'case 1187', found: ['CASE-1187'] },
  { typed: 'CN-20418', found: [] },
  { typed: '3', found: [] },
  { typed: '', found: [] },
])('"$typed" finds $found', ({ typed, found }) => {
  expect(matchingNumbers(typed, own)).toEqual(found);
});

test.each([
  { what: 'two digits swapped', typed: 'INV-20481', near: ['INV-20418'] },
  { what: 'one digit wrong', typed: '20478', near: ['INV-20418'] },
  { what: 'one digit missing', typed: 'INV-2041', near: ['INV-20418'] },
  { what: 'one digit too many', typed: '204188', near: ['INV-20418'] },
  { what: 'another kind of document', typed: 'CASE-20481', near: [] },
  { what: 'another number altogether', typed: 'INV-99999', near: [] },
  { what: 'the very number', typed: 'INV-20418', near: [] },
  { what: 'too short to guess', typed: '18', near: [] },
])('$what: $typed looks like $near', ({ typed, near }) => {
  expect(lookAlikes(typed, own)).toEqual(near);
});

test('at most two are offered, the likelier slip first', () => {
  expect(lookAlikes('30121', ['INV-30120', 'INV-30112', 'INV-30122', 'INV-3012'])).toEqual([
    'INV-30112',
    'INV-30120',
  ]);
});
