import { and, asc, eq, max } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { type Present, present } from '../present.ts';

export type CaseEvent = Present<Database['t']['caseEvents']['$inferSelect']>;
/** An event before it has its place in the timeline. */
export type NewCaseEvent = Omit<CaseEvent, 'seq'>;

/** A case's timeline, oldest first; for customers only what everyone may read. */
export async function eventsOf(
  db: Database,
  caseId: string,
  audience: 'everyone' | 'team',
): Promise<CaseEvent[]> {
  const { caseEvents } = db.t;
  const rows = await db.read
    .select()
    .from(caseEvents)
    .where(
      and(
        eq(caseEvents.caseId, caseId),
        audience === 'team' ? undefined : eq(caseEvents.audience, 'everyone'),
      ),
    )
    .orderBy(asc(caseEvents.seq));
  return rows.map(present);
}

/** Adds an event at the end, once; the same id again changes nothing and answers false. */
export const addEvent = (
  db: Database,
  event: Omit<Database['t']['caseEvents']['$inferInsert'], 'seq'>,
): Promise<boolean> =>
  db.write(async (tx) => {
    const { caseEvents } = db.t;
    const [last] = await tx
      .select({ seq: max(caseEvents.seq) })
      .from(caseEvents)
      .where(eq(caseEvents.caseId, event.caseId));
    const added = await tx
      .insert(caseEvents)
      .values({ ...event, seq: (last?.seq ?? 0) + 1 })
      .onConflictDoNothing({ target: caseEvents.id })
      .returning({ id: caseEvents.id });
    return added.length === 1;
  });
