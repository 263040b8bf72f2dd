import { and, eq, inArray, isNotNull, sql, sum } from 'drizzle-orm';
import type { Database } from '../database.ts';

/** What happened to an invoice's total, in minor units. */
export type LedgerSums = {
  readonly paidMinor: number;
  readonly creditedMinor: number;
  readonly disputedMinor: number;
};

/** Paid, credited and disputed sums of the given invoices, in three queries whatever their number. */
export async function ledgerSums(
  db: Database,
  invoiceNumbers: readonly string[],
): Promise<Map<string, LedgerSums>> {
  const result = new Map<string, LedgerSums>();
  if (invoiceNumbers.length === 0) return result;
  const numbers = [...invoiceNumbers];
  const { paymentAllocations, creditNotes, disputeItems } = db.t;
  const paid = await db.read
    .select({
      number: paymentAllocations.invoiceNumber,
      minor: sum(paymentAllocations.amountMinor).mapWith(Number),
    })
    .from(paymentAllocations)
    .where(inArray(paymentAllocations.invoiceNumber, numbers))
    .groupBy(paymentAllocations.invoiceNumber);
  const credited = await db.read
    .select({ number: creditNotes.invoiceNumber, minor: sum(creditNotes.totalMinor).mapWith(Number) })
    .from(creditNotes)
    .where(inArray(creditNotes.invoiceNumber, numbers))
    .groupBy(creditNotes.invoiceNumber);
  const disputed = await db.read
    .select({ number: disputeItems.invoiceNumber, minor: sum(disputeItems.disputedMinor).mapWith(Number) })
    .from(disputeItems)
    .where(and(inArray(disputeItems.invoiceNumber, numbers), isNotNull(disputeItems.openKey)))
    .groupBy(disputeItems.invoiceNumber);
  const of = (rows: { number: string; minor: number | null }[]) =>
    new Map(rows.map((row) => [row.number, row.minor ?? 0]));
  const [paidOf, creditedOf, disputedOf] = [of(paid), of(credited), of(disputed)];
  for (const number of numbers) {
    result.set(number, {
      paidMinor: paidOf.get(number) ?? 0,
      creditedMinor: creditedOf.get(number) ?? 0,
      disputedMinor: disputedOf.get(number) ?? 0,
    });
  }
  return result;
}

/** Open cases that dispute an invoice, by number. */
export const casesOfInvoice = (db: Database, invoiceNumber: string) => {
  const { cases } = db.t;
  return db.read
    .select({ caseNumber: cases.number, state: sql<string>`${cases.state}` })
    .from(cases)
    .where(eq(cases.invoiceNumber, invoiceNumber))
    .orderBy(cases.openedAt);
};
