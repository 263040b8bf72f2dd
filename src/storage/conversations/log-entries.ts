import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { LogEntry } from '#domain/views/log-entry.ts';
import type { Database } from '../database.ts';

type NewEntry = Pick<LogEntry, 'id' | 'author' | 'audience' | 'body'> & {
  readonly authorName?: string;
  readonly at: Date;
};

/** Appends one entry with the next number. The same id again answers the entry that is there. */
export const appendEntry = (
  db: Database,
  conversationId: string,
  entry: NewEntry,
): Promise<{ entry: LogEntry; added: boolean }> =>
  db.write(async (tx) => {
    const { conversations, logEntries } = db.t;
    const [known] = await tx
      .select()
      .from(logEntries)
      .where(and(eq(logEntries.conversationId, conversationId), eq(logEntries.id, entry.id)));
    if (known) return { entry: entryOf(known), added: false };
    const [numbered] = await tx
      .update(conversations)
      .set({ lastSeq: sql`${conversations.lastSeq} + 1`, changedAt: entry.at })
      .where(eq(conversations.id, conversationId))
      .returning({ seq: conversations.lastSeq });
    if (!numbered) throw new Error('There is no such conversation to append to');
    const row = { ...entry, conversationId, seq: numbered.seq, authorName: entry.authorName ?? null };
    await tx.insert(logEntries).values(row);
    return { entry: entryOf(row), added: true };
  });

/** Entries after a number, in order; a customer's reader never gets the team's. */
export async function entriesAfter(
  db: Database,
  conversationId: string,
  seq: number,
  audience: 'everyone' | 'team' = 'everyone',
): Promise<LogEntry[]> {
  const { logEntries } = db.t;
  const rows = await db.read
    .select()
    .from(logEntries)
    .where(
      and(
        eq(logEntries.conversationId, conversationId),
        gt(logEntries.seq, seq),
        audience === 'team' ? undefined : eq(logEntries.audience, 'everyone'),
      ),
    )
    .orderBy(asc(logEntries.seq));
  return rows.map(entryOf);
}

export async function entryAt(
  db: Database,
  conversationId: string,
  seq: number,
): Promise<LogEntry | undefined> {
  const { logEntries } = db.t;
  const [row] = await db.read
    .select()
    .from(logEntries)
    .where(and(eq(logEntries.conversationId, conversationId), eq(logEntries.seq, seq)));
  return row && entryOf(row);
}

/** Whether an entry of this id is in the log. */
export async function hasEntry(db: Database, conversationId: string, id: string): Promise<boolean> {
  const { logEntries } = db.t;
  const where = and(eq(logEntries.conversationId, conversationId), eq(logEntries.id, id));
  return (await db.read.$count(logEntries, where)) > 0;
}

function entryOf(row: Database['t']['logEntries']['$inferSelect']): LogEntry {
  const { seq, id, author, authorName, audience, body } = row;
  return {
    seq,
    id,
    at: row.at.toISOString(),
    author,
    ...(authorName === null ? {} : { authorName }),
    audience,
    body,
  };
}
