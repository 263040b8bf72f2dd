import { decimalFromMinor, roundToMinor } from '#domain/money.ts';
import type { InvoiceSummary } from '#domain/views/invoice-view.ts';
import { findInvoiceHeads, type InvoiceHead } from '#storage/billing/invoices.ts';
import { ledgerSums } from '#storage/billing/ledger.ts';
import { type Service, today } from '../service.ts';
import { positionOf, summaryOf } from './invoice-views.ts';

/** What a person remembers of an invoice. Amounts as decimal strings; days ISO, inclusive. */
export type InvoiceSearch = {
  readonly status?: 'open' | 'overdue' | 'paid' | 'disputed';
  readonly dateFrom?: string;
  readonly dateTo?: string;
  /** About this much, total or still open: within one unit of the currency. */
  readonly amount?: string;
  readonly amountMin?: string;
  readonly amountMax?: string;
  readonly poNumber?: string;
  readonly product?: string;
  readonly latest?: boolean;
  readonly limit?: number;
};

/** What all that were found come to, for each currency; amounts as decimal strings. */
export type InvoiceSum = { readonly currency: string; readonly total: string; readonly open: string };

/** The account's invoices that fit, newest first; `total` counts those beyond the limit too, and `sums` are of all of them. */
export async function findInvoices(
  service: Service,
  accountId: string,
  search: InvoiceSearch,
): Promise<{ invoices: InvoiceSummary[]; total: number; sums: InvoiceSum[] }> {
  const heads = await findInvoiceHeads(service.db, {
    accountId,
    ...(search.dateFrom === undefined ? {} : { dateFrom: search.dateFrom }),
    ...(search.dateTo === undefined ? {} : { dateTo: search.dateTo }),
    ...(search.poNumber === undefined ? {} : { orderNumber: search.poNumber }),
    ...(search.product === undefined ? {} : { product: search.product }),
  });
  const sums = await ledgerSums(
    service.db,
    heads.map((head) => head.number),
  );
  const day = today(service);
  const found = heads
    .map((head) => {
      const position = positionOf(
        head,
        sums.get(head.number) ?? { paidMinor: 0, creditedMinor: 0, disputedMinor: 0 },
        day,
      );
      return { head, position };
    })
    .filter(({ head, position }) => amountFits(search, head, position.openMinor))
    .filter(({ position }) => {
      if (search.status === 'open') return position.openMinor > 0;
      if (search.status === 'overdue') return position.overdueMinor > 0;
      if (search.status === 'disputed') return position.disputedMinor > 0;
      return search.status !== 'paid' || position.status === 'paid' || position.status === 'credited';
    });
  const limit = search.latest ? 1 : Math.min(search.limit ?? 10, 50);
  return {
    invoices: found.slice(0, limit).map(({ head, position }) => summaryOf(head, position)),
    total: found.length,
    sums: sumsOf(found),
  };
}

type Found = { readonly head: InvoiceHead; readonly position: { readonly openMinor: number } };

const sumsOf = (found: readonly Found[]): InvoiceSum[] =>
  [...Map.groupBy(found, ({ head }) => head.currency)].map(([currency, those]) => ({
    currency,
    total: decimalFromMinor(
      sumOf(those, ({ head }) => head.totalMinor),
      currency,
    ),
    open: decimalFromMinor(
      sumOf(those, ({ position }) => position.openMinor),
      currency,
    ),
  }));

const sumOf = (found: readonly Found[], of: (one: Found) => number): number =>
  found.reduce((sum, one) => sum + of(one), 0);

function amountFits(search: InvoiceSearch, head: InvoiceHead, openMinor: number): boolean {
  const minor = (amount: string) => roundToMinor(amount, head.currency);
  if (search.amountMin !== undefined && head.totalMinor < minor(search.amountMin)) return false;
  if (search.amountMax !== undefined && head.totalMinor > minor(search.amountMax)) return false;
  if (search.amount === undefined) return true;
  const wanted = minor(search.amount);
  const near = minor('1');
  return Math.abs(head.totalMinor - wanted) < near || Math.abs(openMinor - wanted) < near;
}
