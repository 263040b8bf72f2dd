import { and, desc, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { type Present, present } from '../present.ts';

export type PriceListEntry = Present<Database['t']['priceListEntries']['$inferSelect']>;

/** The agreed price of an item on a day: the account's own before the general list, the newest first. */
export async function priceOn(
  db: Database,
  { itemId, accountId, currency, day }: { itemId: string; accountId: string; currency: string; day: string },
): Promise<PriceListEntry | undefined> {
  const { priceListEntries: p } = db.t;
  const rows = await db.read
    .select()
    .from(p)
    .where(
      and(
        eq(p.itemId, itemId),
        eq(p.currency, currency),
        or(eq(p.accountId, accountId), isNull(p.accountId)),
        lte(p.validFrom, day),
        or(isNull(p.validTo), gte(p.validTo, day)),
      ),
    )
    .orderBy(desc(p.validFrom));
  const best = rows.find((row) => row.accountId === accountId) ?? rows[0];
  return best && present(best);
}

export const savePrice = (db: Database, entry: PriceListEntry): Promise<void> =>
  db.write(async (tx) => {
    await tx
      .insert(db.t.priceListEntries)
      .values(entry)
      .onConflictDoUpdate({ target: db.t.priceListEntries.id, set: entry });
  });
