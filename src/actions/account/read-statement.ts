import { decimalFromMinor } from '#domain/money.ts';
import { Refusal } from '#domain/refusal.ts';
import type { StatementView } from '#domain/views/account-view.ts';
import { creditNotesOfAccount } from '#storage/billing/credit-notes.ts';
import { findInvoiceHeads } from '#storage/billing/invoices.ts';
import { paymentsOf } from '#storage/billing/payments.ts';
import type { Service } from '../service.ts';
import { accountOf } from './account-of.ts';

type Movement = { date: string; kind: StatementView['items'][number]['kind']; number: string; minor: number };

const order = { invoice: 0, credit_note: 1, payment: 2 };

/** Invoices, credits and payments between two days (inclusive), with the running balance in the account's currency. */
export async function readStatement(
  service: Service,
  accountId: string,
  from: string,
  to: string,
): Promise<StatementView> {
  if (from > to)
    throw new Refusal(
      'invalid',
      `The period ends (${to}) before it begins (${from}). Give the earlier day first.`,
    );
  const { currency } = await accountOf(service, accountId);
  const movements = (await movementsOf(service, accountId, currency)).sort(
    (a, b) =>
      a.date.localeCompare(b.date) || order[a.kind] - order[b.kind] || a.number.localeCompare(b.number),
  );
  let balance = movements.filter((one) => one.date < from).reduce((sum, one) => sum + one.minor, 0);
  const decimal = (minor: number) => decimalFromMinor(minor, currency);
  const opening = decimal(balance);
  const items = movements
    .filter((one) => one.date >= from && one.date <= to)
    .map((one) => {
      balance += one.minor;
      return {
        date: one.date,
        kind: one.kind,
        number: one.number,
        amount: decimal(one.minor),
        balance: decimal(balance),
      };
    });
  return { from, to, currency, opening, closing: decimal(balance), items };
}

async function movementsOf({ db }: Service, accountId: string, currency: string): Promise<Movement[]> {
  const invoices = await findInvoiceHeads(db, { accountId });
  const credits = await creditNotesOfAccount(db, accountId);
  const payments = await paymentsOf(db, accountId);
  const all: (Movement & { currency: string })[] = [
    ...invoices.map((one) => ({
      date: one.issueDate,
      kind: 'invoice' as const,
      number: one.number,
      minor: one.totalMinor - one.prepaidMinor,
      currency: one.currency,
    })),
    ...credits.map((one) => ({
      date: one.issueDate,
      kind: 'credit_note' as const,
      number: one.number,
      minor: -one.totalMinor,
      currency: one.currency,
    })),
    ...payments.map((one) => ({
      date: one.receivedOn,
      kind: 'payment' as const,
      number: one.number,
      minor: -one.amountMinor,
      currency: one.currency,
    })),
  ];
  return all.filter((one) => one.currency === currency);
}
