import { expect, test } from 'vitest';
import { amountInWords, dayInWords, disputedLineInWords, moneyInWords, timeInWords } from './in-words.ts';

test.each([
  ['444.00', 'GBP', '£444.00'],
  ['1234567.5', 'EUR', '€1,234,567.5'],
  ['-0.05', 'USD', '−$0.05'],
  ['1000', 'JPY', '1,000 JPY'],
])('%s %s reads %s', (amount, currency, words) => {
  expect(amountInWords(amount, currency)).toBe(words);
});

test('minor units, days and instants read as people write them', () => {
  expect(moneyInWords(5143, 'EUR')).toBe('€51.43');
  expect(dayInWords('2026-11-30')).toBe('30 November 2026');
  expect(timeInWords(new Date('2026-07-01T11:00:00Z'), 'Europe/London')).toBe(
    '1 July 2026, 12:00 (Europe/London)',
  );
});

test('what a customer says of a line is one sentence', () => {
  const item = { line: 2, description: 'Crates', invoicedQuantity: '120', disputedQuantity: '20' };
  expect(disputedLineInWords({ ...item, claimedQuantity: '100' }, 'INV-1')).toBe(
    'INV-1 line 2 (Crates): 100 of 120 arrived, 20 in dispute.',
  );
  expect(disputedLineInWords(item, 'INV-1')).toBe('INV-1 line 2 (Crates): 20 of 120 in dispute.');
  expect(disputedLineInWords({ ...item, line: 0 }, 'INV-1')).toBe('The whole of INV-1.');
});
