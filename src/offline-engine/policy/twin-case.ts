import type { InvoiceView } from '#domain/views/invoice-view.ts';
import type { OpenedCase, State } from '../memory/state.ts';
import { sameDocument } from '../values/documents.ts';

const numbers = /\p{L}*[-#]?\d{3,}/gu;

/** The case of this conversation that disputes a bill under its other number: one of two bills for the same was billed twice, not both. */
export const caseOfTwin = (invoice: InvoiceView, { opened, invoices }: State): OpenedCase | undefined =>
  opened.find(
    ({ reasonCode, invoiceNumber, note = '' }) =>
      reasonCode === 'DUPLICATE_INVOICE' &&
      !sameDocument(invoiceNumber, invoice.number) &&
      ((note.match(numbers) ?? []).some((number) => sameDocument(number, invoice.number)) ||
        billsTheSame(invoices.get(invoiceNumber), invoice)),
  );

/** Whether two bills have the same lines, in their order. */
const billsTheSame = (one: InvoiceView | undefined, other: InvoiceView): boolean =>
  one !== undefined &&
  one.total === other.total &&
  one.lines.length === other.lines.length &&
  one.lines.every((line, at) => {
    const twin = other.lines[at];
    return twin?.itemId === line.itemId && twin.quantity === line.quantity && twin.net === line.net;
  });
