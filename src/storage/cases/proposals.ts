import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { type Present, present } from '../present.ts';

export type Proposal = Present<Database['t']['proposals']['$inferSelect']>;
type NewProposal = Database['t']['proposals']['$inferInsert'];

export async function proposalById(db: Database, id: string): Promise<Proposal | undefined> {
  const [row] = await db.read.select().from(db.t.proposals).where(eq(db.t.proposals.id, id));
  return row && present(row);
}

export async function proposalsOfCase(db: Database, caseId: string): Promise<Proposal[]> {
  const { proposals } = db.t;
  const rows = await db.read
    .select()
    .from(proposals)
    .where(eq(proposals.caseId, caseId))
    .orderBy(desc(proposals.createdAt));
  return rows.map(present);
}

export async function proposalsIn(db: Database, states: Proposal['state'][]): Promise<Proposal[]> {
  const { proposals } = db.t;
  const rows = await db.read
    .select()
    .from(proposals)
    .where(inArray(proposals.state, states))
    .orderBy(desc(proposals.createdAt));
  return rows.map(present);
}

/** Adds a proposal; an earlier one of the case that nobody approved is superseded. */
export const addProposal = (db: Database, row: NewProposal): Promise<void> =>
  db.write(async (tx) => {
    const { proposals } = db.t;
    await tx
      .update(proposals)
      .set({ state: 'superseded' })
      .where(and(eq(proposals.caseId, row.caseId), inArray(proposals.state, ['open', 'pending_approval'])));
    await tx.insert(proposals).values(row);
  });

/** Changes a proposal only from the version that was read; false when somebody was faster. */
export const changeProposal = (
  db: Database,
  at: { id: string; version: number },
  change: Partial<Omit<NewProposal, 'id' | 'version'>>,
): Promise<boolean> =>
  db.write(async (tx) => {
    const { proposals } = db.t;
    const changed = await tx
      .update(proposals)
      .set({ ...change, version: at.version + 1 })
      .where(and(eq(proposals.id, at.id), eq(proposals.version, at.version)))
      .returning({ id: proposals.id });
    return changed.length === 1;
  });
