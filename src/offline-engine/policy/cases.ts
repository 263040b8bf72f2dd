import * as z from 'zod';
import { CustomerCaseView } from '#domain/views/case-view.ts';
import { byWords } from '../meaning/options.ts';
import type { Request } from '../memory/state.ts';
import type { Facts } from '../speak/fill.ts';
import type { Say } from '../speak/replies.ts';
import { sameDocument } from '../values/documents.ts';
import { noteOf } from './case-note.ts';
import { askFor } from './confirmed.ts';
import { failure, isSaid, type Plan, type Planner, resultOf, type Said, type Turn, use } from './plan.ts';

const CaseFacts = z.object({
  caseNumber: z.string(),
  state: z.string(),
  shortDescription: z.string(),
  account: z.string().optional(),
  invoiceNumber: z.string().optional(),
  disputed: z.string().optional(),
  currency: z.string().optional(),
});
export type CaseFacts = z.infer<typeof CaseFacts>;
const CaseList = z.object({ cases: z.array(CaseFacts) });
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

const ofOtherWords = ({ invoiceNumber, shortDescription }: CaseFacts): string | undefined =>
  invoiceNumber && shortDescription.includes(invoiceNumber) ? undefined : invoiceNumber;

/** What is told of one case. */
export function caseDetails(found: CaseView, { say, state }: Turn): Facts {
  const { creditNote, replacementOrder, items, timeline, ...facts } = found;
  const reader = state.context.side === 'rep' ? 'team' : 'customer';
  return {
    ...facts,
    ...caseFacts(facts, say),
    // what was promised for a day that is over is no promise any more
    replyBy: found.replyBy && found.replyBy.slice(0, 10) >= state.context.today ? found.replyBy : undefined,
    nextStep: say(`step.${reader}.${found.state}`),
    ...(creditNote ? { creditNote } : {}),
    ...(replacementOrder ? { replacementOrder } : {}),
  };
}

/** The number of the case a request is about, or the question which. On the rep side undefined means the open record. */
export function* theCase(request: Request, turn: Turn): Plan<{ readonly caseNumber?: string } | Said> {
  const { slots } = request;
  const { state, say } = turn;
  const [named] = slots.cases;
  if (named) return { caseNumber: named };
  const { context, openCase } = state;
  if (openCase && (!context.case || sameDocument(context.case, openCase)))
    return context.side === 'rep' ? {} : { caseNumber: openCase };
  if (context.case) return { caseNumber: context.case };
  const answer = yield* use('list_cases', context.side === 'rep' ? { view: 'mine' } : { status: 'open' });
  const cases = resultOf(answer, CaseList)?.cases;
  if (!cases) return failure(answer, turn);
  if (cases.length === 0) return { say: say('case.none') };
  const [invoice] = slots.invoices;
  const ofInvoice = invoice
    ? cases.filter(({ invoiceNumber }) => invoiceNumber && sameDocument(invoiceNumber, invoice))
    : [];
  const described = slots.product
    ? byWords(
        slots.product,
        cases.map(({ caseNumber, shortDescription }) => ({
          type: 'case',
          id: caseNumber,
          label: shortDescription,
        })),
      )
    : undefined;
  const one =
    ofInvoice.length === 1
      ? ofInvoice[0]?.caseNumber
      : (described?.id ?? (cases.length === 1 ? cases[0]?.caseNumber : undefined));
  if (one) return { caseNumber: one };
  const items = cases.map((found) => caseFacts(found, say));
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
      items: cases.map((found) => caseFacts(found, say)),
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
