import { asc, eq, inArray } from 'drizzle-orm';
import type { DespatchAdvice, GoodsReturn, ReceiptAdvice } from '#domain/delivery.ts';
import type { Database } from '../database.ts';
import { present } from '../present.ts';
import { type Saved, sameRecord } from '../same-record.ts';

/** Everything sent for one order, earliest first. */
export async function despatchesOfOrder(db: Database, orderNumber: string): Promise<DespatchAdvice[]> {
  const { despatches } = db.t;
  const rows = await db.read
    .select()
    .from(despatches)
    .where(eq(despatches.orderNumber, orderNumber))
    .orderBy(asc(despatches.issueDate), asc(despatches.number));
  return withDespatchLines(db, rows);
}

export async function receiptsOfOrder(db: Database, orderNumber: string): Promise<ReceiptAdvice[]> {
  const { receipts } = db.t;
  const rows = await db.read
    .select()
    .from(receipts)
    .where(eq(receipts.orderNumber, orderNumber))
    .orderBy(asc(receipts.issueDate), asc(receipts.number));
  return withReceiptLines(db, rows);
}

export async function returnsOfOrder(db: Database, orderNumber: string): Promise<GoodsReturn[]> {
  const { goodsReturns } = db.t;
  const rows = await db.read
    .select()
    .from(goodsReturns)
    .where(eq(goodsReturns.orderNumber, orderNumber))
    .orderBy(asc(goodsReturns.receivedOn), asc(goodsReturns.number));
  return rows.map(({ quantity, unitCode, ...row }) => ({
    ...row,
    returnedQuantity: { value: quantity, unitCode },
  }));
}

export const saveDespatch = (db: Database, despatch: DespatchAdvice): Promise<Saved> =>
  db.write(async (tx) => {
    const rows = await db.read
      .select()
      .from(db.t.despatches)
      .where(eq(db.t.despatches.number, despatch.number));
    const [known] = await withDespatchLines(db, rows);
    if (known) return sameRecord(known, despatch) ? 'unchanged' : 'conflict';
    const { lines, signedAt, ...head } = despatch;
    await tx
      .insert(db.t.despatches)
      .values({ ...head, signedAt: signedAt === undefined ? null : new Date(signedAt) });
    await tx.insert(db.t.despatchLines).values(
      lines.map(({ deliveredQuantity, ...line }) => ({
        ...line,
        despatchNumber: despatch.number,
        quantity: deliveredQuantity.value,
        unitCode: deliveredQuantity.unitCode,
      })),
    );
    return 'new';
  });

export const saveReceipt = (db: Database, receipt: ReceiptAdvice): Promise<Saved> =>
  db.write(async (tx) => {
    const rows = await db.read.select().from(db.t.receipts).where(eq(db.t.receipts.number, receipt.number));
    const [known] = await withReceiptLines(db, rows);
    if (known) return sameRecord(known, receipt) ? 'unchanged' : 'conflict';
    const { lines, ...head } = receipt;
    await tx.insert(db.t.receipts).values(head);
    await tx.insert(db.t.receiptLines).values(
      lines.map(({ receivedQuantity, ...line }) => ({
        ...line,
        receiptNumber: receipt.number,
        quantity: receivedQuantity.value,
        unitCode: receivedQuantity.unitCode,
      })),
    );
    return 'new';
  });

export const saveReturn = (db: Database, goodsReturn: GoodsReturn): Promise<void> =>
  db.write(async (tx) => {
    const { returnedQuantity, ...row } = goodsReturn;
    await tx
      .insert(db.t.goodsReturns)
      .values({ ...row, quantity: returnedQuantity.value, unitCode: returnedQuantity.unitCode })
      .onConflictDoNothing();
  });

async function withDespatchLines(
  db: Database,
  rows: Database['t']['despatches']['$inferSelect'][],
): Promise<DespatchAdvice[]> {
  if (rows.length === 0) return [];
  const { despatchLines } = db.t;
  const numbers = rows.map((row) => row.number);
  const lines = await db.read
    .select()
    .from(despatchLines)
    .where(inArray(despatchLines.despatchNumber, numbers))
    .orderBy(asc(despatchLines.line));
  return rows.map((row) => {
    const { signedAt, ...head } = present(row);
    return {
      ...head,
      ...(signedAt === undefined ? {} : { signedAt: signedAt.toISOString() }),
      lines: lines
        .filter((line) => line.despatchNumber === row.number)
        .map((line) => {
          const { despatchNumber: _, quantity, unitCode, ...rest } = present(line);
          return { ...rest, deliveredQuantity: { value: quantity, unitCode } };
        }),
    };
  });
}

async function withReceiptLines(
  db: Database,
  rows: Database['t']['receipts']['$inferSelect'][],
): Promise<ReceiptAdvice[]> {
  if (rows.length === 0) return [];
  const { receiptLines } = db.t;
  const numbers = rows.map((row) => row.number);
  const lines = await db.read
    .select()
    .from(receiptLines)
    .where(inArray(receiptLines.receiptNumber, numbers))
    .orderBy(asc(receiptLines.line));
  return rows.map((row) => ({
    ...present(row),
    lines: lines
      .filter((line) => line.receiptNumber === row.number)
      .map((line) => {
        const { receiptNumber: _, quantity, unitCode, ...rest } = present(line);
        return { ...rest, receivedQuantity: { value: quantity, unitCode } };
      }),
  }));
}
