import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { type Present, present } from '../present.ts';

export type OutboxRow = Present<Database['t']['outbox']['$inferSelect']>;

/** Asks for an effect, in the same unit of work as its cause. The same key again asks for nothing new. */
export const enqueue = (
  db: Database,
  row: { key: string; topic: string; payload: Record<string, unknown>; dueAt: Date },
): Promise<void> =>
  db.write(async (tx) => {
    await tx
      .insert(db.t.outbox)
      .values({ ...row, attempts: 0 })
      .onConflictDoNothing();
  });

/** Leases due rows by moving their time; a crashed worker's rows come back when the lease ends. */
export const leaseDue = (db: Database, now: Date, limit: number, leaseMs: number): Promise<OutboxRow[]> =>
  db.write(async (tx) => {
    const { outbox } = db.t;
    const due = await tx
      .select({ key: outbox.key })
      .from(outbox)
      .where(and(isNull(outbox.doneAt), lte(outbox.dueAt, now)))
      .orderBy(asc(outbox.dueAt))
      .limit(limit);
    if (due.length === 0) return [];
    const leased = await tx
      .update(outbox)
      .set({ dueAt: new Date(now.getTime() + leaseMs), attempts: sql`${outbox.attempts} + 1` })
      .where(
        inArray(
          outbox.key,
          due.map((row) => row.key),
        ),
      )
      .returning();
    return leased.map(present).sort((a, b) => a.key.localeCompare(b.key));
  });

/** Marks an effect as done; false when another worker did it meanwhile. */
export const markDone = (db: Database, key: string, now: Date): Promise<boolean> =>
  db.write(async (tx) => {
    const { outbox } = db.t;
    const done = await tx
      .update(outbox)
      .set({ doneAt: now, lastError: null })
      .where(and(eq(outbox.key, key), isNull(outbox.doneAt)))
      .returning({ key: outbox.key });
    return done.length === 1;
  });

/** Tries again later: after 2, 4, 8 … seconds, at most an hour apart. */
export const markFailed = (db: Database, row: OutboxRow, reason: string, now: Date): Promise<void> =>
  db.write(async (tx) => {
    const { outbox } = db.t;
    const wait = Math.min(3_600_000, 1000 * 2 ** row.attempts);
    await tx
      .update(outbox)
      .set({ lastError: reason.slice(0, 500), dueAt: new Date(now.getTime() + wait) })
      .where(and(eq(outbox.key, row.key), isNull(outbox.doneAt)));
  });

/** Takes an effect back that has not begun. */
export const dropQueued = (db: Database, key: string): Promise<boolean> =>
  db.write(async (tx) => {
    const { outbox } = db.t;
    const dropped = await tx
      .delete(outbox)
      .where(and(eq(outbox.key, key), isNull(outbox.doneAt)))
      .returning({ key: outbox.key });
    return dropped.length === 1;
  });

export const countWaiting = (db: Database): Promise<number> =>
  db.read.$count(db.t.outbox, isNull(db.t.outbox.doneAt));
