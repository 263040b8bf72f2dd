import { describe, expect, it } from 'vitest';
import { asLine } from './answered-pick.ts';
import type { Option } from './context.ts';
import { momentOf } from './moment.ts';

const line = (id: string, quantity: string, label: string): Option => ({
  ...{ type: 'line', id, quantity, label, goods: true, amount: '90.00' },
});
const lines = [line('1', '2', 'Hose'), line('2', '5', 'Valve'), line('3', '7', 'Clamp')];
const asked = (text: string) =>
  asLine(
    momentOf(text, {
      ...{ side: 'customer', today: '2026-11-21', dayFirst: true, language: 'en' },
      ...{ asked: 'line', pending: 'dispute.open', invoice: 'INV-30112', listed: [], lines },
    }),
  );

describe('asked which line', () => {
  it('a bare number is a place', () => {
    expect(asked('2').line).toBe(2);
    expect(asked('3').line).toBe(3);
  });

  it('a number of units is the line that so many were billed on, not the place of that number', () => {
    expect(asked('2 pieces').line).toBe(1);
  });

  it('a number of units that is on no line is no place either', () => {
    expect(asked('3 pieces').line).toBeUndefined();
  });
});
