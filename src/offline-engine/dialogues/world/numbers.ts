import type { CustomerCaseView } from '#domain/views/case-view.ts';
import type { InvoiceView } from '#domain/views/invoice-view.ts';
import { type Refused, refused } from './items.ts';
import type { WorldState } from './state.ts';

/** A number as people write it: "20418" is INV-20418. */
export const digits = (number: string): string =>
  number
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^(?:INV|CASE|PO)/, '');
const letters = (number: string): string => [...digits(number)].sort().join('');

export const fine = <R>(result: R) => ({ ok: true as const, result });

export const invoiceOf = ({ invoices }: WorldState, number: string): InvoiceView | undefined =>
  invoices.find((invoice) => digits(invoice.number) === digits(number));
export const caseOf = ({ cases }: WorldState, number: string): CustomerCaseView | undefined =>
  cases.find((known) => digits(known.caseNumber) === digits(number));

export const noInvoice = ({ invoices }: WorldState, number: string): Refused =>
  refused('not-found', `There is no invoice ${number}.`, {
    near: invoices.map((invoice) => invoice.number).filter((known) => letters(known) === letters(number)),
  });
export const noCase = (number: string): Refused => refused('not-found', `There is no case ${number}.`);
