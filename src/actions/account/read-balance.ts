import { decimalFromMinor } from '#domain/money.ts';
import type { BalanceView } from '#domain/views/account-view.ts';
import { findInvoiceHeads } from '#storage/billing/invoices.ts';
import { ledgerSums } from '#storage/billing/ledger.ts';
import { paymentsOf } from '#storage/billing/payments.ts';
import { positionOf } from '../invoices/invoice-views.ts';
import { type Service, today } from '../service.ts';
import { accountOf } from './account-of.ts';

/** What the account owes today in its own currency: open, overdue, disputed, and what stands in its favour. */
export async function readBalance(service: Service, accountId: string): Promise<BalanceView> {
  const { currency } = await accountOf(service, accountId);
  const heads = (await findInvoiceHeads(service.db, { accountId })).filter(
    (head) => head.currency === currency,
  );
  const sums = await ledgerSums(
    service.db,
    heads.map((head) => head.number),
  );
  const day = today(service);
  const positions = heads.map((head) =>
    positionOf(head, sums.get(head.number) ?? { paidMinor: 0, creditedMinor: 0, disputedMinor: 0 }, day),
  );
  const payments = (await paymentsOf(service.db, accountId)).filter(
    (payment) => payment.currency === currency,
  );
  const unapplied = payments.reduce(
    (rest, payment) =>
      rest + payment.amountMinor - payment.allocations.reduce((sum, part) => sum + part.amountMinor, 0),
    0,
  );
  const add = (of: (position: (typeof positions)[number]) => number) =>
    positions.reduce((sum, position) => sum + of(position), 0);
  const decimal = (minor: number) => decimalFromMinor(minor, currency);
  return {
    currency,
    open: decimal(add((position) => position.openMinor)),
    overdue: decimal(add((position) => position.overdueMinor)),
    overdueCount: positions.filter((position) => position.overdueMinor > 0).length,
    disputed: decimal(add((position) => position.disputedMinor)),
    undisputed: decimal(add((position) => position.undisputedMinor)),
    credit: decimal(unapplied + add((position) => position.overpaidMinor)),
  };
}
