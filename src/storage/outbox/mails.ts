import { desc } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { type Present, present } from '../present.ts';

export type Mail = Present<Database['t']['mails']['$inferSelect']>;

/** Keeps a sent mail; the same key again is the same mail. */
export const saveMail = (db: Database, mail: Database['t']['mails']['$inferInsert']): Promise<boolean> =>
  db.write(async (tx) => {
    const kept = await tx
      .insert(db.t.mails)
      .values(mail)
      .onConflictDoNothing()
      .returning({ key: db.t.mails.key });
    return kept.length === 1;
  });

export async function newestMails(db: Database, limit: number): Promise<Mail[]> {
  const rows = await db.read
    .select()
    .from(db.t.mails)
    .orderBy(desc(db.t.mails.sentAt), desc(db.t.mails.key))
    .limit(limit);
  return rows.map(present);
}
