import { and, eq, gt } from 'drizzle-orm';
import type { PresenceState } from '#domain/presence.ts';
import type { Database } from '../database.ts';

export const savePresence = (
  db: Database,
  personId: string,
  state: PresenceState,
  now: Date,
): Promise<void> =>
  db.write(async (tx) => {
    const row = { personId, state, changedAt: now };
    await tx
      .insert(db.t.presences)
      .values(row)
      .onConflictDoUpdate({ target: db.t.presences.personId, set: row });
  });

/** People who said they are available since a time. */
export const availableSince = (db: Database, since: Date): Promise<number> =>
  db.read.$count(
    db.t.presences,
    and(eq(db.t.presences.state, 'available'), gt(db.t.presences.changedAt, since)),
  );

export async function presenceOf(db: Database, personId: string): Promise<PresenceState> {
  const [row] = await db.read
    .select({ state: db.t.presences.state })
    .from(db.t.presences)
    .where(eq(db.t.presences.personId, personId));
  return row?.state ?? 'offline';
}
