import { expect, test } from 'vitest';
import { type Claim, checkClaim } from './claim-check.ts';

const line = {
  line: 1,
  kind: 'goods' as const,
  itemId: 'CRATE',
  description: 'Crate',
  invoicedQuantity: { value: '10', unitCode: 'C62' },
  unitPrice: '18.50',
  priceBaseQuantity: '1',
  netMinor: 18_500,
  taxCategory: 'S',
  taxRate: '20',
};
const claim: Claim = {
  line,
  reasonCode: 'DUPLICATE_INVOICE',
  disputedQuantity: '10',
  orderNumber: 'PO-8801',
  orderedQuantity: { value: '10', unitCode: 'C62' },
  despatches: [],
  receipts: [],
  returns: [],
  earlierCredits: [],
  deliveriesReachable: true,
};
const other = {
  number: 'INV-20300',
  issueDate: '2026-10-30',
  orderNumber: 'PO-8801',
  credited: false,
  lines: [line],
};
const { orderNumber: _, ...unnamed } = other;

test.each<{ what: string; more: Partial<Claim>; verdict: string; supported: string }>([
  {
    what: 'the same goods, order and amount',
    more: { otherInvoices: [other] },
    verdict: 'validated',
    supported: '10',
  },
  { what: 'no other invoice', more: { otherInvoices: [] }, verdict: 'not_validated', supported: '0' },
  { what: 'the others out of sight', more: {}, verdict: 'inconclusive', supported: '0' },
  {
    what: 'another order',
    more: { otherInvoices: [{ ...other, orderNumber: 'PO-9' }] },
    verdict: 'not_validated',
    supported: '0',
  },
  {
    what: 'an order that is not named',
    more: { otherInvoices: [unnamed] },
    verdict: 'inconclusive',
    supported: '0',
  },
  {
    what: 'another amount',
    more: { otherInvoices: [{ ...other, lines: [{ ...line, netMinor: 18_499 }] }] },
    verdict: 'not_validated',
    supported: '0',
  },
  {
    what: 'the other one credited',
    more: { otherInvoices: [{ ...other, credited: true }] },
    verdict: 'not_validated',
    supported: '0',
  },
  {
    what: 'twice as much ordered',
    more: { otherInvoices: [other], orderedQuantity: { value: '20', unitCode: 'C62' } },
    verdict: 'not_validated',
    supported: '0',
  },
  {
    what: 'a little more ordered',
    more: { otherInvoices: [other], orderedQuantity: { value: '14', unitCode: 'C62' } },
    verdict: 'partly_validated',
    supported: '6',
  },
  {
    what: 'an order in an unknown unit',
    more: { otherInvoices: [other], orderedQuantity: { value: '1', unitCode: 'XPX' } },
    verdict: 'inconclusive',
    supported: '0',
  },
  {
    what: 'this one credited',
    more: { otherInvoices: [other], earlierCredits: [{ number: 'CN-1', creditedQuantity: '10' }] },
    verdict: 'not_validated',
    supported: '0',
  },
])('a duplicate with $what: $verdict', ({ more, verdict, supported }) => {
  const check = checkClaim({ ...claim, ...more });
  expect([check.verdict, check.supported]).toEqual([verdict, supported]);
});
