import { describe, expect, it } from 'vitest';
import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import { confirmationWords } from './confirmation.ts';
import { readsBack } from './read-back.ts';
import { speaker } from './replies.ts';

const view: ConfirmationView = {
  id: 'c-1',
  tool: 'open_dispute',
  facts: {
    invoiceNumber: 'INV-30112',
    reasonCode: 'SHORT_DELIVERY',
    currency: 'EUR',
    net: '3600.00',
    tax: '720.00',
    total: '4320.00',
    items: [
      {
        line: 1,
        description: 'Cutting oil',
        unitCode: 'XDR',
        invoicedQuantity: '50',
        claimedQuantity: '5',
        disputedQuantity: '45',
        unitPrice: '80.00',
        net: '3600.00',
      },
    ],
  },
};
const note: ConfirmationView = {
  id: 'c-2',
  tool: 'add_case_note',
  facts: { caseNumber: 'CASE-1187', note: 'the pallet was open', items: [] },
};

describe('a write is read back', () => {
  it.each(['en', 'de', 'pl'])('by our own words in %s', (language) => {
    expect(readsBack(`Sure. ${confirmationWords(view, speaker(language))}`, view)).toBe(true);
  });

  it.each([
    'INV-30112: you got 5 of 50 drums of cutting oil, so that is €4,320.00 in all. Go ahead?',
    'inv-30112, Cutting oil, 5 erhalten statt 50: 4.320,00 €. Soll ich?',
  ])('by words of another model that name all of it: %s', (words) => {
    expect(readsBack(words, view)).toBe(true);
  });

  it.each([
    ['the quantity', 'INV-30112: cutting oil is short, €4,320.00 in all. Go ahead?'],
    ['the sum', 'INV-30112: 5 of 50 drums of cutting oil came. Go ahead?'],
    ['the goods', 'INV-30112: 5 of 50 came, €4,320.00 in all. Go ahead?'],
    ['the invoice', '5 of 50 drums of cutting oil came, €4,320.00 in all. Go ahead?'],
    ['another sum', 'INV-30112: 5 of 50 drums of cutting oil, €4,302.00 in all. Go ahead?'],
  ])('not without %s', (_, words) => {
    expect(readsBack(words, view)).toBe(false);
  });

  it('of a note only with the note in full', () => {
    expect(readsBack('I would note on CASE-1187 that "the pallet was open". OK?', note)).toBe(true);
    expect(readsBack('I would note on CASE-1187 that the pallet was damaged. OK?', note)).toBe(false);
  });
});
