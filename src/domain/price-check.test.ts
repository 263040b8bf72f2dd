import { expect, test } from 'vitest';
import { type Claim, checkClaim } from './claim-check.ts';

const claim: Claim = {
  line: {
    line: 1,
    kind: 'goods',
    itemId: 'CRATE',
    description: 'Crate',
    invoicedQuantity: { value: '120', unitCode: 'XCR' },
    unitPrice: '18.50',
    priceBaseQuantity: '1',
    netMinor: 222_000,
    taxCategory: 'S',
    taxRate: '20',
  },
  reasonCode: 'PRICE_ERROR',
  disputedQuantity: '120',
  despatches: [],
  receipts: [],
  returns: [],
  earlierCredits: [],
  deliveriesReachable: false,
};
const agreed = (unitPrice: string, more: { priceBaseQuantity?: string; unitCode?: string } = {}) => ({
  source: 'PL-2026',
  unitPrice,
  unitCode: 'XCR',
  ...more,
});

test.each<{ what: string; more: Partial<Claim>; verdict: string; supported: string; difference?: string }>([
  {
    what: 'above the price list',
    more: { agreedPrice: agreed('17.95') },
    verdict: 'validated',
    supported: '120',
    difference: '0.55',
  },
  {
    what: 'at the list price',
    more: { agreedPrice: agreed('18.50') },
    verdict: 'not_validated',
    supported: '0',
    difference: '0',
  },
  {
    what: 'below the list price',
    more: { agreedPrice: agreed('19') },
    verdict: 'not_validated',
    supported: '0',
    difference: '0',
  },
  {
    what: 'listed per hundred',
    more: { agreedPrice: agreed('1795', { priceBaseQuantity: '100' }) },
    verdict: 'validated',
    supported: '120',
    difference: '0.55',
  },
  {
    what: 'too high, though less than the customer thinks',
    more: { agreedPrice: agreed('18'), expectedUnitPrice: '17' },
    verdict: 'partly_validated',
    supported: '120',
    difference: '0.5',
  },
  {
    what: 'too high, more than the customer thinks',
    more: { agreedPrice: agreed('17'), expectedUnitPrice: '18' },
    verdict: 'validated',
    supported: '120',
    difference: '0.5',
  },
  { what: 'with no agreement on record', more: {}, verdict: 'inconclusive', supported: '0' },
  {
    what: 'listed in another unit',
    more: { agreedPrice: agreed('1.50', { unitCode: 'C62' }) },
    verdict: 'inconclusive',
    supported: '0',
  },
  {
    what: 'too high for what is not credited yet',
    more: { agreedPrice: agreed('18'), earlierCredits: [{ number: 'CN-1', creditedQuantity: '20' }] },
    verdict: 'partly_validated',
    supported: '100',
    difference: '0.5',
  },
  {
    what: 'too high on a line credited in full',
    more: { agreedPrice: agreed('18'), earlierCredits: [{ number: 'CN-1', creditedQuantity: '120' }] },
    verdict: 'not_validated',
    supported: '0',
    difference: '0.5',
  },
])('a price $what: $verdict', ({ more, verdict, supported, difference }) => {
  const check = checkClaim({ ...claim, ...more });
  expect([check.verdict, check.supported, check.price?.difference]).toEqual([verdict, supported, difference]);
});

test('both prices and their document are shown', () => {
  const check = checkClaim({ ...claim, agreedPrice: { ...agreed('17.95'), validFrom: '2026-01-01' } });
  expect(check.rule).toBe('Billed at 18.50, agreed at 17.95 (PL-2026): 0.55 too high');
  expect(check.sources).toEqual([
    { kind: 'price_list', id: 'PL-2026', at: '2026-01-01', text: '17.95 for one XCR' },
  ]);
});
