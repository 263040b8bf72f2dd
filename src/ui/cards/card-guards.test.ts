import { expect, test } from 'vitest';
import type { Card } from '#domain/views/log-entry.ts';
import { confirmation, customerCase, invoice, summaryOfInvoice } from '../scripted-records.ts';
import { isDrawable, safeLink } from './card-guards.ts';

const cards: Card[] = [
  { kind: 'invoice', text: '', invoice },
  { kind: 'invoice_list', text: '', invoices: [summaryOfInvoice] },
  { kind: 'case', text: '', case: customerCase },
  { kind: 'confirmation', text: '', confirmation },
  { kind: 'resolution', text: '', caseNumber: 'CASE-1187', resolutionCode: 'credit_note_issued' },
  { kind: 'links', text: '', number: 'INV-1', pdfUrl: '/a', xmlUrl: '/b', expiresAt: '2026-11-21T14:35:00Z' },
];

test.each(cards.map((card) => [card.kind, card] as const))('a %s card can be drawn', (_kind, card) => {
  expect(isDrawable(card)).toBe(true);
});

test.each([
  ['of a kind newer than this screen', '{"kind":"hologram","text":"A new thing"}'],
  ['of a known kind without its record', '{"kind":"invoice","text":"INV-1"}'],
  ['whose lines are no list', '{"kind":"invoice_list","text":"","invoices":"INV-1"}'],
  ['named like something every object has', '{"kind":"constructor","text":""}'],
])('a card %s becomes its text', (_what, wire) => {
  const card: Card = JSON.parse(wire);
  expect(isDrawable(card)).toBe(false);
});

test.each([
  ['/documents/abc', 'https://billing.test/documents/abc'],
  ['https://files.test/a.pdf', 'https://files.test/a.pdf'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  [undefined, undefined],
])('the link %s leads to %s', (url, target) => {
  expect(safeLink(url, 'https://billing.test')).toBe(target);
});
