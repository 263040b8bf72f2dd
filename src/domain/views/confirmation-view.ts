import { z } from 'zod';

/** A write that waits for the customer's yes: exactly these words, exactly this input. */
export const ConfirmationView = z.object({
  id: z.string(),
  tool: z.enum(['open_dispute', 'add_case_note']),
  /** What will be written, fact by fact; label keys are translated by whoever shows them. */
  facts: z.object({
    invoiceNumber: z.string().optional(),
    caseNumber: z.string().optional(),
    reasonCode: z.string().optional(),
    currency: z.string().optional(),
    /** Disputed sum: net, tax, and together. */
    net: z.string().optional(),
    tax: z.string().optional(),
    total: z.string().optional(),
    note: z.string().optional(),
    items: z.array(
      z.object({
        line: z.number().int(),
        description: z.string(),
        unitCode: z.string(),
        invoicedQuantity: z.string(),
        claimedQuantity: z.string().optional(),
        disputedQuantity: z.string(),
        unitPrice: z.string(),
        expectedUnitPrice: z.string().optional(),
        net: z.string(),
      }),
    ),
  }),
});
export type ConfirmationView = z.infer<typeof ConfirmationView>;

/** What `open_dispute` and `add_case_note` answer: first the confirmation to ask for, after the yes the result. */
export type NeedsConfirmation = { readonly needsConfirmation: true; readonly confirmation: ConfirmationView };
