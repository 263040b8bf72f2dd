import { expect, test } from 'vitest';
import { disputeReasonCodes } from './dispute-reason.ts';
import { adjustmentReasonOf, needsLine, needsPrice, needsQuantity, reasonOf } from './dispute-reasons.ts';

test.each([
  { code: 'SHORT_DELIVERY', untdid: '4', x12: '06', peppol: 'QTY', french: 'QTE_ERR' },
  { code: 'DAMAGED_GOODS', untdid: '3', x12: '04', peppol: 'QUA', french: 'QUALITE_ERR' },
  { code: 'PRICE_ERROR', untdid: '5', x12: '01', peppol: 'PRI', french: 'PU_ERR' },
  { code: 'TAX_ERROR', untdid: '26', x12: '55', peppol: 'LEG', french: 'TX_TVA_ERR' },
  { code: 'DUPLICATE_INVOICE', untdid: '53', x12: '19', peppol: 'OTH', french: 'DOUBLON' },
  { code: 'INVOICE_NOT_RECEIVED', untdid: '36', x12: undefined, peppol: 'OTH', french: 'NON_TRANSMISE' },
] as const)('$code is $untdid in UNTDID 4465 and $x12 in X12', ({ code, untdid, x12, peppol, french }) => {
  expect(adjustmentReasonOf(code)).toBe(untdid);
  const reason = reasonOf(code);
  expect([reason.x12[0], reason.peppol[0], reason.french[0]]).toEqual([x12, peppol, french]);
});

test.each([
  { code: 'SHORT_DELIVERY', line: true, quantity: true, price: false },
  { code: 'PRICE_ERROR', line: true, quantity: false, price: true },
  { code: 'DUPLICATE_INVOICE', line: false, quantity: false, price: false },
] as const)(
  '$code needs a line: $line, a quantity: $quantity, a price: $price',
  ({ code, line, quantity, price }) => {
    expect([needsLine(code), needsQuantity(code), needsPrice(code)]).toEqual([line, quantity, price]);
  },
);

test.each(disputeReasonCodes)('%s has a label of its own in each language', (code) => {
  const same = disputeReasonCodes.filter((other) => reasonOf(other).label.en === reasonOf(code).label.en);
  const gleich = disputeReasonCodes.filter((other) => reasonOf(other).label.de === reasonOf(code).label.de);
  expect([same, gleich]).toEqual([[code], [code]]);
});

test.each(disputeReasonCodes)('%s is checked against a quantity only when the customer names one', (code) => {
  const counted = ['delivery', 'order', 'return'].includes(reasonOf(code).checkedAgainst);
  expect(counted).toBe(needsQuantity(code));
});
