import { describe, expect, it } from 'vitest';
import { expectedFirst } from './expected-price.ts';

const sums = (...values: string[]) => values.map((value) => ({ value }));

describe('of two prices that are named', () => {
  it('the lower one was expected, whatever stands first', () => {
    expect(expectedFirst(sums('3.10'), sums('3.10', '2.65'))).toEqual(sums('2.65'));
    expect(expectedFirst(sums('2.65'), sums('2.65', '3.10'))).toEqual(sums('2.65'));
  });

  it('one of less than half the other is the difference, no price', () => {
    expect(expectedFirst(sums('28.00'), sums('28.00', '3.00'))).toEqual(sums('28.00'));
  });
});
