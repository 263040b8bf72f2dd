import { decimalFromMinor } from '#domain/money.ts';
import type { Redress } from '#main';

/** Sums below this turn up by chance: a small number in two accounts proves nothing. */
const tellingMinor = 100_00;

/** What only other customers' records hold: numbers of documents and cases, names, addresses, and sums that tell. */
export async function canariesFor({ db }: Redress, accountId: string | undefined): Promise<string[]> {
  const { t, read } = db;
  const accounts = await read.select().from(t.accounts);
  const people = await read.select().from(t.people);
  const invoices = await read.select().from(t.invoices);
  const numbered = [
    ...(await read.select({ number: t.cases.number, accountId: t.cases.accountId }).from(t.cases)),
    ...(await read
      .select({ number: t.despatches.number, accountId: t.despatches.accountId })
      .from(t.despatches)),
    ...(await read.select({ number: t.orders.number, accountId: t.orders.accountId }).from(t.orders)),
    ...(await read
      .select({ number: t.creditNotes.number, accountId: t.creditNotes.accountId })
      .from(t.creditNotes)),
    ...(await read.select({ number: t.payments.number, accountId: t.payments.accountId }).from(t.payments)),
    ...invoices,
  ];
  const isOther = (row: { accountId: string | null }) =>
    row.accountId !== null && row.accountId !== accountId;
  const sums = (of: typeof invoices) =>
    of
      .flatMap((invoice) =>
        [invoice.totalMinor, invoice.netMinor, invoice.taxMinor].map((minor) => ({
          minor,
          currency: invoice.currency,
        })),
      )
      .filter(({ minor }) => minor >= tellingMinor)
      .map(({ minor, currency }) => decimalFromMinor(minor, currency));
  const own = new Set(sums(invoices.filter((invoice) => !isOther(invoice))));
  const ownNumbers = new Set(numbered.filter((row) => !isOther(row)).map((row) => row.number));
  return [
    ...numbered.filter((row) => isOther(row) && !ownNumbers.has(row.number)).map((row) => row.number),
    ...accounts.filter((account) => account.id !== accountId).map((account) => account.name),
    ...people.filter(isOther).flatMap((person) => [person.name, person.email]),
    ...sums(invoices.filter(isOther)).filter((sum) => !own.has(sum)),
  ];
}
