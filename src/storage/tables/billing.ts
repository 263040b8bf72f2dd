import type { LineKind, Party } from '#domain/invoice.ts';
import type { Columns } from '../postgres/columns.ts';

/** Bills, credits and money received. Amounts in minor units, quantities and prices as decimal strings. */
export const billingTables = (c: Columns) => {
  const invoices = c.table(
    'invoices',
    {
      number: c.text('number').notNull().primaryKey(),
      accountId: c.text('account_id').notNull(),
      typeCode: c.text('type_code').notNull(),
      issueDate: c.day('issue_date').notNull(),
      dueDate: c.day('due_date').notNull(),
      currency: c.text('currency').notNull(),
      orderNumber: c.text('order_number'),
      buyerReference: c.text('buyer_reference'),
      contractNumber: c.text('contract_number'),
      billTo: c.json<Party>('bill_to').notNull(),
      shipTo: c.json<Party>('ship_to'),
      note: c.text('note'),
      netMinor: c.money('net_minor').notNull(),
      taxMinor: c.money('tax_minor').notNull(),
      totalMinor: c.money('total_minor').notNull(),
      prepaidMinor: c.money('prepaid_minor').notNull(),
    },
    (t) => [
      c.index('invoices_account').on(t.accountId, t.issueDate),
      c.check('invoices_currency', c.sql`length(${t.currency}) = 3`),
    ],
  );
  const invoiceLines = c.table(
    'invoice_lines',
    {
      invoiceNumber: c
        .text('invoice_number')
        .notNull()
        .references(() => invoices.number, { onDelete: 'cascade' }),
      line: c.int('line').notNull(),
      kind: c.text<LineKind>('kind').notNull(),
      itemId: c.text('item_id').notNull(),
      description: c.text('description').notNull(),
      quantity: c.text('quantity').notNull(),
      unitCode: c.text('unit_code').notNull(),
      unitPrice: c.text('unit_price').notNull(),
      priceBaseQuantity: c.text('price_base_quantity').notNull(),
      netMinor: c.money('net_minor').notNull(),
      taxCategory: c.text('tax_category').notNull(),
      taxRate: c.text('tax_rate').notNull(),
      orderLine: c.int('order_line'),
      note: c.text('note'),
    },
    (t) => [c.primaryKey({ columns: [t.invoiceNumber, t.line] })],
  );
  const payments = c.table(
    'payments',
    {
      number: c.text('number').notNull().primaryKey(),
      accountId: c.text('account_id').notNull(),
      receivedOn: c.day('received_on').notNull(),
      currency: c.text('currency').notNull(),
      amountMinor: c.money('amount_minor').notNull(),
      reference: c.text('reference'),
    },
    (t) => [c.index('payments_account').on(t.accountId, t.receivedOn)],
  );
  const paymentAllocations = c.table(
    'payment_allocations',
    {
      paymentNumber: c
        .text('payment_number')
        .notNull()
        .references(() => payments.number, { onDelete: 'cascade' }),
      invoiceNumber: c.text('invoice_number').notNull(),
      amountMinor: c.money('amount_minor').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.paymentNumber, t.invoiceNumber] }),
      c.index('payment_allocations_invoice').on(t.invoiceNumber),
    ],
  );
  const creditNotes = c.table(
    'credit_notes',
    {
      number: c.text('number').notNull().primaryKey(),
      accountId: c.text('account_id').notNull(),
      invoiceNumber: c.text('invoice_number').notNull(),
      issueDate: c.day('issue_date').notNull(),
      currency: c.text('currency').notNull(),
      netMinor: c.money('net_minor').notNull(),
      taxMinor: c.money('tax_minor').notNull(),
      totalMinor: c.money('total_minor').notNull(),
      reasonCode: c.text('reason_code'),
      reason: c.text('reason'),
      billTo: c.json<Party>('bill_to').notNull(),
      /** The proposal it was issued from, once only; absent for imported ones. */
      proposalId: c.text('proposal_id'),
    },
    (t) => [
      c.unique('credit_notes_proposal').on(t.proposalId),
      c.index('credit_notes_invoice').on(t.invoiceNumber),
      c.index('credit_notes_account').on(t.accountId),
      c.check('credit_notes_positive', c.sql`${t.totalMinor} > 0`),
    ],
  );
  const creditNoteLines = c.table(
    'credit_note_lines',
    {
      creditNoteNumber: c
        .text('credit_note_number')
        .notNull()
        .references(() => creditNotes.number, { onDelete: 'cascade' }),
      line: c.int('line').notNull(),
      invoiceLine: c.int('invoice_line'),
      itemId: c.text('item_id').notNull(),
      description: c.text('description').notNull(),
      quantity: c.text('quantity').notNull(),
      unitCode: c.text('unit_code').notNull(),
      unitPrice: c.text('unit_price').notNull(),
      priceBaseQuantity: c.text('price_base_quantity').notNull(),
      netMinor: c.money('net_minor').notNull(),
      taxCategory: c.text('tax_category').notNull(),
      taxRate: c.text('tax_rate').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.creditNoteNumber, t.line] })],
  );
  const priceListEntries = c.table(
    'price_list_entries',
    {
      id: c.text('id').notNull().primaryKey(),
      priceList: c.text('price_list').notNull(),
      /** Absent: for every account. */
      accountId: c.text('account_id'),
      itemId: c.text('item_id').notNull(),
      currency: c.text('currency').notNull(),
      unitPrice: c.text('unit_price').notNull(),
      unitCode: c.text('unit_code').notNull(),
      validFrom: c.day('valid_from').notNull(),
      validTo: c.day('valid_to'),
    },
    (t) => [c.index('price_list_entries_item').on(t.itemId)],
  );
  return {
    invoices,
    invoiceLines,
    payments,
    paymentAllocations,
    creditNotes,
    creditNoteLines,
    priceListEntries,
  };
};
