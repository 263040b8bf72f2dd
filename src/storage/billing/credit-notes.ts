import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { CreditNote } from '#domain/credit-note.ts';
import type { Database } from '../database.ts';
import { present } from '../present.ts';
import { type Saved, sameRecord } from '../same-record.ts';

type Row = Database['t']['creditNotes']['$inferSelect'];

export async function creditNoteByNumber(
  db: Database,
  number: string,
  accountId?: string,
): Promise<CreditNote | undefined> {
  const { creditNotes } = db.t;
  const rows = await db.read
    .select()
    .from(creditNotes)
    .where(
      and(
        eq(creditNotes.number, number),
        accountId === undefined ? undefined : eq(creditNotes.accountId, accountId),
      ),
    );
  return (await withLines(db, rows))[0];
}

export async function creditNotesOfInvoice(db: Database, invoiceNumber: string): Promise<CreditNote[]> {
  const { creditNotes } = db.t;
  const rows = await db.read
    .select()
    .from(creditNotes)
    .where(eq(creditNotes.invoiceNumber, invoiceNumber))
    .orderBy(asc(creditNotes.issueDate), asc(creditNotes.number));
  return withLines(db, rows);
}

export async function creditNotesOfAccount(db: Database, accountId: string): Promise<CreditNote[]> {
  const { creditNotes } = db.t;
  const rows = await db.read
    .select()
    .from(creditNotes)
    .where(eq(creditNotes.accountId, accountId))
    .orderBy(desc(creditNotes.issueDate), desc(creditNotes.number));
  return withLines(db, rows);
}

export async function creditNoteOfProposal(
  db: Database,
  proposalId: string,
): Promise<CreditNote | undefined> {
  const rows = await db.read
    .select()
    .from(db.t.creditNotes)
    .where(eq(db.t.creditNotes.proposalId, proposalId));
  return (await withLines(db, rows))[0];
}

/** Saves a credit note once. `proposalId` is unique: one proposal never gives two. */
export const saveCreditNote = (db: Database, creditNote: CreditNote, proposalId?: string): Promise<Saved> =>
  db.write(async (tx) => {
    const known = await creditNoteByNumber(db, creditNote.number);
    if (known) return sameRecord(known, creditNote) ? 'unchanged' : 'conflict';
    const { lines, invoiceIssueDate: _, ...head } = creditNote;
    await tx.insert(db.t.creditNotes).values({ ...head, proposalId: proposalId ?? null });
    await tx.insert(db.t.creditNoteLines).values(
      lines.map(({ creditedQuantity, ...line }) => ({
        ...line,
        creditNoteNumber: creditNote.number,
        quantity: creditedQuantity.value,
        unitCode: creditedQuantity.unitCode,
      })),
    );
    return 'new';
  });

async function withLines(db: Database, rows: Row[]): Promise<CreditNote[]> {
  if (rows.length === 0) return [];
  const { creditNoteLines, invoices } = db.t;
  const numbers = rows.map((row) => row.number);
  const lines = await db.read
    .select()
    .from(creditNoteLines)
    .where(inArray(creditNoteLines.creditNoteNumber, numbers))
    .orderBy(asc(creditNoteLines.line));
  const issued = await db.read
    .select({ number: invoices.number, issueDate: invoices.issueDate })
    .from(invoices)
    .where(
      inArray(
        invoices.number,
        rows.map((row) => row.invoiceNumber),
      ),
    );
  return rows.map((row) => {
    const { proposalId: _, ...head } = present(row);
    const invoiceIssueDate = issued.find((invoice) => invoice.number === row.invoiceNumber)?.issueDate;
    return {
      ...head,
      ...(invoiceIssueDate === undefined ? {} : { invoiceIssueDate }),
      lines: lines
        .filter((line) => line.creditNoteNumber === row.number)
        .map((line) => {
          const { creditNoteNumber: _number, quantity, unitCode, ...rest } = present(line);
          return { ...rest, creditedQuantity: { value: quantity, unitCode } };
        }),
    };
  });
}
