import { createHmac } from 'node:crypto';
import { asc, desc, gt } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { present } from '../present.ts';

export type AuditFact = {
  readonly at: Date;
  /** Who: a person's id, or an agent "invoice-assistant/<model> for <person>". */
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly data: Record<string, unknown>;
};

const beginning = '0'.repeat(64);

/** Appends to the record; each row's hash covers the row before it, keyed, so that nothing can be changed unseen. */
export const appendAudit = (db: Database, key: string, fact: AuditFact): Promise<void> =>
  db.write(async (tx) => {
    const { audit } = db.t;
    const [last] = await tx
      .select({ seq: audit.seq, hash: audit.hash })
      .from(audit)
      .orderBy(desc(audit.seq))
      .limit(1);
    const row = { ...fact, seq: (last?.seq ?? 0) + 1, previousHash: last?.hash ?? beginning };
    await tx.insert(audit).values({ ...row, hash: hashOf(key, row) });
  });

/** Recomputes the whole chain; the number of good rows, and the first bad one. */
export async function verifyAudit(db: Database, key: string): Promise<{ rows: number; firstBad?: number }> {
  const { audit } = db.t;
  let previous = beginning;
  let rows = 0;
  for (;;) {
    const page = await db.read
      .select()
      .from(audit)
      .where(gt(audit.seq, rows))
      .orderBy(asc(audit.seq))
      .limit(1000);
    if (page.length === 0) return { rows };
    for (const row of page) {
      const right =
        row.seq === rows + 1 && row.previousHash === previous && row.hash === hashOf(key, present(row));
      if (!right) return { rows, firstBad: row.seq };
      previous = row.hash;
      rows = row.seq;
    }
  }
}

function hashOf(key: string, row: AuditFact & { seq: number; previousHash: string }): string {
  const content = [
    row.seq,
    row.previousHash,
    row.at.toISOString(),
    row.actor,
    row.action,
    row.subject,
    sorted(row.data),
  ];
  return createHmac('sha256', key).update(JSON.stringify(content)).digest('hex');
}

const sorted = (data: unknown): string =>
  JSON.stringify(data, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
