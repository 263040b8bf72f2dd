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
describe('a write is read back', () => {
  it.each(['en', 'de', 'pl'])('by our own words in %s', (language) => {
    expect(readsBack(`Sure. ${confirmationWords(view, speaker(language))}`, view)).toBe(true);
  });

  it.each([
    'INV-30112: you got 5 of 50 drums of cutting oil, so that is €4,320.00 in all. Go ahead?',
    'Shall I drop the dispute on INV-30112: 5 of 50 drums of cutting oil, €4,320.00?',
    'INV-30112: 5 of 50 drums of cutting oil, €4,320.00. Would you like to see the invoice first?',
    'inv-30112, Cutting oil, 5 erhalten statt 50: 4.320,00 €. Soll ich?',
  ])('never by words of another model, which may mean anything: %s', (words) => {
    expect(readsBack(words, view)).toBe(false);
  });
});
