import { z } from 'zod';
import { SourceView } from './invoice-view.ts';

/** The claim against the delivery records, per line; quantities in the invoice line's unit. */
export const ValidationView = z.object({
  caseNumber: z.string(),
  invoiceNumber: z.string(),
  verdict: z.enum(['validated', 'partly_validated', 'not_validated', 'inconclusive']),
  checkedAt: z.string(),
  lines: z.array(
    z.object({
      line: z.number().int(),
      description: z.string(),
      unitCode: z.string(),
      verdict: z.enum(['validated', 'partly_validated', 'not_validated', 'inconclusive']),
      ordered: z.string().optional(),
      invoiced: z.string(),
      claimed: z.string().optional(),
      delivered: z.string().optional(),
      received: z.string().optional(),
      inTransit: z.string(),
      returned: z.string(),
      alreadyCredited: z.string(),
      /** Billed but neither delivered, on its way, nor credited already. */
      short: z.string().optional(),
      /** What may be credited or sent: the smaller of claimed and proven. */
      supported: z.string(),
      /** The rule that decided, in one sentence. */
      rule: z.string(),
      missing: z.array(z.string()),
      sources: z.array(SourceView),
    }),
  ),
});
export type ValidationView = z.infer<typeof ValidationView>;

export const SimilarCase = z.object({
  caseNumber: z.string(),
  sameAccount: z.boolean(),
  sameReason: z.boolean().optional(),
  sameGoods: z.boolean().optional(),
  account: z.string(),
  reasonCode: z.string(),
  shortDescription: z.string(),
  claimed: z.string().optional(),
  delivered: z.string().optional(),
  resolutionCode: z.string(),
  resolutionNotes: z.string(),
  amount: z.string(),
  currency: z.string(),
  daysToClose: z.number().int(),
  score: z.number(),
  whySimilar: z.array(z.string()),
  whatDiffers: z.array(z.string()),
});
export type SimilarCase = z.infer<typeof SimilarCase>;

export const SimilarCasesView = z.object({
  caseNumber: z.string(),
  cases: z.array(SimilarCase),
  searched: z.number().int(),
  tally: z.array(z.object({ resolutionCode: z.string(), count: z.number().int() })),
});
export type SimilarCasesView = z.infer<typeof SimilarCasesView>;

export const AvailabilityView = z.object({
  caseNumber: z.string(),
  lines: z.array(
    z.object({
      line: z.number().int(),
      itemId: z.string(),
      wanted: z.string(),
      unitCode: z.string(),
      available: z.string(),
      /** When the whole wanted quantity can be there, ISO day; absent when nobody can say. */
      promiseDate: z.string().optional(),
    }),
  ),
});
export type AvailabilityView = z.infer<typeof AvailabilityView>;

/** What would happen, exactly, if the proposal were approved now. Sums are decimal strings in `currency`. */
export const ProposalView = z.object({
  id: z.string(),
  version: z.number().int(),
  caseNumber: z.string(),
  kind: z.enum(['credit_note', 'replacement_order', 'denial']),
  state: z.enum([
    'open',
    'pending_approval',
    'held',
    'executing',
    'done',
    'taken_back',
    'rejected',
    'superseded',
  ]),
  account: z.string(),
  invoiceNumber: z.string(),
  currency: z.string(),
  lines: z.array(
    z.object({
      line: z.number().int(),
      description: z.string(),
      quantity: z.string(),
      unitCode: z.string(),
      unitPrice: z.string(),
      net: z.string(),
      taxRate: z.string(),
    }),
  ),
  net: z.string(),
  tax: z.string(),
  total: z.string(),
  balanceAfter: z.string(),
  reasonCode: z.string(),
  reason: z.string().optional(),
  promiseDate: z.string().optional(),
  recipient: z.string(),
  mail: z.object({ subject: z.string(), text: z.string() }),
  verdict: z.enum(['validated', 'partly_validated', 'not_validated', 'inconclusive', 'not_checked']),
  approval: z.object({
    by: z.enum(['rep', 'manager']),
    limit: z.string().optional(),
    approver: z.string().optional(),
    why: z.string(),
  }),
  previewToken: z.string(),
  proposedBy: z.string(),
  approvedBy: z.string().optional(),
  holdUntil: z.string().optional(),
  outcome: z.object({ number: z.string(), at: z.string() }).optional(),
});
export type ProposalView = z.infer<typeof ProposalView>;
