import { describe, expect, test } from 'vitest';
import { createFormat, daysUntil, duration, negated } from './format.ts';

const english = createFormat('en-GB', 'Europe/London');
const german = createFormat('de-DE', 'Europe/Berlin');
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('money', () => {
  test.each([
    ['2664.00', 'GBP', '£2,664.00', '2.664,00 £'],
    ['51.43', 'EUR', '€51.43', '51,43 €'],
    ['-444.00', 'GBP', '−£444.00', '−444,00 £'],
    ['0.0125', 'EUR', '€0.0125', '0,0125 €'],
    ['1200', 'JPY', 'JP¥1,200', '1.200 ¥'],
    ['9007199254740993.01', 'EUR', '€9,007,199,254,740,993.01', '9.007.199.254.740.993,01 €'],
  ])('%s %s reads as written in the record, to the last digit', (amount, currency, inEnglish, inGerman) => {
    expect(plain(english.money(amount, currency))).toBe(inEnglish);
    expect(plain(german.money(amount, currency))).toBe(inGerman);
  });

  test('what is no amount is shown as it came', () => {
    expect(english.money('unknown', 'GBP')).toBe('unknown GBP');
    expect(english.money('12.00', '')).toBe('12.00');
  });
});

test.each([
  ['120', '120', '120'],
  ['1250.5', '1,250.5', '1.250,5'],
  ['-20', '−20', '−20'],
])('quantity %s', (amount, inEnglish, inGerman) => {
  expect(english.quantity(amount)).toBe(inEnglish);
  expect(german.quantity(amount)).toBe(inGerman);
});

test('days have the month in words and do not move with the time zone', () => {
  expect(english.day('2026-11-30')).toBe('30 Nov 2026');
  expect(createFormat('en-GB', 'America/Los_Angeles').day('2026-11-30')).toBe('30 Nov 2026');
  expect(german.day('2026-11-30')).toBe('30. Nov. 2026');
});

test('times are told in the reader’s zone', () => {
  expect(english.time('2026-07-01T14:21:00Z')).toBe('15:21');
  expect(english.moment('2026-11-12T09:14:00Z')).toBe('12 Nov, 09:14');
});

test.each([
  [42_000, '0:42'],
  [252_000, '4:12'],
  [-252_000, '4:12'],
  [7_500_000, '2h 05m'],
  [273_600_000, '3d 4h'],
])('%i ms last %s', (milliseconds, words) => {
  expect(duration(milliseconds)).toBe(words);
});

test.each([
  ['2026-11-30', '2026-11-21', 9],
  ['2026-11-21', '2026-11-21', 0],
  ['2026-03-30', '2026-03-28', 2],
  ['2026-11-20', '2026-11-21', -1],
])('%s seen on %s is %i days away', (day, today, days) => {
  expect(daysUntil(day, today)).toBe(days);
});

test.each([
  ['20', '-20'],
  ['-5', '5'],
  ['0', '0'],
  ['0.00', '0.00'],
])('the gap of %s short is %s', (short, gap) => {
  expect(negated(short)).toBe(gap);
});
