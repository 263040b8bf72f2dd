import type { RepDesk } from '#desks/rep-desk.ts';
import { checkAvailability } from './check-availability.ts';
import type { Tool } from './define-tool.ts';
import { draftReply } from './draft-reply.ts';
import { explainCharge } from './explain-charge.ts';
import { findSimilarCases } from './find-similar-cases.ts';
import { getInvoice } from './get-invoice.ts';
import { getRepCase } from './get-rep-case.ts';
import { listQueue } from './list-queue.ts';
import { proposeCreditNote } from './propose-credit-note.ts';
import { proposeDenial } from './propose-denial.ts';
import { proposeReplacementOrder } from './propose-replacement-order.ts';
import { searchBillingPolicies } from './search-billing-policies.ts';
import { validateDispute } from './validate-dispute.ts';

/** Everything dispute assist may do, and nothing else: it looks and proposes; approving is for people. */
export const disputeAssistTools = (desk: RepDesk): Record<string, Tool> => ({
  list_cases: listQueue(desk),
  get_case: getRepCase(desk),
  get_invoice: getInvoice(desk),
  explain_charge: explainCharge(desk),
  find_similar_cases: findSimilarCases(desk),
  validate_dispute: validateDispute(desk),
  check_availability: checkAvailability(desk),
  propose_credit_note: proposeCreditNote(desk),
  propose_replacement_order: proposeReplacementOrder(desk),
  propose_denial: proposeDenial(desk),
  draft_reply: draftReply(desk),
  search_billing_policies: searchBillingPolicies(desk),
});
