import { eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';

type CaseVector = Database['t']['caseVectors']['$inferInsert'];
type Passage = Database['t']['policyPassages']['$inferInsert'];

export const saveCaseVectors = (db: Database, rows: CaseVector[]): Promise<void> =>
  db.write(async (tx) => {
    const { caseVectors } = db.t;
    if (rows.length === 0) return;
    await tx
      .insert(caseVectors)
      .values(rows)
      .onConflictDoUpdate({
        target: caseVectors.caseId,
        set: {
          text: sql`excluded.text`,
          embedder: sql`excluded.embedder`,
          embedding: sql`excluded.embedding`,
        },
      });
    await countChange(db, 'case_vectors');
  });

/** Replaces all passages of one policy document. */
export const replacePassages = (db: Database, document: string, rows: Passage[]): Promise<void> =>
  db.write(async (tx) => {
    const { policyPassages } = db.t;
    await tx.delete(policyPassages).where(eq(policyPassages.document, document));
    if (rows.length > 0) await tx.insert(policyPassages).values(rows);
    await countChange(db, 'policy_passages');
  });

export const passagesById = (db: Database, ids: readonly string[]) => {
  const { policyPassages: p } = db.t;
  return db.read
    .select({
      id: p.id,
      document: p.document,
      title: p.title,
      section: p.section,
      version: p.version,
      text: p.text,
    })
    .from(p)
    .where(inArray(p.id, [...ids]));
};

/** Ids of closed cases that this embedder has not seen. */
export async function caseIdsWithoutVector(db: Database, embedder: string): Promise<string[]> {
  const { cases, caseVectors } = db.t;
  const rows = await db.read
    .select({ id: cases.id })
    .from(cases)
    .where(
      sql`${cases.state} = 'closed' and not exists (select 1 from ${caseVectors} where ${caseVectors.caseId} = ${cases.id} and ${caseVectors.embedder} = ${embedder})`,
    );
  return rows.map((row) => row.id);
}

/** Readers that keep vectors in memory look here whether theirs are still the newest. */
const countChange = (db: Database, name: string): Promise<void> =>
  db.write(async (tx) => {
    const { sequences } = db.t;
    await tx
      .insert(sequences)
      .values({ name, next: 1 })
      .onConflictDoUpdate({ target: sequences.name, set: { next: sql`${sequences.next} + 1` } });
  });
