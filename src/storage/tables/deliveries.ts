import type { Columns } from '../postgres/columns.ts';

/** Orders, what was sent, what arrived, what came back, and what is in stock. */
export const deliveryTables = (c: Columns) => {
  const orders = c.table('orders', {
    number: c.text('number').notNull().primaryKey(),
    accountId: c.text('account_id').notNull(),
    issueDate: c.day('issue_date').notNull(),
    currency: c.text('currency').notNull(),
    note: c.text('note'),
  });
  const orderLines = c.table(
    'order_lines',
    {
      orderNumber: c
        .text('order_number')
        .notNull()
        .references(() => orders.number, { onDelete: 'cascade' }),
      line: c.int('line').notNull(),
      itemId: c.text('item_id').notNull(),
      description: c.text('description').notNull(),
      quantity: c.text('quantity').notNull(),
      unitCode: c.text('unit_code').notNull(),
      unitPrice: c.text('unit_price'),
    },
    (t) => [c.primaryKey({ columns: [t.orderNumber, t.line] })],
  );
  const despatches = c.table(
    'despatches',
    {
      number: c.text('number').notNull().primaryKey(),
      accountId: c.text('account_id').notNull(),
      orderNumber: c.text('order_number').notNull(),
      issueDate: c.day('issue_date').notNull(),
      state: c.text<'in_transit' | 'delivered'>('state').notNull(),
      signedAt: c.instant('signed_at'),
      signedBy: c.text('signed_by'),
      carrier: c.text('carrier'),
      warehouse: c.text('warehouse'),
    },
    (t) => [c.index('despatches_order').on(t.orderNumber)],
  );
  const despatchLines = c.table(
    'despatch_lines',
    {
      despatchNumber: c
        .text('despatch_number')
        .notNull()
        .references(() => despatches.number, { onDelete: 'cascade' }),
      line: c.int('line').notNull(),
      orderLine: c.int('order_line').notNull(),
      itemId: c.text('item_id').notNull(),
      quantity: c.text('quantity').notNull(),
      unitCode: c.text('unit_code').notNull(),
      backorderQuantity: c.text('backorder_quantity'),
      backorderReason: c.text('backorder_reason'),
    },
    (t) => [c.primaryKey({ columns: [t.despatchNumber, t.line] })],
  );
  const receipts = c.table(
    'receipts',
    {
      number: c.text('number').notNull().primaryKey(),
      accountId: c.text('account_id').notNull(),
      orderNumber: c.text('order_number').notNull(),
      despatchNumber: c.text('despatch_number'),
      issueDate: c.day('issue_date').notNull(),
      note: c.text('note'),
    },
    (t) => [c.index('receipts_order').on(t.orderNumber)],
  );
  const receiptLines = c.table(
    'receipt_lines',
    {
      receiptNumber: c
        .text('receipt_number')
        .notNull()
        .references(() => receipts.number, { onDelete: 'cascade' }),
      line: c.int('line').notNull(),
      orderLine: c.int('order_line').notNull(),
      itemId: c.text('item_id').notNull(),
      quantity: c.text('quantity').notNull(),
      unitCode: c.text('unit_code').notNull(),
      shortQuantity: c.text('short_quantity'),
      shortageActionCode: c.text('shortage_action_code'),
      rejectedQuantity: c.text('rejected_quantity'),
      rejectReasonCode: c.text('reject_reason_code'),
      rejectReason: c.text('reject_reason'),
      rejectActionCode: c.text('reject_action_code'),
    },
    (t) => [c.primaryKey({ columns: [t.receiptNumber, t.line] })],
  );
  const goodsReturns = c.table(
    'goods_returns',
    {
      number: c.text('number').notNull().primaryKey(),
      accountId: c.text('account_id').notNull(),
      orderNumber: c.text('order_number').notNull(),
      orderLine: c.int('order_line').notNull(),
      itemId: c.text('item_id').notNull(),
      quantity: c.text('quantity').notNull(),
      unitCode: c.text('unit_code').notNull(),
      receivedOn: c.day('received_on').notNull(),
      reason: c.text('reason').notNull(),
    },
    (t) => [c.index('goods_returns_order').on(t.orderNumber)],
  );
  const stock = c.table('stock', {
    itemId: c.text('item_id').notNull().primaryKey(),
    baseUnit: c.text('base_unit').notNull(),
    /** How many base units a larger unit holds: { XCT: '12' }. */
    perUnit: c.json<Record<string, string>>('per_unit').notNull(),
    available: c.text('available').notNull(),
    /** When more comes in, ISO day, and how much. */
    nextArrival: c.day('next_arrival'),
    nextQuantity: c.text('next_quantity'),
    leadTimeDays: c.int('lead_time_days').notNull(),
  });
  return { orders, orderLines, despatches, despatchLines, receipts, receiptLines, goodsReturns, stock };
};
