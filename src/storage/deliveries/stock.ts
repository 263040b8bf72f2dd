import { eq } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { type Present, present } from '../present.ts';

export type StockItem = Present<Database['t']['stock']['$inferSelect']>;

export async function stockOf(db: Database, itemId: string): Promise<StockItem | undefined> {
  const [row] = await db.read.select().from(db.t.stock).where(eq(db.t.stock.itemId, itemId));
  return row && present(row);
}

export const saveStock = (db: Database, item: StockItem): Promise<void> =>
  db.write(async (tx) => {
    await tx.insert(db.t.stock).values(item).onConflictDoUpdate({ target: db.t.stock.itemId, set: item });
  });
