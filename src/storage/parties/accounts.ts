import { eq } from 'drizzle-orm';
import type { Account } from '#domain/person.ts';
import type { Database } from '../database.ts';

export async function accountById(db: Database, id: string): Promise<Account | undefined> {
  const [row] = await db.read.select().from(db.t.accounts).where(eq(db.t.accounts.id, id));
  return row;
}

export const allAccounts = (db: Database): PromiseLike<Account[]> =>
  db.read.select().from(db.t.accounts).orderBy(db.t.accounts.id);

export const saveAccount = (db: Database, account: Account): Promise<void> =>
  db.write(async (tx) => {
    await tx
      .insert(db.t.accounts)
      .values(account)
      .onConflictDoUpdate({ target: db.t.accounts.id, set: account });
  });
