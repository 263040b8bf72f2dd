import { expect, it } from 'vitest';
import type { InvoiceView } from '#domain/views/invoice-view.ts';
import { worldInvoices } from '../dialogues/world/invoices.ts';
import { fold } from '../memory/fold.ts';
import { caseOfTwin } from './twin-case.ts';

const [first, , other] = worldInvoices();
if (!first || !other) throw new Error('The world has no invoices');
const twin: InvoiceView = { ...first, number: 'INV-20999', issueDate: '2026-11-13' };

const opened = { caseNumber: 'CASE-1187', invoiceNumber: first.number, reasonCode: 'DUPLICATE_INVOICE' };
const stateWith = (reasonCode: string) => ({
  ...fold([], { side: 'customer', today: '2026-11-21' }),
  opened: [{ ...opened, reasonCode }],
  invoices: new Map([[first.number, first]]),
});

it.each([
  ['the same lines under another number', twin, 'DUPLICATE_INVOICE', 'CASE-1187'],
  ['the bill that the case is about', first, 'DUPLICATE_INVOICE', undefined],
  ['another bill', other, 'DUPLICATE_INVOICE', undefined],
  ['the same lines, in a case for another reason', twin, 'TAX_ERROR', undefined],
])('the case of a double covers %s or not', (_, invoice, reasonCode, wanted) => {
  expect(caseOfTwin(invoice, stateWith(reasonCode))?.caseNumber).toBe(wanted);
});
