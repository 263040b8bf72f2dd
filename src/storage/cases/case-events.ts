import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { type Present, present } from '../present.ts';

export type CaseEvent = Present<Database['t']['caseEvents']['$inferSelect']>;

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
    .orderBy(asc(caseEvents.at), asc(caseEvents.id));
  return rows.map(present);
}

/** Adds an event once; the same id again changes nothing and answers false. */
export const addEvent = (
  db: Database,
  event: Database['t']['caseEvents']['$inferInsert'],
): Promise<boolean> =>
  db.write(async (tx) => {
    const added = await tx
      .insert(db.t.caseEvents)
      .values(event)
      .onConflictDoNothing()
      .returning({ id: db.t.caseEvents.id });
    return added.length === 1;
  });
