import * as z from 'zod';
import { disputeReasonCodes } from '#domain/dispute-reason.ts';
import type { DisputedLine } from '#domain/record-writer.ts';
import { CustomerCaseView } from '#domain/views/case-view.ts';
import type { Context } from '../meaning/context.ts';
import type { Facts } from '../speak/fill.ts';
import type { Say } from '../speak/replies.ts';
import { caseTitle } from './case-title.ts';
import type { Turn } from './plan.ts';

const CaseFacts = z.object({
  caseNumber: z.string(),
  state: z.string(),
  shortDescription: z.string(),
  account: z.string().optional(),
  invoiceNumber: z.string().optional(),
  disputed: z.string().optional(),
  currency: z.string().optional(),
  reasonCode: z.enum(disputeReasonCodes).optional(),
});
export type CaseFacts = z.infer<typeof CaseFacts>;
export const CaseList = z.object({ cases: z.array(CaseFacts) });
const account = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
/** A case as customers and reps see it; only reps see the account, and who wrote for it. */
export const CaseView = CustomerCaseView.extend({
  account: account.optional(),
  contact: z.object({ name: z.string() }).optional(),
});
export type CaseView = z.infer<typeof CaseView>;

/** What is told of a case in a list; its invoice only where the description does not name it. */
export const caseFacts = (found: CaseFacts, say: Say): Facts => ({
  ...found,
  invoiceNumber: ofOtherWords(found),
  stateText: say(`state.${found.state}`),
});

/** Customers read a case's title in their own language. */
export const titled = (
  found: CaseFacts,
  { side, language }: Context,
  items: readonly DisputedLine[] = [],
): CaseFacts => (side === 'rep' ? found : { ...found, shortDescription: caseTitle(found, items, language) });

const ofOtherWords = ({ invoiceNumber, shortDescription }: CaseFacts): string | undefined =>
  invoiceNumber && shortDescription.includes(invoiceNumber) ? undefined : invoiceNumber;

/** What is told of one case. */
export function caseDetails(found: CaseView, { say, state }: Turn): Facts {
  const { creditNote, replacementOrder, items, timeline, contact, ...facts } = found;
  const disputed = items.map(({ claimedQuantity, ...item }) => item);
  const reader = state.context.side === 'rep' ? 'team' : 'customer';
  return {
    ...facts,
    ...caseFacts(titled(facts, state.context, disputed), say),
    // what was promised for a day that is over is no promise any more
    replyBy: found.replyBy && found.replyBy.slice(0, 10) >= state.context.today ? found.replyBy : undefined,
    nextStep: say(`step.${reader}.${found.state}`),
    ...(creditNote ? { creditNote } : {}),
    ...(replacementOrder ? { replacementOrder } : {}),
  };
}
