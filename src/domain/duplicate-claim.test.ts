import { expect, test } from 'vitest';
import { type KnownCase, type NewClaim, openClaim } from './duplicate-claim.ts';

const known: KnownCase = {
  caseNumber: 'CASE-1187',
  state: 'new',
  invoiceNumber: 'INV-20418',
  reasonCode: 'SHORT_DELIVERY',
  items: [
    { line: 2, state: 'new' },
    { line: 3, state: 'resolved_denied' },
  ],
};
const claim: NewClaim = { invoiceNumber: 'INV-20418', lines: [2], reasonCode: 'SHORT_DELIVERY' };
const whole: KnownCase = { ...known, reasonCode: 'DUPLICATE_INVOICE', items: [] };

test.each<{ what: string; claim: Partial<NewClaim>; cases: KnownCase[]; found: number[] | undefined }>([
  { what: 'the same line', claim: {}, cases: [known], found: [2] },
  {
    what: 'the same line for another reason',
    claim: { reasonCode: 'DAMAGED_GOODS' },
    cases: [known],
    found: [2],
  },
  { what: 'several lines, one of them disputed', claim: { lines: [1, 2] }, cases: [known], found: [2] },
  { what: 'another line', claim: { lines: [1] }, cases: [known], found: undefined },
  { what: 'a line whose dispute is settled', claim: { lines: [3] }, cases: [known], found: undefined },
  { what: 'another invoice', claim: { invoiceNumber: 'INV-1003' }, cases: [known], found: undefined },
  { what: 'a line of a closed case', claim: {}, cases: [{ ...known, state: 'closed' }], found: undefined },
  { what: 'a line of a draft', claim: {}, cases: [{ ...known, state: 'draft' }], found: undefined },
  {
    what: 'the whole invoice for the same reason',
    claim: { lines: [], reasonCode: 'DUPLICATE_INVOICE' },
    cases: [whole],
    found: [],
  },
  {
    what: 'the whole invoice for another reason',
    claim: { lines: [], reasonCode: 'TAX_ERROR' },
    cases: [whole],
    found: undefined,
  },
  { what: 'anything when there is no case', claim: {}, cases: [], found: undefined },
])('a claim about $what is covered by $found', ({ claim: more, cases, found }) => {
  expect(openClaim({ ...claim, ...more }, cases)?.lines).toEqual(found);
});
