import { tool } from 'ai';
import Big from 'big.js';
import * as z from 'zod';
import type { InvoiceSummary, InvoiceView, LineExplanation } from '#domain/views/invoice-view.ts';
import { explained } from './comparison.ts';
import { refused } from './items.ts';
import { digits, fine, invoiceOf, noInvoice } from './numbers.ts';
import type { WorldState } from './state.ts';

const Query = z.object({
  status: z.enum(['open', 'overdue', 'paid', 'disputed']).optional(),
  dateFrom: z.string().optional(),
  dateTo: z.string().optional(),
  amount: z.number().optional(),
  amountMin: z.number().optional(),
  amountMax: z.number().optional(),
  poNumber: z.string().optional(),
  product: z.string().optional(),
  latest: z.boolean().optional(),
  limit: z.number().int().optional(),
});

const fits = (
  { open, status, issueDate, total, orderNumber, lines }: InvoiceView,
  query: z.infer<typeof Query>,
): boolean =>
  (!query.status || (query.status === 'open' ? Number(open) > 0 : status === query.status)) &&
  (!query.dateFrom || issueDate >= query.dateFrom) &&
  (!query.dateTo || issueDate <= query.dateTo) &&
  (query.amount === undefined || Math.abs(Number(total) - query.amount) < 1) &&
  (query.amountMin === undefined || Number(total) >= query.amountMin) &&
  (query.amountMax === undefined || Number(total) <= query.amountMax) &&
  (!query.poNumber || digits(orderNumber ?? '') === digits(query.poNumber)) &&
  (!query.product ||
    lines.some(({ description }) =>
      description.toLowerCase().includes((query.product ?? '').toLowerCase().replace(/s$/, '')),
    ));

const summary = ({
  number,
  issueDate,
  dueDate,
  currency,
  total,
  open,
  disputed,
  status,
  orderNumber,
}: InvoiceView): InvoiceSummary => ({
  ...{ number, issueDate, dueDate, currency, total, open, disputed, status },
  ...(orderNumber ? { orderNumber } : {}),
});

/** What invoices come to, as the service gives it for each currency. */
const sumsOf = (found: readonly InvoiceView[]) =>
  [...Map.groupBy(found, ({ currency }) => currency)].map(([currency, those]) => ({
    currency,
    total: added(those.map(({ total }) => total)),
    open: added(those.map(({ open }) => open)),
  }));

const added = (sums: readonly string[]): string =>
  sums.reduce((sum, one) => sum.plus(one), new Big(0)).toFixed(2);

/** The tools that find, show and explain invoices. */
export const invoiceTools = (state: WorldState) => ({
  find_invoices: tool({
    inputSchema: Query,
    execute: (query) => {
      const found = state.invoices.filter((invoice) => fits(invoice, query));
      const [newest] = found.toSorted((a, b) => b.issueDate.localeCompare(a.issueDate));
      const shown = query.latest ? (newest ? [newest] : []) : found.slice(0, query.limit ?? 10);
      return fine({ invoices: shown.map(summary), total: found.length, sums: sumsOf(found) });
    },
  }),
  get_invoice: tool({
    inputSchema: z.object({ invoiceNumber: z.string() }),
    execute: ({ invoiceNumber }) => {
      const invoice = invoiceOf(state, invoiceNumber);
      return invoice ? fine(invoice) : noInvoice(state, invoiceNumber);
    },
  }),
  explain_charge: tool({
    inputSchema: z.object({ invoiceNumber: z.string(), line: z.number().int().optional() }),
    execute: ({ invoiceNumber, line: number }) => {
      const invoice = invoiceOf(state, invoiceNumber);
      if (!invoice) return noInvoice(state, invoiceNumber);
      const line = invoice.lines.find((known) => known.line === number);
      if (number !== undefined) {
        if (!line) return refused('not-found', `There is no line ${number}.`);
        return fine<LineExplanation>({
          invoiceNumber: invoice.number,
          line,
          currency: invoice.currency,
          arithmetic: `${line.quantity} × ${line.unitPrice} = ${line.net}`,
        });
      }
      return fine(explained(invoice, state.invoices));
    },
  }),
  send_invoice_copy: tool({
    inputSchema: z.object({ invoiceNumber: z.string(), byEmail: z.boolean().optional() }),
    execute: ({ invoiceNumber, byEmail }) => {
      const invoice = invoiceOf(state, invoiceNumber);
      if (!invoice) return noInvoice(state, invoiceNumber);
      const url = `https://billing.example/documents/${invoice.number}`;
      return fine({
        number: invoice.number,
        pdfUrl: `${url}.pdf`,
        xmlUrl: `${url}.xml`,
        expiresAt: '2026-11-22T09:00:00Z',
        ...(byEmail ? { mailedTo: 'dana@brightwell.example' } : {}),
      });
    },
  }),
});
