import { z } from 'zod';
import { disputeReasonCodes } from '../dispute-reason.ts';
import { ConversationSummary } from './conversation-summary.ts';
import { MoodView } from './mood-view.ts';
import { ProposalView } from './validation-view.ts';

export const CaseStateName = z.enum([
  'draft',
  'new',
  'work_in_progress',
  'awaiting_info',
  'resolved',
  'closed',
  'cancelled',
]);

/** A disputed line. Quantities are decimal strings in `unitCode`, sums decimal strings in the case's currency. */
export const DisputeItemView = z.object({
  line: z.number().int(),
  description: z.string(),
  state: z.string(),
  reasonCode: z.enum(disputeReasonCodes),
  unitCode: z.string(),
  invoicedQuantity: z.string(),
  claimedQuantity: z.string().optional(),
  disputedQuantity: z.string(),
  approvedQuantity: z.string().optional(),
  disputed: z.string(),
  approved: z.string().optional(),
});
export type DisputeItemView = z.infer<typeof DisputeItemView>;

/** What a customer sees of a case; nothing private is in it. */
export const CustomerCaseView = z.object({
  caseNumber: z.string(),
  caseType: z.enum(['inquiry', 'dispute', 'service_request']),
  state: CaseStateName,
  shortDescription: z.string(),
  invoiceNumber: z.string().optional(),
  reasonCode: z.enum(disputeReasonCodes).optional(),
  currency: z.string().optional(),
  /** Disputed sum, tax included. */
  disputed: z.string().optional(),
  items: z.array(DisputeItemView),
  openedAt: z.string(),
  replyBy: z.string().optional(),
  nextStep: z.string(),
  resolutionCode: z.string().optional(),
  resolutionNotes: z.string().optional(),
  creditNote: z
    .object({ number: z.string(), total: z.string(), currency: z.string(), issueDate: z.string() })
    .optional(),
  replacementOrder: z.object({ number: z.string(), promiseDate: z.string() }).optional(),
  timeline: z.array(z.object({ at: z.string(), kind: z.string(), by: z.string(), text: z.string() })),
});
export type CustomerCaseView = z.infer<typeof CustomerCaseView>;

export const CaseRow = z.object({
  caseNumber: z.string(),
  account: z.string(),
  invoiceNumber: z.string().optional(),
  reasonCode: z.enum(disputeReasonCodes).optional(),
  state: CaseStateName,
  priority: z.number().int(),
  shortDescription: z.string(),
  disputed: z.string().optional(),
  currency: z.string().optional(),
  queue: z.string(),
  assignedTo: z.string().optional(),
  openedAt: z.string(),
  /** The next clock that runs out, ISO instant; absent when paused or done. */
  dueAt: z.string().optional(),
  waitingOn: z.enum(['us', 'customer', 'approver', 'nobody']),
  conversationId: z.string().optional(),
});
export type CaseRow = z.infer<typeof CaseRow>;

/** What a rep sees of a case: the customer's view, who it is, the team's notes, and what was proposed. */
export const RepCaseView = CustomerCaseView.extend({
  version: z.number().int(),
  account: z.object({
    id: z.string(),
    name: z.string(),
    keyAccount: z.boolean(),
    inGoodStanding: z.boolean(),
  }),
  contact: z.object({ name: z.string(), email: z.string() }).optional(),
  verified: z.boolean(),
  priority: z.number().int(),
  /** Why, as it was noted when the case got it. */
  priorityReasons: z.array(z.string()),
  queue: z.string(),
  /** What people call the queue. */
  queueName: z.string(),
  queueRule: z.string(),
  assignedTo: z.object({ id: z.string(), name: z.string() }).optional(),
  waitingOn: z.enum(['us', 'customer', 'approver', 'nobody']),
  dueAt: z.string().optional(),
  conversationId: z.string().optional(),
  conversationState: z.enum(['bot', 'queued', 'human', 'ended']).optional(),
  summary: ConversationSummary.optional(),
  /** How the customer sounds in the chat. */
  mood: MoodView.optional(),
  /** Made after the claim window closed, with the clause that says so; a flag, not a denial. */
  lateClaim: z.string().optional(),
  proposals: z.array(ProposalView),
  otherCases: z.array(
    z.object({ caseNumber: z.string(), state: CaseStateName, shortDescription: z.string() }),
  ),
});
export type RepCaseView = z.infer<typeof RepCaseView>;
