import { z } from 'zod';

/** Sums are decimal strings in `currency`; dates are ISO days; quantities decimal strings with a UNECE unit code. */
export const InvoiceSummary = z.object({
  number: z.string(),
  issueDate: z.string(),
  dueDate: z.string(),
  currency: z.string(),
  total: z.string(),
  /** Still to pay, disputed part included. */
  open: z.string(),
  disputed: z.string(),
  status: z.enum(['open', 'partly_paid', 'paid', 'overdue', 'disputed', 'credited']),
  orderNumber: z.string().optional(),
});
export type InvoiceSummary = z.infer<typeof InvoiceSummary>;

export const InvoiceLineView = z.object({
  line: z.number().int(),
  kind: z.enum(['goods', 'freight', 'deposit', 'service', 'surcharge']),
  itemId: z.string(),
  description: z.string(),
  quantity: z.string(),
  unitCode: z.string(),
  unitPrice: z.string(),
  net: z.string(),
  taxRate: z.string(),
  taxCategory: z.string(),
  note: z.string().optional(),
});
export type InvoiceLineView = z.infer<typeof InvoiceLineView>;

const PartyView = z.object({
  name: z.string(),
  street: z.string().optional(),
  city: z.string().optional(),
  postalCode: z.string().optional(),
  countryCode: z.string().optional(),
});

export const InvoiceView = InvoiceSummary.extend({
  billTo: PartyView,
  shipTo: PartyView.optional(),
  note: z.string().optional(),
  lines: z.array(InvoiceLineView),
  net: z.string(),
  tax: z.string(),
  paid: z.string(),
  credited: z.string(),
  payments: z.array(z.object({ number: z.string(), receivedOn: z.string(), amount: z.string() })),
  creditNotes: z.array(z.object({ number: z.string(), issueDate: z.string(), total: z.string() })),
  cases: z.array(z.object({ caseNumber: z.string(), state: z.string() })),
});
export type InvoiceView = z.infer<typeof InvoiceView>;

/** Where a figure comes from: the document, and the line in it. */
export const SourceView = z.object({
  kind: z.enum([
    'invoice',
    'order',
    'despatch',
    'receipt',
    'return',
    'credit_note',
    'price_list',
    'payment',
    'policy',
    'case',
    'message',
    'stock',
  ]),
  id: z.string(),
  line: z.number().int().optional(),
  at: z.string().optional(),
  text: z.string().optional(),
});
export type SourceView = z.infer<typeof SourceView>;

/** Why a line is as it is, each figure with its document. */
export const LineExplanation = z.object({
  invoiceNumber: z.string(),
  line: InvoiceLineView,
  currency: z.string(),
  /** quantity × unit price = net, in words of figures: "120 × 18.50 = 2220.00". */
  arithmetic: z.string(),
  ordered: z.object({ quantity: z.string(), unitCode: z.string(), source: SourceView }).optional(),
  delivered: z
    .object({
      quantity: z.string(),
      unitCode: z.string(),
      inTransit: z.string(),
      sources: z.array(SourceView),
    })
    .optional(),
  priceSource: z.object({ unitPrice: z.string(), source: SourceView }).optional(),
  /** Billed minus ordered or minus delivered, when no document supports the rest. */
  unsupported: z.object({ quantity: z.string(), against: z.enum(['ordered', 'delivered']) }).optional(),
});
export type LineExplanation = z.infer<typeof LineExplanation>;

/** An invoice against the one before it for the same goods; differences are net, this invoice minus the earlier one. */
export const InvoiceExplanation = z.object({
  invoice: InvoiceView,
  previous: z
    .object({ number: z.string(), issueDate: z.string(), net: z.string(), total: z.string() })
    .optional(),
  netDifference: z.string().optional(),
  changes: z.array(
    z.object({
      line: z.number().int(),
      description: z.string(),
      unitCode: z.string(),
      quantity: z.string(),
      previousQuantity: z.string(),
      unitPrice: z.string(),
      previousUnitPrice: z.string(),
      netDifference: z.string(),
    }),
  ),
});
export type InvoiceExplanation = z.infer<typeof InvoiceExplanation>;
