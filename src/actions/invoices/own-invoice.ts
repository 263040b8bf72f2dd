import type { Invoice } from '#domain/invoice.ts';
import { lookAlikes, matchingNumbers, normaliseNumber } from '#domain/look-alike.ts';
import { Refusal } from '#domain/refusal.ts';
import { invoiceByNumber, invoiceNumbersOf } from '#storage/billing/invoices.ts';
import type { Service } from '../service.ts';

/**
 * The account's invoice that a typed number means. What is not the account's is as if it were not there: the refusal has the
 * typed number and look-alikes among the account's own, nothing else.
 */
export async function ownInvoice(
  { db }: Pick<Service, 'db'>,
  accountId: string,
  typed: string,
): Promise<Invoice> {
  const own = await invoiceNumbersOf(db, accountId);
  const [number, another] = matchingNumbers(typed, own);
  if (number !== undefined && another === undefined) {
    const invoice = await invoiceByNumber(db, number, accountId);
    if (invoice) return invoice;
  }
  const shown = typed.trim().slice(0, 40);
  if (another !== undefined) {
    throw new Refusal('invalid', `Several of your invoices end in ${shown}. Give the whole number.`, {
      near: matchingNumbers(typed, own).slice(0, 5),
    });
  }
  throw new Refusal('not-found', `I can't find ${shown} on your account.`, {
    near: [...lookAlikes(typed, own)],
  });
}

/** Any invoice by its number, for staff. */
export async function anyInvoice({ db }: Pick<Service, 'db'>, typed: string): Promise<Invoice> {
  const invoice = await invoiceByNumber(db, normaliseNumber(typed));
  if (!invoice) throw new Refusal('not-found', `There is no invoice ${typed.trim().slice(0, 40)}.`);
  return invoice;
}
