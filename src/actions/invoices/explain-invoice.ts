import type { Invoice, InvoiceLine } from '#domain/invoice.ts';
import { decimalFromMinor } from '#domain/money.ts';
import { plainDecimal } from '#domain/quantity.ts';
import type { InvoiceExplanation } from '#domain/views/invoice-view.ts';
import { previousInvoiceFor } from '#storage/billing/invoices.ts';
import type { Service } from '../service.ts';
import { invoiceView } from './invoice-views.ts';

/** An invoice beside the one before it that billed the same goods, line by line; differences are net. */
export async function explainInvoice(service: Service, invoice: Invoice): Promise<InvoiceExplanation> {
  const view = await invoiceView(service, invoice);
  const previous = await previousInvoiceFor(service.db, invoice);
  if (!previous) return { invoice: view, changes: [] };
  const decimal = (minor: number) => decimalFromMinor(minor, invoice.currency);
  return {
    invoice: view,
    previous: {
      number: previous.number,
      issueDate: previous.issueDate,
      net: decimal(previous.netMinor),
      total: decimal(previous.totalMinor),
    },
    netDifference: decimal(invoice.netMinor - previous.netMinor),
    changes: invoice.lines.flatMap((line) => {
      const before = previous.lines.find((one) => one.itemId === line.itemId);
      if (before && before.netMinor === line.netMinor && sameQuantity(before, line)) return [];
      return [
        {
          line: line.line,
          description: line.description,
          unitCode: line.invoicedQuantity.unitCode,
          quantity: plainDecimal(line.invoicedQuantity.value),
          previousQuantity: before ? plainDecimal(before.invoicedQuantity.value) : '0',
          unitPrice: line.unitPrice,
          previousUnitPrice: before?.unitPrice ?? '0',
          netDifference: decimal(line.netMinor - (before?.netMinor ?? 0)),
        },
      ];
    }),
  };
}

const sameQuantity = (a: InvoiceLine, b: InvoiceLine) =>
  plainDecimal(a.invoicedQuantity.value) === plainDecimal(b.invoicedQuantity.value);
