import { and, asc, desc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { Invoice, InvoiceLine } from '#domain/invoice.ts';
import type { Database } from '../database.ts';
import { present } from '../present.ts';
import { type Saved, sameRecord } from '../same-record.ts';

export type InvoiceHead = Omit<Invoice, 'lines'>;

/** Which invoices of one account; sums in minor units, days inclusive. */
export type InvoiceFilter = {
  readonly accountId: string;
  readonly dateFrom?: string;
  readonly dateTo?: string;
  readonly orderNumber?: string;
  /** Words of a line's description, or its item number; any case. */
  readonly product?: string;
};

/** Newest first. */
export async function findInvoiceHeads(db: Database, filter: InvoiceFilter): Promise<InvoiceHead[]> {
  const { invoices, invoiceLines } = db.t;
  const words = (filter.product ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const rows = await db.read
    .select()
    .from(invoices)
    .where(
      and(
        eq(invoices.accountId, filter.accountId),
        filter.dateFrom === undefined ? undefined : gte(invoices.issueDate, filter.dateFrom),
        filter.dateTo === undefined ? undefined : lte(invoices.issueDate, filter.dateTo),
        filter.orderNumber === undefined
          ? undefined
          : eq(sql`lower(${invoices.orderNumber})`, filter.orderNumber.toLowerCase()),
        ...words.map((word) =>
          inArray(
            invoices.number,
            db.read
              .select({ number: invoiceLines.invoiceNumber })
              .from(invoiceLines)
              .where(
                sql`lower(${invoiceLines.description} || ' ' || ${invoiceLines.itemId}) like ${`%${singular(word)}%`}`,
              ),
          ),
        ),
      ),
    )
    .orderBy(desc(invoices.issueDate), desc(invoices.number));
  return rows.map(present);
}

/** The whole invoice; with an account, only if it is that account's. */
export async function invoiceByNumber(
  db: Database,
  number: string,
  accountId?: string,
): Promise<Invoice | undefined> {
  const { invoices, invoiceLines } = db.t;
  const [row] = await db.read
    .select()
    .from(invoices)
    .where(
      and(
        eq(invoices.number, number),
        accountId === undefined ? undefined : eq(invoices.accountId, accountId),
      ),
    );
  if (!row) return undefined;
  const lines = await db.read
    .select()
    .from(invoiceLines)
    .where(eq(invoiceLines.invoiceNumber, number))
    .orderBy(asc(invoiceLines.line));
  return { ...present(row), lines: lines.map(lineOf) };
}

export async function invoiceNumbersOf(db: Database, accountId: string): Promise<string[]> {
  const { invoices } = db.t;
  const rows = await db.read
    .select({ number: invoices.number })
    .from(invoices)
    .where(eq(invoices.accountId, accountId))
    .orderBy(desc(invoices.issueDate), desc(invoices.number));
  return rows.map((row) => row.number);
}

/** The account's invoice before this one that bills one of the same items, newest first. */
export async function previousInvoiceFor(db: Database, invoice: Invoice): Promise<Invoice | undefined> {
  const { invoices, invoiceLines } = db.t;
  const items = invoice.lines.filter((line) => line.kind === 'goods').map((line) => line.itemId);
  if (items.length === 0) return undefined;
  const [row] = await db.read
    .select({ number: invoices.number })
    .from(invoices)
    .innerJoin(invoiceLines, eq(invoiceLines.invoiceNumber, invoices.number))
    .where(
      and(
        eq(invoices.accountId, invoice.accountId),
        eq(invoices.currency, invoice.currency),
        sql`${invoices.issueDate} < ${invoice.issueDate}`,
        inArray(invoiceLines.itemId, items),
      ),
    )
    .orderBy(desc(invoices.issueDate), desc(invoices.number))
    .limit(1);
  return row && invoiceByNumber(db, row.number, invoice.accountId);
}

/** Saves an invoice once; the same number with other content is a conflict and changes nothing. */
export const saveInvoice = (db: Database, invoice: Invoice): Promise<Saved> =>
  db.write(async (tx) => {
    const known = await invoiceByNumber(db, invoice.number);
    if (known) return sameRecord(known, invoice) ? 'unchanged' : 'conflict';
    const { lines, ...head } = invoice;
    await tx.insert(db.t.invoices).values(head);
    if (lines.length > 0) {
      await tx.insert(db.t.invoiceLines).values(
        lines.map(({ invoicedQuantity, ...line }) => ({
          ...line,
          invoiceNumber: invoice.number,
          quantity: invoicedQuantity.value,
          unitCode: invoicedQuantity.unitCode,
        })),
      );
    }
    return 'new';
  });

function lineOf(row: Database['t']['invoiceLines']['$inferSelect']): InvoiceLine {
  const { invoiceNumber: _, quantity, unitCode, ...line } = present(row);
  return { ...line, invoicedQuantity: { value: quantity, unitCode } };
}

const singular = (word: string) => (word.length > 3 ? word.replace(/s$/, '') : word);
