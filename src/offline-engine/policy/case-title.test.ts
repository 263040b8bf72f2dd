import { expect, it } from 'vitest';
import { caseTitle } from './case-title.ts';

const found = {
  shortDescription: 'Nicht geliefert: 24 von 60 Fender 30×90 cm auf INV-20411',
  reasonCode: 'NOT_DELIVERED',
  invoiceNumber: 'INV-20411',
  currency: 'GBP',
} as const;
const item = { line: 1, description: 'Fender 30×90 cm', invoicedQuantity: '60', disputedQuantity: '24' };

it('says a case title that was written in another language in the reader’s', () => {
  expect(caseTitle(found, [item], 'en')).toBe('Not delivered: 24 of 60 Fender 30×90 cm on INV-20411');
  expect(caseTitle(found, [], 'fr')).toMatch(/^Non livré.*INV-20411$/);
});

it('leaves a title in the reader’s language, and one that somebody wrote', () => {
  expect(caseTitle(found, [item], 'de')).toBe(found.shortDescription);
  const written = { ...found, shortDescription: 'Fenders for the north quay' };
  expect(caseTitle(written, [item], 'en')).toBe(written.shortDescription);
});
