import { and, asc, desc, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { CaseState } from '#domain/case.ts';
import type { Database } from '../database.ts';
import { type Present, present } from '../present.ts';

export type CaseRecord = Present<Database['t']['cases']['$inferSelect']>;
export type DisputeItemRecord = Present<Database['t']['disputeItems']['$inferSelect']>;
type NewCase = Database['t']['cases']['$inferInsert'];
type NewItem = Database['t']['disputeItems']['$inferInsert'];

/** States in which a case still waits for something. */
export const openStates: CaseState[] = ['draft', 'new', 'work_in_progress', 'awaiting_info', 'resolved'];

export async function caseByNumber(
  db: Database,
  number: string,
  accountId?: string,
): Promise<CaseRecord | undefined> {
  const { cases } = db.t;
  const mine = accountId === undefined ? undefined : eq(cases.accountId, accountId);
  const [row] = await db.read
    .select()
    .from(cases)
    .where(and(eq(cases.number, number), mine));
  return row && present(row);
}

export async function caseById(db: Database, id: string): Promise<CaseRecord | undefined> {
  const [row] = await db.read.select().from(db.t.cases).where(eq(db.t.cases.id, id));
  return row && present(row);
}

export async function caseOfRequest(db: Database, requestId: string): Promise<CaseRecord | undefined> {
  const [row] = await db.read.select().from(db.t.cases).where(eq(db.t.cases.requestId, requestId));
  return row && present(row);
}

export type CaseFilter = {
  readonly accountId?: string;
  readonly open?: boolean;
  readonly assignedTo?: string;
  readonly unassigned?: boolean;
  readonly ids?: readonly string[];
  readonly limit?: number;
};

/** Open ones oldest first by their clock, closed ones newest first. */
export async function listCases(db: Database, filter: CaseFilter): Promise<CaseRecord[]> {
  const { cases } = db.t;
  const conditions: (SQL | undefined)[] = [
    filter.accountId === undefined ? undefined : eq(cases.accountId, filter.accountId),
    filter.open === undefined
      ? undefined
      : filter.open
        ? inArray(cases.state, openStates)
        : inArray(cases.state, ['closed', 'cancelled']),
    filter.assignedTo === undefined ? undefined : eq(cases.assignedTo, filter.assignedTo),
    filter.unassigned ? sql`${cases.assignedTo} is null` : undefined,
    filter.ids === undefined ? undefined : inArray(cases.id, [...filter.ids]),
  ];
  const rows = await db.read
    .select()
    .from(cases)
    .where(and(...conditions))
    .orderBy(filter.open === true ? asc(cases.priority) : desc(cases.openedAt), asc(cases.openedAt))
    .limit(filter.limit ?? 200);
  return rows.map(present);
}

export const countOpenCases = (db: Database): Promise<number> =>
  db.read.$count(db.t.cases, inArray(db.t.cases.state, openStates));

export async function itemsOf(db: Database, caseIds: readonly string[]): Promise<DisputeItemRecord[]> {
  if (caseIds.length === 0) return [];
  const { disputeItems } = db.t;
  const rows = await db.read
    .select()
    .from(disputeItems)
    .where(inArray(disputeItems.caseId, [...caseIds]))
    .orderBy(asc(disputeItems.line));
  return rows.map(present);
}

/** The open case that already disputes one of these invoice lines, if any. */
export async function openDisputeOf(
  db: Database,
  openKeys: readonly string[],
): Promise<CaseRecord | undefined> {
  const { disputeItems } = db.t;
  const [item] = await db.read
    .select({ caseId: disputeItems.caseId })
    .from(disputeItems)
    .where(and(isNotNull(disputeItems.openKey), inArray(disputeItems.openKey, [...openKeys])));
  return item && caseById(db, item.caseId);
}

export const insertCase = (db: Database, row: NewCase, items: NewItem[]): Promise<void> =>
  db.write(async (tx) => {
    await tx.insert(db.t.cases).values(row);
    if (items.length > 0) await tx.insert(db.t.disputeItems).values(items);
  });

/** Changes a case only if nobody did since it was read; false when somebody was faster. */
export const changeCase = (
  db: Database,
  at: { id: string; version: number },
  change: Partial<Omit<NewCase, 'id' | 'version'>>,
): Promise<boolean> =>
  db.write(async (tx) => {
    const { cases } = db.t;
    const changed = await tx
      .update(cases)
      .set({ ...change, version: at.version + 1 })
      .where(and(eq(cases.id, at.id), eq(cases.version, at.version)))
      .returning({ id: cases.id });
    return changed.length === 1;
  });

export const changeItem = (
  db: Database,
  at: { caseId: string; line: number },
  change: Partial<Omit<NewItem, 'caseId' | 'line'>>,
): Promise<void> =>
  db.write(async (tx) => {
    const { disputeItems } = db.t;
    await tx
      .update(disputeItems)
      .set(change)
      .where(and(eq(disputeItems.caseId, at.caseId), eq(disputeItems.line, at.line)));
  });
