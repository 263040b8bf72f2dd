import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { type Present, present } from '../present.ts';

export type Confirmation = Present<Database['t']['confirmations']['$inferSelect']>;

export async function confirmationById(
  db: Database,
  conversationId: string,
  id: string,
): Promise<Confirmation | undefined> {
  const { confirmations: c } = db.t;
  const [row] = await db.read
    .select()
    .from(c)
    .where(and(eq(c.conversationId, conversationId), eq(c.id, id)));
  return row && present(row);
}

/** The confirmation that waits for a yes; at most one at a time. */
export async function askedConfirmation(
  db: Database,
  conversationId: string,
): Promise<Confirmation | undefined> {
  const { confirmations: c } = db.t;
  const [row] = await db.read
    .select()
    .from(c)
    .where(and(eq(c.conversationId, conversationId), eq(c.state, 'asked')))
    .orderBy(desc(c.askedAfter))
    .limit(1);
  return row && present(row);
}

/** Asks for a yes; whatever was asked before is withdrawn, so a yes has one meaning. */
export const askConfirmation = (
  db: Database,
  row: Database['t']['confirmations']['$inferInsert'],
): Promise<void> =>
  db.write(async (tx) => {
    await withdrawConfirmations(db, row.conversationId);
    await tx.insert(db.t.confirmations).values(row);
  });

export const withdrawConfirmations = (db: Database, conversationId: string): Promise<void> =>
  db.write(async (tx) => {
    const { confirmations: c } = db.t;
    await tx
      .update(c)
      .set({ state: 'withdrawn' })
      .where(and(eq(c.conversationId, conversationId), eq(c.state, 'asked')));
  });

/** Uses a confirmation up; false when it was used or withdrawn already. */
export const useConfirmation = (db: Database, id: string, outcome: string): Promise<boolean> =>
  db.write(async (tx) => {
    const { confirmations: c } = db.t;
    const used = await tx
      .update(c)
      .set({ state: 'done', outcome })
      .where(and(eq(c.id, id), eq(c.state, 'asked')))
      .returning({ id: c.id });
    return used.length === 1;
  });
