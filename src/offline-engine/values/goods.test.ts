import { describe, expect, it } from 'vitest';
import { understand } from '../understand.ts';

const productIn = (text: string) => understand({ text, side: 'customer', today: '2026-11-20' }).slots.product;

describe('the name of the goods in a message', () => {
  it.each([
    ['4 of the 12 garden chairs on INV-30112 came broken', 'chairs'],
    ['the hinges never arrived, invoice 30112', 'hinges'],
    ['we were billed twice for the olive oil', 'oil'],
    ['von den 20 Handtüchern waren 3 zerrissen', 'Handtüchern'],
    ['faltan 3 bolsas de harina en la factura 30112', 'harina'],
  ])('in "%s" is %s', (text, last) => {
    expect(String(productIn(text)).split(' ').at(-1)).toBe(last);
  });

  it.each([
    'why is INV-30112 higher than last month?',
    'has my payment of 412.50 arrived?',
    'please send me a copy of INV-30112',
    'show me all overdue invoices',
  ])('is nowhere in "%s"', (text) => {
    expect(productIn(text)).toBeUndefined();
  });
});
