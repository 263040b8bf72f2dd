import { and, asc, desc, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import type { HandoffState } from '#domain/case.ts';
import type { Database } from '../database.ts';
import { type Present, present } from '../present.ts';

export type Conversation = Present<Database['t']['conversations']['$inferSelect']>;
type Change = Partial<Omit<Database['t']['conversations']['$inferInsert'], 'id'>>;

export async function conversationById(db: Database, id: string): Promise<Conversation | undefined> {
  const [row] = await db.read.select().from(db.t.conversations).where(eq(db.t.conversations.id, id));
  return row && present(row);
}

/** Starts a conversation; the same id again finds the one that is there. */
export const startConversation = (
  db: Database,
  row: Database['t']['conversations']['$inferInsert'],
): Promise<Conversation> =>
  db.write(async (tx) => {
    await tx.insert(db.t.conversations).values(row).onConflictDoNothing();
    const started = await conversationById(db, row.id);
    if (!started) throw new Error('The conversation that was just started is not there');
    return started;
  });

/** The newest conversation of a person that has not ended. */
export async function currentConversation(
  db: Database,
  owner: { personId: string; side: 'customer' | 'rep'; caseId?: string },
): Promise<Conversation | undefined> {
  const { conversations: c } = db.t;
  const [row] = await db.read
    .select()
    .from(c)
    .where(
      and(
        eq(c.personId, owner.personId),
        eq(c.side, owner.side),
        ne(c.state, 'ended'),
        owner.caseId === undefined ? undefined : eq(c.caseId, owner.caseId),
      ),
    )
    .orderBy(desc(c.createdAt))
    .limit(1);
  return row && present(row);
}

/** Customers' conversations in these states, those waiting longest first. */
export async function conversationsIn(
  db: Database,
  states: HandoffState[],
  repId?: string,
): Promise<Conversation[]> {
  const { conversations: c } = db.t;
  const rows = await db.read
    .select()
    .from(c)
    .where(
      and(
        eq(c.side, 'customer'),
        inArray(c.state, states),
        repId === undefined ? undefined : eq(c.repId, repId),
      ),
    )
    .orderBy(asc(c.queuedAt), asc(c.createdAt));
  return rows.map(present);
}

/** Moves a conversation on only if it still is in the state it was read in; false when somebody was faster. */
export const moveConversation = (
  db: Database,
  id: string,
  from: HandoffState[],
  change: Change,
): Promise<boolean> =>
  db.write(async (tx) => {
    const { conversations: c } = db.t;
    const moved = await tx
      .update(c)
      .set(change)
      .where(and(eq(c.id, id), inArray(c.state, from)))
      .returning({ id: c.id });
    return moved.length === 1;
  });

export const changeConversation = (db: Database, id: string, change: Change): Promise<void> =>
  db.write(async (tx) => {
    await tx.update(db.t.conversations).set(change).where(eq(db.t.conversations.id, id));
  });

/** How long the latest accepted conversations waited, in milliseconds. */
export async function recentWaits(db: Database, limit: number): Promise<number[]> {
  const { conversations: c } = db.t;
  const rows = await db.read
    .select({ queuedAt: c.queuedAt, acceptedAt: c.acceptedAt })
    .from(c)
    .where(and(isNotNull(c.queuedAt), isNotNull(c.acceptedAt)))
    .orderBy(desc(c.acceptedAt))
    .limit(limit);
  return rows.flatMap(({ queuedAt, acceptedAt }) =>
    queuedAt && acceptedAt ? [acceptedAt.getTime() - queuedAt.getTime()] : [],
  );
}
