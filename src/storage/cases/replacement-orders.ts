import { eq } from 'drizzle-orm';
import type { Database } from '../database.ts';

export type ReplacementOrder = Database['t']['replacementOrders']['$inferSelect'];

export const replacementOrdersOfInvoice = (
  db: Database,
  invoiceNumber: string,
): PromiseLike<ReplacementOrder[]> =>
  db.read
    .select()
    .from(db.t.replacementOrders)
    .where(eq(db.t.replacementOrders.invoiceNumber, invoiceNumber));

export const replacementOrdersOfCase = (db: Database, caseId: string): PromiseLike<ReplacementOrder[]> =>
  db.read.select().from(db.t.replacementOrders).where(eq(db.t.replacementOrders.caseId, caseId));

/** `proposalId` is unique: one proposal never gives two orders. */
export const saveReplacementOrder = (db: Database, order: ReplacementOrder): Promise<void> =>
  db.write(async (tx) => {
    await tx.insert(db.t.replacementOrders).values(order);
  });
