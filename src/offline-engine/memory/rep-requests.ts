import { quantityInstead } from '../meaning/rep-quantity.ts';
import { documentDigits } from '../values/documents.ts';
import type { Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives } from '../words/words.ts';
import type { Request, State } from './state.ts';

/** What a rep can have prepared; one at a time for a case. */
export const proposal = /^rep\.(?:credit|reorder|reject)$/;
const ofQuantity = /^rep\.(?:credit|reorder)$/;

/** A rep's requests: numbers are quantities where something is to be prepared, and only one thing is prepared at a time. */
export function repRequests(requests: readonly Request[], state: State): Request[] {
  if (state.context.side !== 'rep') return [...requests];
  const own = requests.map(asRepRequest).map((request) => ofNamedCase(request, state));
  const first = own.find(({ intent }) => proposal.test(intent));
  return own.map((request) => {
    if (first && request !== first && proposal.test(request.intent))
      return { ...request, intent: '_beside', text: request.intent };
    return ofQuantity.test(request.intent)
      ? { ...request, slots: withQuantity(request, own.length === 1, state) }
      : request;
  });
}

/** "Reject it, the second delivery was ordered": what is prepared is for the case at hand, and for another only where its number is said. */
function ofNamedCase(request: Request, { openCase, context }: State): Request {
  const { intent, slots, text, said = text } = request;
  const isSaid = (number: string): boolean => said.includes(documentDigits(number));
  return proposal.test(intent) && (openCase ?? context.case) !== undefined
    ? { ...request, slots: { ...slots, cases: slots.cases.filter(isSaid) } }
    : request;
}

/** What still waits, but for another way to close the case than the one that is wanted now. */
export function withoutOtherProposals({ context, requests, pending }: State): Request[] {
  const wanted = context.side === 'rep' ? requests.find(({ intent }) => proposal.test(intent)) : undefined;
  return wanted ? pending.filter(({ intent }) => !proposal.test(intent)) : [...pending];
}

const ofPrice = /^(?:wrong_price|freight|tax|discount)$/;

/** Reps open no disputes: what sounds like one is about the price that was billed, or about the claim of the case. There is nobody to hand a rep over to. */
function asRepRequest(request: Request): Request {
  if (request.intent === 'human') return { ...request, intent: '_escalate' };
  return request.intent === 'dispute.open'
    ? { ...request, intent: ofPrice.test(request.slots.reason ?? '') ? 'invoice.explain' : 'rep.validate' }
    : request;
}

/** "Credit 1000" names no case: a number is one only with its prefix, after the word, or when it is known. */
function withQuantity({ slots, text, said = text }: Request, isOnly: boolean, state: State): Slots {
  const { cases, invoices, delivered, quantity, loose, ...others } = slots;
  const isNamed = (number: string): boolean => hasForm(number, text) || isKnown(number, state);
  const bare = [...cases, ...invoices].find((number) => !isNamed(number));
  const meant = isOnly ? quantityInstead(said) : undefined;
  const { claimed = quantity ?? delivered ?? loose ?? (bare && documentDigits(bare)) } = others;
  const value = meant ?? claimed;
  return {
    ...others,
    cases: cases.filter(isNamed),
    invoices: invoices.filter(isNamed),
    ...(value === undefined ? {} : { claimed: value }),
  };
}

const word = `${alternatives('documents', 'case')}|${alternatives('documents', 'invoice')}`;
const inForm = pattern(
  `(?:\\p{L}-?|#|(?<!\\p{L})(?:${word})[\\s#:.]*(?:n\\p{L}{0,5}[.°º]?\\s*)?)(\\d{3,10})(?!\\d)`,
);

/** Whether a number stands in a text as that of a document: "CASE-1000", "case 1000", "#1000". */
const hasForm = (number: string, text: string): boolean =>
  inForm.matches(text).some(([, digits]) => digits === documentDigits(number));

const isKnown = (number: string, { context, openCase, invoices }: State): boolean =>
  [context.case, openCase, context.invoice, ...context.listed.map(({ id }) => id), ...invoices.keys()].some(
    (known) => known !== undefined && documentDigits(known) === documentDigits(number),
  );
