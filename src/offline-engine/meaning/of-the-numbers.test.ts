import { describe, expect, it } from 'vitest';
import { type QuestionState, understand } from '../understand.ts';

const read = (text: string, state?: QuestionState, side: 'customer' | 'rep' = 'customer') =>
  understand({ text, side, today: '2026-11-20', ...(state ? { state } : {}) }).slots;

describe('of two prices', () => {
  it.each([
    ['we agreed 17,40 bag you bill 18,90', 17.4],
    ['el krill estaba acordado a 9.20 el kilo y me lo facturan a 11', 9.2],
    ['price of epoxy 285 in quotation 340 in invoice pls change', 285],
    ['afgesproken was 18,90 per kilo voor de hallertau, ge rekent 23', 18.9],
    ['der Preis stimmt nicht, vereinbart waren 0,22 das Stück und ihr habt 0,29 berechnet', 0.22],
  ])('the agreed one is expected: "%s"', (text, amount) => {
    expect(read(text)).toMatchObject({ dispute_type: 'wrong_price', amount });
  });

  it('the number in the name of goods is none', () => {
    const text = 'Our agreement gives the 96-well plates at $118.00 per case. INV-84040 applies $131.50.';
    expect(read(text)).toMatchObject({ amount: 118 });
  });
});

describe('a number of goods', () => {
  it.each([
    ['billed 20 btl co2. half came', { billed_qty: 20, delivered_qty: 10, claimed_qty: 10 }],
    ['8 lintels billed zero on truck', { billed_qty: 8, delivered_qty: 0, claimed_qty: 8 }],
    ['one toner short', { claimed_qty: 1 }],
    ['falta un rollo de felpa en el inv 40319', { claimed_qty: 1 }],
  ])('of "%s"', (text, numbers) => {
    expect(read(text)).toMatchObject(numbers);
  });

  it('that were billed twice is what is claimed', () => {
    const slots = read('charged twice for the same 18 round tables invoices 40330 and 40333');
    expect(slots).toMatchObject({ claimed_qty: 18, dispute_type: 'duplicate' });
    expect(slots).not.toHaveProperty('billed_qty');
  });

  it('that a rep wants credited or sent again is what is claimed', () => {
    const asked = { case: 'CASE-1225', pending: 'rep.credit', asked: 'quantity' };
    expect(read('just the five', asked, 'rep')).toEqual({ claimed_qty: 5 });
    expect(read('The full 24 as billed', asked, 'rep')).toEqual({ claimed_qty: 24 });
    expect(read('give her the 14 dessert plates back as credit', undefined, 'rep')).toMatchObject({
      claimed_qty: 14,
    });
  });

  it('behind the word for a line is its place', () => {
    expect(read('resend line 5. case 3420', undefined, 'rep')).toEqual({ line: 5, case: 'CASE-3420' });
  });

  it('that stood is no part of its correction', () => {
    const readBack = { pending: 'dispute.open', asked: 'confirmation', claimed_qty: 60 };
    expect(read('I counted again: 48, not 60.', readBack)).toEqual({ claimed_qty: 48 });
  });
});
