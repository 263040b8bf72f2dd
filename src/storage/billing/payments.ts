import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Payment } from '#domain/payment.ts';
import type { Database } from '../database.ts';
import { present } from '../present.ts';
import { type Saved, sameRecord } from '../same-record.ts';

/** An account's payments, newest first; with an invoice, only those applied to it. */
export async function paymentsOf(
  db: Database,
  accountId: string,
  invoiceNumber?: string,
): Promise<Payment[]> {
  const { payments, paymentAllocations } = db.t;
  const rows = await db.read
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.accountId, accountId),
        invoiceNumber === undefined
          ? undefined
          : inArray(
              payments.number,
              db.read
                .select({ number: paymentAllocations.paymentNumber })
                .from(paymentAllocations)
                .where(eq(paymentAllocations.invoiceNumber, invoiceNumber)),
            ),
      ),
    )
    .orderBy(desc(payments.receivedOn), desc(payments.number));
  return withAllocations(db, rows);
}

export const savePayment = (db: Database, payment: Payment): Promise<Saved> =>
  db.write(async (tx) => {
    const [row] = await db.read.select().from(db.t.payments).where(eq(db.t.payments.number, payment.number));
    const [known] = row ? await withAllocations(db, [row]) : [];
    if (known) return sameRecord(known, payment) ? 'unchanged' : 'conflict';
    const { allocations, ...head } = payment;
    await tx.insert(db.t.payments).values(head);
    if (allocations.length > 0) {
      await tx
        .insert(db.t.paymentAllocations)
        .values(allocations.map((part) => ({ ...part, paymentNumber: payment.number })));
    }
    return 'new';
  });

async function withAllocations(
  db: Database,
  rows: Database['t']['payments']['$inferSelect'][],
): Promise<Payment[]> {
  if (rows.length === 0) return [];
  const { paymentAllocations } = db.t;
  const parts = await db.read
    .select()
    .from(paymentAllocations)
    .where(
      inArray(
        paymentAllocations.paymentNumber,
        rows.map((row) => row.number),
      ),
    )
    .orderBy(asc(paymentAllocations.invoiceNumber));
  return rows.map((row) => ({
    ...present(row),
    allocations: parts
      .filter((part) => part.paymentNumber === row.number)
      .map(({ invoiceNumber, amountMinor }) => ({ invoiceNumber, amountMinor })),
  }));
}
