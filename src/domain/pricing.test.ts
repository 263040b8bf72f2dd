import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InvoiceLine } from './invoice.ts';
import { creditedNet, netAt, netOfQuantity, priceForNet, priceOfOne, quantityLeft } from './pricing.ts';

const line = (
  quantity: string,
  unitPrice: string,
  netMinor: number,
  priceBaseQuantity = '1',
): InvoiceLine => ({
  line: 2,
  kind: 'goods',
  itemId: 'PUMP',
  description: 'Pump',
  invoicedQuantity: { value: quantity, unitCode: 'C62' },
  unitPrice,
  priceBaseQuantity,
  netMinor,
  taxCategory: 'S',
  taxRate: '21',
});

test.each([
  { what: 'one of ten at 42.50', of: line('10', '42.50', 42_500), quantity: '1', net: 4250 },
  { what: 'all ten', of: line('10', '42.50', 42_500), quantity: '10', net: 42_500 },
  { what: 'nothing', of: line('10', '42.50', 42_500), quantity: '0', net: 0 },
  { what: 'all of a line with an allowance', of: line('10', '42.50', 40_000), quantity: '10', net: 40_000 },
  { what: 'one of a line with an allowance', of: line('10', '42.50', 40_000), quantity: '1', net: 4000 },
  { what: 'one of three that cannot be split evenly', of: line('3', '40', 10_000), quantity: '1', net: 3333 },
  { what: 'a price per hundred', of: line('250', '12.00', 3000, '100'), quantity: '25', net: 300 },
  {
    what: 'a price with more digits than the currency',
    of: line('1000', '0.0335', 3350),
    quantity: '1',
    net: 3,
  },
  { what: 'a weight', of: line('12.5', '3.20', 4000), quantity: '0.75', net: 240 },
])('$what costs $net', ({ of, quantity, net }) => {
  expect(netOfQuantity(of, quantity, 'EUR')).toBe(net);
});

test.each([
  { what: 'more than was billed', quantity: '11', code: 'over-quantity' },
  { what: 'less than nothing', quantity: '-1', code: 'invalid' },
])('$what has no price', ({ quantity, code }) => {
  expect(() => netOfQuantity(line('10', '42.50', 42_500), quantity, 'EUR')).toThrow(
    expect.objectContaining({ code }),
  );
});

test.each([
  { what: 'the first credit', quantity: '1', earlier: [], net: 34 },
  { what: 'the last credit', quantity: '1', earlier: [{ creditedQuantity: '2', netMinor: 68 }], net: 33 },
  { what: 'a credit in between', quantity: '1', earlier: [{ creditedQuantity: '1', netMinor: 34 }], net: 34 },
  {
    what: 'a credit after one that took everything',
    quantity: '1',
    earlier: [{ creditedQuantity: '1', netMinor: 101 }],
    net: 0,
  },
  {
    what: 'the rest after a mere price reduction',
    quantity: '1',
    earlier: [{ creditedQuantity: '2', netMinor: 10 }],
    net: 34,
  },
])('$what of three at 0.335 is $net', ({ quantity, earlier, net }) => {
  expect(creditedNet(line('3', '0.335', 101), quantity, earlier, 'EUR')).toBe(net);
});

test('what is credited already cannot be credited again', () => {
  const earlier = [{ creditedQuantity: '9.5', netMinor: 40_375 }];
  expect(() => creditedNet(line('10', '42.50', 42_500), '1', earlier, 'EUR')).toThrow(
    expect.objectContaining({ code: 'over-credit', details: { line: 2, left: '0.5' } }),
  );
  expect(quantityLeft(line('1', '5', 500), [{ creditedQuantity: '2' }])).toBe('0');
});

test('credits of a line, however it is cut, add up to exactly its net, and each print a price that gives their net', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 9_999_999 }),
      fc.integer({ min: 0, max: 100 }),
      (parts, price, allowance) => {
        const quantity = parts.reduce((sum, part) => sum + part, 0);
        const unitPrice = (price / 10_000).toFixed(4);
        const full = netAt({ unitPrice, priceBaseQuantity: '1' }, String(quantity), 'EUR');
        const of = line(String(quantity), unitPrice, Math.max(0, full - allowance));
        const earlier: { creditedQuantity: string; netMinor: number }[] = [];
        for (const part of parts) {
          const netMinor = creditedNet(of, String(part), earlier, 'EUR');
          expect(netMinor).toBeGreaterThanOrEqual(0);
          expect(netAt(priceForNet(of, String(part), netMinor, 'EUR'), String(part), 'EUR')).toBe(netMinor);
          earlier.push({ creditedQuantity: String(part), netMinor });
        }
        expect(earlier.reduce((sum, credit) => sum + credit.netMinor, 0)).toBe(of.netMinor);
      },
    ),
  );
});

test('a price difference of 60 boxes is shown as that of one', () => {
  expect(priceOfOne({ unitPrice: '78.00', priceBaseQuantity: '60' })).toBe('1.3');
  expect(priceOfOne({ unitPrice: '20.90', priceBaseQuantity: '1' })).toBe('20.90');
});
