import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkInvoiceSums, taxSubtotals, taxTotal } from './tax.ts';

const at = (netMinor: number, taxRate: string, taxCategory = 'S') => ({ netMinor, taxRate, taxCategory });

test.each([
  { what: 'one missing piece of INV-1003', lines: [at(4250, '21')], currency: 'EUR', tax: 893 },
  { what: 'half a cent up', lines: [at(50, '21')], currency: 'EUR', tax: 11 },
  {
    what: 'half a cent up, away from zero for a reversal',
    lines: [at(-4250, '21')],
    currency: 'EUR',
    tax: -893,
  },
  {
    what: 'the sum of a rate, not each line',
    lines: [at(5, '10'), at(5, '10'), at(5, '10')],
    currency: 'EUR',
    tax: 2,
  },
  { what: '21 and 21.00 as one rate', lines: [at(5, '21'), at(5, '21.00')], currency: 'EUR', tax: 2 },
  { what: 'two rates', lines: [at(10_000, '20'), at(10_000, '5')], currency: 'GBP', tax: 2500 },
  { what: 'no tax on reverse charge', lines: [at(10_000, '0', 'AE')], currency: 'EUR', tax: 0 },
  { what: 'whole yen', lines: [at(105, '10')], currency: 'JPY', tax: 11 },
  { what: 'thousandths of a dinar', lines: [at(1005, '10')], currency: 'KWD', tax: 101 },
  { what: 'a rate with decimals', lines: [at(10_000, '8.875')], currency: 'USD', tax: 888 },
])('tax counts $what', ({ lines, currency, tax }) => {
  expect(taxTotal(lines, currency).taxMinor).toBe(tax);
});

test('each category and rate has its own subtotal', () => {
  expect(taxTotal([at(4250, '21'), at(1000, '0', 'Z'), at(750, '21')], 'EUR').subtotals).toEqual([
    { taxCategory: 'S', taxRate: '21', netMinor: 5000, taxMinor: 1050 },
    { taxCategory: 'Z', taxRate: '0', netMinor: 1000, taxMinor: 0 },
  ]);
});

test('a cent of difference is shown in the largest subtotal', () => {
  const lines = [at(1000, '20'), at(100, '5')];
  expect(taxSubtotals({ currency: 'GBP', taxMinor: 206, lines }).map((one) => one.taxMinor)).toEqual([
    201, 5,
  ]);
});

test('the tax of a document is always the sum of its subtotals', () => {
  const line = fc.record({
    netMinor: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    taxCategory: fc.constantFrom('S', 'Z'),
    taxRate: fc.constantFrom('0', '5', '7.7', '19', '21'),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const { subtotals, taxMinor } = taxTotal(lines, 'EUR');
      expect(subtotals.reduce((total, one) => total + one.taxMinor, 0)).toBe(taxMinor);
      expect(subtotals.reduce((total, one) => total + one.netMinor, 0)).toBe(
        lines.reduce((total, one) => total + one.netMinor, 0),
      );
    }),
  );
});

const goods = {
  line: 1,
  kind: 'goods' as const,
  itemId: 'PUMP',
  description: 'Pump',
  invoicedQuantity: { value: '10', unitCode: 'C62' },
  unitPrice: '42.50',
  priceBaseQuantity: '1',
  netMinor: 42_500,
  taxCategory: 'S',
  taxRate: '21',
};

test.each([
  { what: 'agrees', sums: { netMinor: 42_500, taxMinor: 8925, totalMinor: 51_425 }, faults: [] },
  {
    what: 'has a net that its lines do not add up to',
    sums: { netMinor: 42_600, taxMinor: 8925, totalMinor: 51_525 },
    faults: [{ field: 'net', expected: '425.00', found: '426.00' }],
  },
  {
    what: 'has tax at another rate',
    sums: { netMinor: 42_500, taxMinor: 8500, totalMinor: 51_000 },
    faults: [{ field: 'tax', expected: '89.25', found: '85.00' }],
  },
  {
    what: 'has a total that is not net and tax',
    sums: { netMinor: 42_500, taxMinor: 8925, totalMinor: 51_400 },
    faults: [{ field: 'total', expected: '514.25', found: '514.00' }],
  },
])('an invoice that $what is reported so', ({ sums, faults }) => {
  expect(checkInvoiceSums({ currency: 'EUR', lines: [goods], ...sums })).toEqual(faults);
});
