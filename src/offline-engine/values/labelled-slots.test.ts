import { expect, it } from 'vitest';
import { understand } from '../understand.ts';

const slotsOf = (text: string, state = {}) =>
  understand({ text, side: 'customer', today: '2026-11-20', state }).slots;

it('names documents with their usual prefix, and as typed where the form is another', () => {
  expect(slotsOf('show me invoice 30112')).toEqual({ invoice: 'INV-30112' });
  expect(slotsOf('show me invoice RE-2026-118')).toEqual({ invoice: 'RE-2026-118' });
  expect(slotsOf('what happened to case 1187')).toEqual({ case: 'CASE-1187' });
});

it('lists several invoices once each, and then no single one', () => {
  expect(slotsOf('send me copies of INV-30112 and INV-30113')).toEqual({
    invoices: ['INV-30112', 'INV-30113'],
  });
});

it('names the case of each request where they differ', () => {
  const { slots } = understand({ text: 'reject 2229, credit 24 on 2222', side: 'rep', today: '2026-11-20' });
  expect(slots.case).toEqual(['CASE-2229', 'CASE-2222']);
});

it('says what is wrong only where something is claimed', () => {
  expect(slotsOf('12 bags on INV-30112 came torn')).toMatchObject({
    dispute_type: 'damaged',
    claimed_qty: 12,
  });
  expect(slotsOf('why is there freight on INV-30112?')).not.toHaveProperty('dispute_type');
});

it('gives no value of what is not ours', () => {
  expect(slotsOf('what will the weather be on Friday')).toEqual({});
});
