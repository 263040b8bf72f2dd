import { expect, test } from 'vitest';
import { disputeReasonCodes } from '#domain/dispute-reason.ts';
import type { CaseSubject } from '#domain/record-writer.ts';
import { packs } from '../speak/replies.ts';
import { shortDescriptionOf } from './short-description.ts';

const gloves = { line: 2, description: 'nitrile gloves', invoicedQuantity: '48', disputedQuantity: '12' };
const short = { reasonCode: 'SHORT_DELIVERY', invoiceNumber: 'INV-20418', items: [gloves] } as const;

test.each<[string, CaseSubject, string]>([
  ['en', short, 'Quantity missing: 12 of 48 nitrile gloves on INV-20418'],
  ['de', short, 'Fehlmenge: 12 von 48 nitrile gloves auf INV-20418'],
  ['es', short, 'Falta cantidad: 12 de 48 nitrile gloves en INV-20418'],
  ['fr', short, 'Quantité manquante : 12 sur 48 nitrile gloves de INV-20418'],
  ['it', short, 'Quantità mancante: 12 di 48 nitrile gloves su INV-20418'],
  ['nl', short, 'Hoeveelheid ontbreekt: 12 van 48 nitrile gloves op INV-20418'],
  ['pl', short, 'Brakująca ilość: 12 z 48 nitrile gloves, INV-20418'],
  ['pt', short, 'Quantidade em falta: 12 de 48 nitrile gloves em INV-20418'],
  [
    'en',
    {
      ...short,
      reasonCode: 'PRICE_ERROR',
      currency: 'GBP',
      items: [{ ...gloves, expectedUnitPrice: '1.65' }],
    },
    'Wrong price: nitrile gloves on INV-20418, £1.65 expected',
  ],
  ['en', { ...short, items: [gloves, { ...gloves, line: 3 }] }, 'Quantity missing: 2 lines of INV-20418'],
  [
    'en',
    { ...short, reasonCode: 'DUPLICATE_INVOICE', items: [{ ...gloves, line: 0 }] },
    'Billed twice: INV-20418',
  ],
  ['en', { invoiceNumber: 'INV-20418', items: [] }, 'Question on INV-20418'],
  ['en', { items: [] }, 'Wants to talk to a person'],
])('in %s a case is called as it is', (language, about, text) => {
  expect(shortDescriptionOf(about, language)).toBe(text);
});

test.each([...packs.keys()])('every reason has a short description in %s', (language) => {
  const all = disputeReasonCodes.map((reasonCode) => shortDescriptionOf({ ...short, reasonCode }, language));
  expect(new Set(all).size).toBe(disputeReasonCodes.length);
  expect(all.join('\n')).not.toMatch(/[{}]|undefined/);
});
