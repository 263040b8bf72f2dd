import { asc, eq } from 'drizzle-orm';
import type { Order } from '#domain/order.ts';
import type { Database } from '../database.ts';
import { present } from '../present.ts';
import { type Saved, sameRecord } from '../same-record.ts';

export async function orderByNumber(db: Database, number: string): Promise<Order | undefined> {
  const { orders, orderLines } = db.t;
  const [row] = await db.read.select().from(orders).where(eq(orders.number, number));
  if (!row) return undefined;
  const lines = await db.read
    .select()
    .from(orderLines)
    .where(eq(orderLines.orderNumber, number))
    .orderBy(asc(orderLines.line));
  return {
    ...present(row),
    lines: lines.map((line) => {
      const { orderNumber: _, quantity, unitCode, ...rest } = present(line);
      return { ...rest, orderedQuantity: { value: quantity, unitCode } };
    }),
  };
}

export const saveOrder = (db: Database, order: Order): Promise<Saved> =>
  db.write(async (tx) => {
    const known = await orderByNumber(db, order.number);
    if (known) return sameRecord(known, order) ? 'unchanged' : 'conflict';
    const { lines, ...head } = order;
    await tx.insert(db.t.orders).values(head);
    await tx.insert(db.t.orderLines).values(
      lines.map(({ orderedQuantity, ...line }) => ({
        ...line,
        orderNumber: order.number,
        quantity: orderedQuantity.value,
        unitCode: orderedQuantity.unitCode,
      })),
    );
    return 'new';
  });
