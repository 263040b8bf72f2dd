import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalFromMinor, minorDigits, minorFromDecimal, roundToMinor } from './money.ts';

test.each([
  { amount: '8.925', currency: 'EUR', minor: 893 },
  { amount: '8.9249999', currency: 'EUR', minor: 892 },
  { amount: '-8.925', currency: 'EUR', minor: -893 },
  { amount: '0.5', currency: 'JPY', minor: 1 },
  { amount: '1.0005', currency: 'KWD', minor: 1001 },
])('$amount $currency is rounded to $minor', ({ amount, currency, minor }) => {
  expect(roundToMinor(amount, currency)).toBe(minor);
});

test.each([
  { amount: '51.43', currency: 'EUR', minor: 5143 },
  { amount: '51.4', currency: 'EUR', minor: 5140 },
  { amount: '51', currency: 'JPY', minor: 51 },
  { amount: '-0.01', currency: 'GBP', minor: -1 },
])('$amount $currency is exactly $minor', ({ amount, currency, minor }) => {
  expect(minorFromDecimal(amount, currency)).toBe(minor);
});

test.each([
  { what: 'more decimals than the currency has', amount: '51.435', currency: 'EUR' },
  { what: 'a fraction of a yen', amount: '0.5', currency: 'JPY' },
  { what: 'more than can be kept exactly', amount: '99999999999999999', currency: 'EUR' },
])('$what is refused, not rounded', ({ amount, currency }) => {
  expect(() => minorFromDecimal(amount, currency)).toThrow(RangeError);
});

test('an amount goes to a decimal string and back without a loss', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.constantFrom('EUR', 'JPY', 'KWD'),
      (minor, currency) => {
        const decimal = decimalFromMinor(minor, currency);
        expect(minorFromDecimal(decimal, currency) - minor).toBe(0);
        expect(decimal.split('.')[1]?.length ?? 0).toBe(minorDigits(currency));
      },
    ),
  );
});
