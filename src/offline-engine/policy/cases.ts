import Big from 'big.js';
import * as z from 'zod';
import { disputeReasonCodes } from '#domain/dispute-reason.ts';
import type { DisputedLine } from '#domain/record-writer.ts';
import { CustomerCaseView } from '#domain/views/case-view.ts';
import type { Context, Option } from '../meaning/context.ts';
import { byGoods } from '../meaning/options.ts';
import type { Request } from '../memory/state.ts';
import type { Facts } from '../speak/fill.ts';
import type { Say } from '../speak/replies.ts';
import { sameDocument } from '../values/documents.ts';
import type { Slots } from '../values/slots.ts';
import { inEnglish } from '../words/goods-in-english.ts';
import { noteOf } from './case-note.ts';
import { caseTitle } from './case-title.ts';
import { askFor } from './confirmed.ts';
import { failure, isSaid, type Plan, type Planner, resultOf, type Said, type Turn, use } from './plan.ts';
import { summaryFacts, theInvoice } from './the-invoice.ts';

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
/** A case as customers and reps see it; only reps see the account. */
const CaseView = CustomerCaseView.extend({ account: account.optional() });
type CaseView = z.infer<typeof CaseView>;

/** What is told of a case in a list; its invoice only where the description does not name it. */
export const caseFacts = (found: CaseFacts, say: Say): Facts => ({
  ...found,
  invoiceNumber: ofOtherWords(found),
  stateText: say(`state.${found.state}`),
});

/** Customers read a case's title in their own language. */
const titled = (
  found: CaseFacts,
  { side, language }: Context,
  items: readonly DisputedLine[] = [],
): CaseFacts => (side === 'rep' ? found : { ...found, shortDescription: caseTitle(found, items, language) });

const ofOtherWords = ({ invoiceNumber, shortDescription }: CaseFacts): string | undefined =>
  invoiceNumber && shortDescription.includes(invoiceNumber) ? undefined : invoiceNumber;

/** What is told of one case. */
export function caseDetails(found: CaseView, { say, state }: Turn): Facts {
  const { creditNote, replacementOrder, items, timeline, ...facts } = found;
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

/** The case of some that a request means: by its invoice, the sum in dispute, or the goods. */
function meantCase(
  { slots, text }: Pick<Request, 'slots' | 'text'>,
  cases: readonly CaseFacts[],
): string | undefined {
  const [invoice] = slots.invoices;
  const ofInvoice = invoice
    ? cases.filter(({ invoiceNumber }) => invoiceNumber && sameDocument(invoiceNumber, invoice))
    : [];
  if (ofInvoice.length === 1) return ofInvoice[0]?.caseNumber;
  const ofSum = cases.filter(
    ({ disputed }) => disputed && slots.amounts.some(({ value }) => new Big(value).eq(disputed)),
  );
  if (ofSum.length === 1) return ofSum[0]?.caseNumber;
  if (invoice && ofInvoice.length === 0) return undefined;
  const options = cases.map(
    ({ caseNumber, shortDescription }): Option => ({ type: 'case', id: caseNumber, label: shortDescription }),
  );
  return namesGoods(text, slots) ? byGoods(slots.product, text, options)?.id : undefined;
}

const namesGoods = (text: string, { product }: Slots): boolean =>
  product !== undefined || inEnglish(text.match(/\p{L}{5,}/gu) ?? []).length > 0;

/** A question may name another case than the one the talk is of. */
function* otherCase(
  { intent, slots, text }: Request,
  { state }: Turn,
): Plan<{ caseNumber: string } | undefined> {
  const { context } = state;
  const namesInvoice = slots.invoices.some(
    (number) => !context.invoice || !sameDocument(number, context.invoice),
  );
  const isStatus = intent === 'case.status';
  const namesCase = isStatus
    ? slots.amounts.length > 0 || namesGoods(text, slots)
    : slots.product !== undefined;
  const names = namesInvoice || namesCase;
  if (context.side === 'rep' || !/^case\.(?:status|when)$/.test(intent) || !names) return undefined;
  const answer = yield* use('list_cases', { status: 'open' });
  const cases = resultOf(answer, CaseList)?.cases ?? [];
  const caseNumber = meantCase({ slots, text }, cases);
  return caseNumber ? { caseNumber } : undefined;
}

/** "Where is the stuff from 20418", of which there is no case: that of another invoice is no answer. */
function* noCaseOf({ intent, slots }: Request, turn: Turn): Plan<Said | undefined> {
  const [named] = intent === 'case.status' && turn.state.context.side === 'customer' ? slots.invoices : [];
  if (named === undefined) return undefined;
  const cases = resultOf(yield* use('list_cases', { status: 'open' }), CaseList)?.cases;
  const isOfOne = cases?.some(({ invoiceNumber }) => invoiceNumber && sameDocument(invoiceNumber, named));
  if (isOfOne !== false) return undefined;
  const invoice = yield* theInvoice(named, turn);
  return isSaid(invoice) ? invoice : { say: turn.say('case.none.of', summaryFacts(invoice, turn.say)) };
}

/** The number of the case a request is about, or the question which. On the rep side undefined means the open record. */
export function* theCase(request: Request, turn: Turn): Plan<{ readonly caseNumber?: string } | Said> {
  const { slots } = request;
  const { state, say } = turn;
  const [named] = slots.cases;
  if (named) return { caseNumber: named };
  const { context, openCase } = state;
  const ofNone = yield* noCaseOf(request, turn);
  if (ofNone) return ofNone;
  const other = context.case ? yield* otherCase(request, turn) : undefined;
  if (other) return other;
  if (openCase && (!context.case || sameDocument(context.case, openCase)))
    return context.side === 'rep' ? {} : { caseNumber: openCase };
  if (context.case) return { caseNumber: context.case };
  const answer = yield* use('list_cases', context.side === 'rep' ? { view: 'mine' } : { status: 'open' });
  const cases = resultOf(answer, CaseList)?.cases;
  if (!cases) return failure(answer, turn);
  if (cases.length === 0) return { say: say('case.none') };
  const meant = meantCase(request, cases);
  if (meant) return { caseNumber: meant };
  if (cases.length === 1) return { caseNumber: cases[0]?.caseNumber ?? '' };
  const items = cases.map((found) => caseFacts(titled(found, context), say));
  return {
    say:
      request.intent === 'case.status'
        ? say('case.list', { count: cases.length, several: true, items })
        : say('ask.case', { items }),
    ask: 'case',
  };
}

export function* readCase(request: Request, turn: Turn): Plan<CaseView | Said> {
  const which = yield* theCase(request, turn);
  if (isSaid(which)) return which;
  const answer = yield* use('get_case', which.caseNumber ? { caseNumber: which.caseNumber } : {});
  const found = resultOf(answer, CaseView);
  if (found) return found;
  if (!answer.ok && answer.code === 'not-found')
    return { say: turn.say('case.notfound', { number: which.caseNumber }) };
  return failure(answer, turn);
}

export const planCaseStatus: Planner = function* (request, turn) {
  const found = yield* readCase(request, turn);
  if (isSaid(found)) return found;
  return { say: turn.say('case.view', caseDetails(found, turn)) };
};

export const planQueue: Planner = function* (_request, turn) {
  const { say, state } = turn;
  const answer = yield* use(
    'list_cases',
    state.context.side === 'rep' ? { view: 'mine' } : { status: 'open' },
  );
  const cases = resultOf(answer, CaseList)?.cases;
  if (!cases) return failure(answer, turn);
  if (cases.length === 0) return { say: say('case.none') };
  return {
    say: say('case.list', {
      count: cases.length,
      several: cases.length > 1,
      items: cases.map((found) => caseFacts(titled(found, state.context), say)),
    }),
    ask: 'case',
  };
};

export const planNote: Planner = function* (request, turn) {
  const { say } = turn;
  if (turn.state.context.side === 'rep') return { say: say('rep.elsewhere.note') };
  const which = yield* theCase(request, turn);
  if (isSaid(which)) return which;
  const note = noteOf(request);
  if (!note) return { say: say('ask.note', { case: which.caseNumber }), ask: 'note' };
  return yield* askFor(
    { tool: 'add_case_note', input: { caseNumber: which.caseNumber ?? '', note: note.trim() } },
    request,
    turn,
  );
};
