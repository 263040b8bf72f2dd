import type { Claim } from './claim-check.ts';

// What the tests of the claim rules start from: short ways to write documents down, and one claim.

export const pieces = (value: string) => ({ value, unitCode: 'C62' });
export const signed = (number: string, value: string) => ({
  number,
  state: 'delivered' as const,
  signedAt: '2026-11-12T09:14:00Z',
  deliveredQuantity: pieces(value),
});
export const unsigned = (number: string, value: string) => ({
  number,
  state: 'delivered' as const,
  deliveredQuantity: pieces(value),
});
export const moving = (number: string, value: string, expectedOn?: string) => ({
  number,
  state: 'in_transit' as const,
  deliveredQuantity: pieces(value),
  ...(expectedOn ? { expectedOn } : {}),
});
export const receipt = (
  number: string,
  value: string,
  more: { shortQuantity?: string; rejectedQuantity?: string } = {},
) => ({
  number,
  receivedQuantity: pieces(value),
  ...more,
});
export const credit = (number: string, creditedQuantity: string) => ({ number, creditedQuantity });
export const comeBack = (number: string, value: string) => ({ number, returnedQuantity: pieces(value) });

/** Line 2 of INV-1003: 10 pumps billed at 42.50. Nothing is known yet. */
export const exampleClaim: Claim = {
  line: {
    line: 2,
    kind: 'goods',
    itemId: 'PUMP',
    description: 'Pump',
    invoicedQuantity: pieces('10'),
    unitPrice: '42.50',
    priceBaseQuantity: '1',
    netMinor: 42_500,
    taxCategory: 'S',
    taxRate: '21',
  },
  reasonCode: 'SHORT_DELIVERY',
  disputedQuantity: '1',
  orderedQuantity: pieces('10'),
  despatches: [],
  receipts: [],
  returns: [],
  earlierCredits: [],
  deliveriesReachable: true,
};
