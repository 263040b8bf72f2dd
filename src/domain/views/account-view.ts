import { z } from 'zod';

export const BalanceView = z.object({
  currency: z.string(),
  open: z.string(),
  overdue: z.string(),
  overdueCount: z.number().int(),
  disputed: z.string(),
  /** What is payable now: open minus disputed. */
  undisputed: z.string(),
  /** Unapplied payments and credits in the customer's favour. */
  credit: z.string(),
});
export type BalanceView = z.infer<typeof BalanceView>;

export const StatementView = z.object({
  from: z.string(),
  to: z.string(),
  currency: z.string(),
  opening: z.string(),
  closing: z.string(),
  items: z.array(
    z.object({
      date: z.string(),
      kind: z.enum(['invoice', 'payment', 'credit_note']),
      number: z.string(),
      /** Positive adds to what is owed, negative lowers it. */
      amount: z.string(),
      balance: z.string(),
    }),
  ),
});
export type StatementView = z.infer<typeof StatementView>;

/** Payments that fit the question, with what they were applied to; `invoice` when one was asked about. */
export const PaymentStatusView = z.object({
  invoice: z
    .object({
      number: z.string(),
      dueDate: z.string(),
      total: z.string(),
      paid: z.string(),
      credited: z.string(),
      open: z.string(),
      status: z.string(),
    })
    .optional(),
  currency: z.string(),
  payments: z.array(
    z.object({
      number: z.string(),
      receivedOn: z.string(),
      amount: z.string(),
      reference: z.string().optional(),
      appliedTo: z.array(z.object({ invoiceNumber: z.string(), amount: z.string() })),
      unapplied: z.string(),
    }),
  ),
});
export type PaymentStatusView = z.infer<typeof PaymentStatusView>;

export const PaymentInstructionsView = z.object({
  seller: z.string(),
  bankName: z.string(),
  iban: z.string(),
  bic: z.string(),
  methods: z.array(z.string()),
});
export type PaymentInstructionsView = z.infer<typeof PaymentInstructionsView>;

/** Signed links to one document; they open that document only and expire. */
export const DocumentLinks = z.object({
  number: z.string(),
  pdfUrl: z.string(),
  xmlUrl: z.string(),
  expiresAt: z.string(),
  /** The on-file address a mail with the link goes to, when that was asked for. */
  mailedTo: z.string().optional(),
});
export type DocumentLinks = z.infer<typeof DocumentLinks>;

export const PolicyPassage = z.object({
  document: z.string(),
  title: z.string(),
  section: z.string(),
  version: z.string(),
  text: z.string(),
  score: z.number(),
});
export type PolicyPassage = z.infer<typeof PolicyPassage>;
