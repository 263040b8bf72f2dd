import { describe, expect, it } from 'vitest';
import { understand } from '../understand.ts';
import { withNoneCame } from './none-came.ts';
import { noSlots } from './slots.ts';

describe('nothing came of what was billed', () => {
  const told = { ...noSlots(), billed: '36', none: true };
  it('is no goods delivered', () => {
    expect(withNoneCame(told, 'dispute.open')).toMatchObject({ billed: '36', delivered: '0' });
  });
  it.each([
    ['a price is disputed', told, 'dispute.open', 'wrong_price'],
    ['some came', { ...told, delivered: '6' }, 'dispute.open', undefined],
    ['the message asks for something else', told, 'invoice.find', undefined],
    ['no number was billed', { ...noSlots(), none: true }, 'dispute.open', undefined],
  ] as const)('is not said where %s', (_, slots, intent, reason) => {
    expect(withNoneCame(slots, intent, reason)).toBe(slots);
  });
  it.each([['36 goat cheeses were billed and none of them came'], ['none of the 36 goat cheeses came']])(
    '"%s" disputes all of them',
    (text) => {
      expect(understand({ text, side: 'customer' }).slots).toMatchObject({
        billed_qty: 36,
        delivered_qty: 0,
        claimed_qty: 36,
        dispute_type: 'not_delivered',
      });
    },
  );
});

describe('how many there are, roughly', () => {
  const state = { invoice: 'INV-30112', line: 1, pending: 'dispute.open', asked: 'quantity' };
  it.each([['about 20, I cannot count them in the rain'], ['ungefähr 20'], ['około 20'], ['environ 20']])(
    '"%s" is no number',
    (text) => {
      expect(understand({ text, side: 'customer', state }).slots).not.toHaveProperty('claimed_qty');
    },
  );
  it('is a number when said so', () => {
    expect(understand({ text: '20 of them', side: 'customer', state }).slots).toMatchObject({
      claimed_qty: 20,
    });
  });
});
