import type { Invoice, InvoiceLine } from '#domain/invoice.ts';
import { type InvoicePosition, invoiceStatus } from '#domain/invoice-status.ts';
import { decimalFromMinor } from '#domain/money.ts';
import { plainDecimal } from '#domain/quantity.ts';
import type { InvoiceLineView, InvoiceSummary, InvoiceView } from '#domain/views/invoice-view.ts';
import { creditNotesOfInvoice } from '#storage/billing/credit-notes.ts';
import type { InvoiceHead } from '#storage/billing/invoices.ts';
import { casesOfInvoice, type LedgerSums, ledgerSums } from '#storage/billing/ledger.ts';
import { paymentsOf } from '#storage/billing/payments.ts';
import { type Service, today } from '../service.ts';

const nothing: LedgerSums = { paidMinor: 0, creditedMinor: 0, disputedMinor: 0 };

/** Where an invoice stands, from what was paid, credited and disputed. */
export const positionOf = (head: InvoiceHead, sums: LedgerSums, day: string): InvoicePosition =>
  invoiceStatus({
    ...sums,
    totalMinor: head.totalMinor,
    prepaidMinor: head.prepaidMinor,
    dueDate: head.dueDate,
    today: day,
  });

/** Summaries of invoices, with their standing of today, in the order given. */
export async function summariesOf(
  service: Service,
  heads: readonly InvoiceHead[],
): Promise<InvoiceSummary[]> {
  const sums = await ledgerSums(
    service.db,
    heads.map((head) => head.number),
  );
  return heads.map((head) =>
    summaryOf(head, positionOf(head, sums.get(head.number) ?? nothing, today(service))),
  );
}

export function summaryOf(head: InvoiceHead, position: InvoicePosition): InvoiceSummary {
  const decimal = (minor: number) => decimalFromMinor(minor, head.currency);
  return {
    number: head.number,
    issueDate: head.issueDate,
    dueDate: head.dueDate,
    currency: head.currency,
    total: decimal(head.totalMinor),
    open: decimal(position.openMinor),
    disputed: decimal(position.disputedMinor),
    status: position.status,
    ...(head.orderNumber === undefined ? {} : { orderNumber: head.orderNumber }),
  };
}

/** The whole invoice as people see it: lines, what was paid and credited, what is disputed. */
export async function invoiceView(service: Service, invoice: Invoice): Promise<InvoiceView> {
  const { db } = service;
  const sums = (await ledgerSums(db, [invoice.number])).get(invoice.number) ?? nothing;
  const payments = await paymentsOf(db, invoice.accountId, invoice.number);
  const creditNotes = await creditNotesOfInvoice(db, invoice.number);
  const decimal = (minor: number) => decimalFromMinor(minor, invoice.currency);
  return {
    ...summaryOf(invoice, positionOf(invoice, sums, today(service))),
    billTo: invoice.billTo,
    ...(invoice.shipTo ? { shipTo: invoice.shipTo } : {}),
    ...(invoice.note === undefined ? {} : { note: invoice.note }),
    lines: invoice.lines.map((line) => lineView(line, invoice.currency)),
    net: decimal(invoice.netMinor),
    tax: decimal(invoice.taxMinor),
    paid: decimal(sums.paidMinor + invoice.prepaidMinor),
    credited: decimal(sums.creditedMinor),
    payments: payments.map((payment) => ({
      number: payment.number,
      receivedOn: payment.receivedOn,
      amount: decimal(
        payment.allocations.find((part) => part.invoiceNumber === invoice.number)?.amountMinor ?? 0,
      ),
    })),
    creditNotes: creditNotes.map((note) => ({
      number: note.number,
      issueDate: note.issueDate,
      total: decimal(note.totalMinor),
    })),
    cases: await casesOfInvoice(db, invoice.number),
  };
}

export const lineView = (line: InvoiceLine, currency: string): InvoiceLineView => ({
  line: line.line,
  kind: line.kind,
  itemId: line.itemId,
  description: line.description,
  quantity: plainDecimal(line.invoicedQuantity.value),
  unitCode: line.invoicedQuantity.unitCode,
  unitPrice: line.unitPrice,
  net: decimalFromMinor(line.netMinor, currency),
  taxRate: plainDecimal(line.taxRate),
  taxCategory: line.taxCategory,
  ...(line.note === undefined ? {} : { note: line.note }),
});
