import type { Database } from '#storage/database.ts';

/** The records an eval compares: what the business would call its books. Logs, turns and reads are not among them. */
export async function businessRecords(db: Database) {
  const { t, read } = db;
  return {
    cases: await read.select().from(t.cases),
    items: await read.select().from(t.disputeItems),
    events: await read.select().from(t.caseEvents),
    proposals: await read.select().from(t.proposals),
    creditNotes: await read.select().from(t.creditNotes),
    creditNoteLines: await read.select().from(t.creditNoteLines),
    replacementOrders: await read.select().from(t.replacementOrders),
    mails: await read.select().from(t.mails),
    people: await read.select().from(t.people),
    untouchable: {
      invoice: keyed(await read.select().from(t.invoices), (row) => row.number),
      'invoice line': keyed(
        await read.select().from(t.invoiceLines),
        (row) => `${row.invoiceNumber} line ${row.line}`,
      ),
      payment: keyed(await read.select().from(t.payments), (row) => row.number),
      'payment allocation': keyed(
        await read.select().from(t.paymentAllocations),
        (row) => `${row.paymentNumber} for ${row.invoiceNumber}`,
      ),
      account: keyed(await read.select().from(t.accounts), (row) => row.id),
      person: keyed(await read.select().from(t.people), (row) => row.id),
      order: keyed(await read.select().from(t.orders), (row) => row.number),
      delivery: keyed(await read.select().from(t.despatches), (row) => row.number),
      'delivery line': keyed(
        await read.select().from(t.despatchLines),
        (row) => `${row.despatchNumber} line ${row.line}`,
      ),
      receipt: keyed(await read.select().from(t.receipts), (row) => row.number),
      return: keyed(await read.select().from(t.goodsReturns), (row) => row.number),
      stock: keyed(await read.select().from(t.stock), (row) => row.itemId),
      price: keyed(await read.select().from(t.priceListEntries), (row) => row.id),
    },
  };
}
export type BusinessRecords = Awaited<ReturnType<typeof businessRecords>>;

const keyed = <Row>(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, string> =>
  new Map(rows.map((row) => [key(row), JSON.stringify(row)]));
