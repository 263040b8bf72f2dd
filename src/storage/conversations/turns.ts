import { and, asc, eq, gte, isNull, lt, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { type Present, present } from '../present.ts';

export type Turn = Present<Database['t']['turns']['$inferSelect']>;

/** Takes the turn that answers an entry, if nobody runs it or whoever did is gone; false when it is taken or done. */
export const takeTurn = (
  db: Database,
  turn: { conversationId: string; answers: number; runner: string; now: Date; leaseUntil: Date },
): Promise<boolean> =>
  db.write(async (tx) => {
    const { turns } = db.t;
    const { now, ...row } = turn;
    const taken = await tx
      .insert(turns)
      .values({ ...row, state: 'running', startedAt: now })
      .onConflictDoUpdate({
        target: [turns.conversationId, turns.answers],
        set: { runner: turn.runner, leaseUntil: turn.leaseUntil },
        setWhere: sql`${turns.state} = 'running' and ${lt(turns.leaseUntil, now)}`,
      })
      .returning({ answers: turns.answers });
    return taken.length === 1;
  });

export const finishTurn = (
  db: Database,
  at: { conversationId: string; answers: number },
  result: Pick<Turn, 'state'> & Partial<Pick<Turn, 'model' | 'promptVersion' | 'messages' | 'usage'>>,
): Promise<void> =>
  db.write(async (tx) => {
    const { turns } = db.t;
    await tx
      .update(turns)
      .set(result)
      .where(and(eq(turns.conversationId, at.conversationId), eq(turns.answers, at.answers)));
  });

/** Gives a turn back that this process cannot finish: whoever looks next may take it. */
export const releaseTurn = (
  db: Database,
  at: { conversationId: string; answers: number },
  now: Date,
): Promise<void> =>
  db.write(async (tx) => {
    const { turns } = db.t;
    await tx
      .update(turns)
      .set({ leaseUntil: new Date(now.getTime() - 1) })
      .where(
        and(
          eq(turns.conversationId, at.conversationId),
          eq(turns.answers, at.answers),
          eq(turns.state, 'running'),
        ),
      );
  });

/** Finished turns that answer entries from a number on, in order. */
export async function turnsOf(db: Database, conversationId: string, from = 0): Promise<Turn[]> {
  const { turns } = db.t;
  const rows = await db.read
    .select()
    .from(turns)
    .where(and(eq(turns.conversationId, conversationId), gte(turns.answers, from)))
    .orderBy(asc(turns.answers));
  return rows.map(present);
}

/** Turns that were begun and whose runner is gone: after a crash they are answered again. */
export async function abandonedTurns(db: Database, now: Date): Promise<Turn[]> {
  const { turns } = db.t;
  const rows = await db.read
    .select()
    .from(turns)
    .where(and(eq(turns.state, 'running'), lt(turns.leaseUntil, now)));
  return rows.map(present);
}

/** The last message of each conversation with the assistant that no turn was ever begun for. */
export async function unansweredMessages(
  db: Database,
): Promise<{ conversationId: string; answers: number }[]> {
  const { conversations, logEntries, turns } = db.t;
  const rows = await db.read
    .select({ conversationId: conversations.id, answers: logEntries.seq })
    .from(conversations)
    .innerJoin(
      logEntries,
      and(eq(logEntries.conversationId, conversations.id), eq(logEntries.seq, conversations.lastSeq)),
    )
    .leftJoin(turns, and(eq(turns.conversationId, conversations.id), eq(turns.answers, logEntries.seq)))
    .where(
      and(
        eq(conversations.state, 'bot'),
        isNull(turns.answers),
        sql`((${conversations.side} = 'customer' and ${logEntries.author} = 'customer') or (${conversations.side} = 'rep' and ${logEntries.author} = 'rep'))`,
      ),
    );
  return rows;
}
