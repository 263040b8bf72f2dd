import { describe, expect, it } from 'vitest';
import { agreedPrice, expectedFirst } from './expected-price.ts';
import { numbersIn } from './numbers.ts';
import { readValues } from './read-values.ts';

const sums = (...values: string[]) => values.map((value) => ({ value }));

describe('of two prices that are named', () => {
  it('the lower one was expected, whatever stands first', () => {
    expect(expectedFirst(sums('3.10'), sums('3.10', '2.65'))).toEqual(sums('2.65'));
    expect(expectedFirst(sums('2.65'), sums('2.65', '3.10'))).toEqual(sums('2.65'));
  });

  it.each([
    ['billed at 11, 9 was agreed', '9'],
    ['the krill was agreed at 9, you charge 11', '9'],
    ['you charge 11 and the contract says 9', '9'],
    ['quoted 24 boxes at 18, not 20', '18'],
    ['the 3/2s were supposed to be 89 each', '89'],
    ['eighteen was what we agreed', '18'],
    ['afgesproken was 18,90 per kilo, jullie rekenen 23', '18.90'],
  ])('the one that words call agreed was expected: "%s"', (text, value) => {
    const reading = readValues(text, { today: '2026-11-20' });
    expect(agreedPrice(reading, numbersIn(reading))?.value).toBe(value);
  });

  it('none is called agreed where no word says so, or two are', () => {
    for (const text of ['billed at 11, list 9', 'agreed was 9 in May, and 8 was agreed in June']) {
      const reading = readValues(text, { today: '2026-11-20' });
      expect(agreedPrice(reading, numbersIn(reading))).toBeUndefined();
    }
  });

  it('one of less than half the other is the difference, no price', () => {
    expect(expectedFirst(sums('28.00'), sums('28.00', '3.00'))).toEqual(sums('28.00'));
  });
});
