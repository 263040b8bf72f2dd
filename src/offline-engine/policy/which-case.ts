import Big from 'big.js';
import type { Option } from '../meaning/context.ts';
import { byGoods } from '../meaning/options.ts';
import type { Request } from '../memory/state.ts';
import { sameDocument } from '../values/documents.ts';
import type { Slots } from '../values/slots.ts';
import { inEnglish } from '../words/goods-in-english.ts';
import { isGoodsAnywhere } from '../words/goods-words.ts';
import { beginsWithRepWords } from '../words/rep-words.ts';
import { anyOf } from '../words/words.ts';
import { type CaseFacts, CaseList, CaseView, caseFacts, titled } from './case-facts.ts';
import { failure, isSaid, type Plan, resultOf, type Said, type Turn, use } from './plan.ts';
import { summaryFacts, theInvoice } from './the-invoice.ts';

const toCase = beginsWithRepWords('to-case');
const closedOnes = anyOf('requests', 'closed-cases');
/** As many as one still reads in a chat. */
const mostClosed = 10;

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

/** "My money for the pumps", where the one case is about fenders. */
function isOfOtherGoods({ slots }: Request, title: string): boolean {
  const named = (slots.product?.match(/\p{L}{3,}/gu) ?? []).filter((word) =>
    isGoodsAnywhere(word.toLowerCase()),
  );
  const known = [...named, ...inEnglish(named)].map((word) => word.toLowerCase().slice(0, -1));
  return named.length > 0 && known.every((word) => !title.toLowerCase().includes(word));
}

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

/** The cases of a customer with the newest first; undefined when they cannot be read. */
function* casesIn(status: 'open' | 'closed'): Plan<CaseFacts[] | undefined> {
  return resultOf(yield* use('list_cases', { status }), CaseList)?.cases;
}

/** "What became of my claim on 20418": its case that is over, or that there is none. That of another invoice is no answer. */
function* caseOfInvoice(
  { intent, slots }: Request,
  turn: Turn,
): Plan<{ caseNumber: string } | Said | undefined> {
  const [named] = intent === 'case.status' && turn.state.context.side === 'customer' ? slots.invoices : [];
  if (named === undefined) return undefined;
  const isOfIt = ({ invoiceNumber }: CaseFacts) => invoiceNumber && sameDocument(invoiceNumber, named);
  const open = yield* casesIn('open');
  if (!open || open.some(isOfIt)) return undefined;
  const over = (yield* casesIn('closed'))?.find(isOfIt);
  if (over) return { caseNumber: over.caseNumber };
  const invoice = yield* theInvoice(named, turn);
  return isSaid(invoice) ? invoice : { say: turn.say('case.none.of', summaryFacts(invoice, turn.say)) };
}

/** The one case that is over, or a list of them. */
function* closedCase({ say, state }: Turn): Plan<{ caseNumber: string } | Said | undefined> {
  const cases = yield* casesIn('closed');
  const [first, ...others] = cases ?? [];
  if (!first) return undefined;
  if (others.length === 0) return { caseNumber: first.caseNumber };
  const items = [first, ...others]
    .slice(0, mostClosed)
    .map((found) => caseFacts(titled(found, state.context), say));
  return { say: say('case.closed', { items }), ask: 'case' };
}

/** A rep who names an invoice means the case on it, whoever works on it; undefined where there is none and another case is at hand. */
function* caseOnInvoice(
  { intent, slots }: Request,
  turn: Turn,
): Plan<{ caseNumber: string } | Said | undefined> {
  const { context, openCase } = turn.state;
  const [named] = context.side === 'rep' ? slots.invoices : [];
  if (named === undefined) return undefined;
  const answer = yield* use('list_cases', { view: 'all' });
  const found = (resultOf(answer, CaseList)?.cases ?? []).find(
    ({ invoiceNumber }) => invoiceNumber && sameDocument(invoiceNumber, named),
  );
  if (found) return { caseNumber: found.caseNumber };
  const isBeside = intent !== 'case.status' && (openCase ?? context.case) !== undefined;
  return isBeside ? undefined : { say: turn.say('rep.cases.none.of', { number: named }) };
}

/** "Go back to the storage boxes one": the one open case about those goods. */
function* caseOfGoods(
  { intent, slots, text }: Request,
  turn: Turn,
): Plan<{ caseNumber: string } | undefined> {
  const isGoingBack = turn.state.context.side === 'rep' && intent === 'case.status' && toCase.test(text);
  if (!isGoingBack || slots.product === undefined) return undefined;
  const cases = resultOf(yield* use('list_cases', { view: 'all' }), CaseList)?.cases ?? [];
  const options = cases.map(
    ({ caseNumber, shortDescription }): Option => ({ type: 'case', id: caseNumber, label: shortDescription }),
  );
  const caseNumber = byGoods(slots.product, text, options)?.id;
  return caseNumber ? { caseNumber } : undefined;
}

/** The number of the case a request is about, or the question which. On the rep side undefined means the open record. */
export function* theCase(request: Request, turn: Turn): Plan<{ readonly caseNumber?: string } | Said> {
  const { slots } = request;
  const { state, say } = turn;
  const [named] = slots.cases;
  if (named) return { caseNumber: named };
  const { context, openCase } = state;
  const ofInvoice =
    (yield* caseOfGoods(request, turn)) ??
    (yield* caseOnInvoice(request, turn)) ??
    (yield* caseOfInvoice(request, turn));
  const isElsewhere = context.case !== undefined && context.case !== openCase;
  if (ofInvoice && (isSaid(ofInvoice) || isElsewhere || ofInvoice.caseNumber !== openCase)) return ofInvoice;
  const isStatus = request.intent === 'case.status' && context.side === 'customer';
  if (isStatus && closedOnes.test(request.text))
    return (yield* closedCase(turn)) ?? { say: say('case.closed.none') };
  const other = context.case ? yield* otherCase(request, turn) : undefined;
  if (other) return other;
  if (openCase && (!context.case || sameDocument(context.case, openCase)))
    return context.side === 'rep' ? {} : { caseNumber: openCase };
  if (context.case) return { caseNumber: context.case };
  const answer = yield* use('list_cases', context.side === 'rep' ? { view: 'mine' } : { status: 'open' });
  const cases = resultOf(answer, CaseList)?.cases;
  if (!cases) return failure(answer, turn);
  if (cases.length === 0) {
    const over = isStatus ? yield* closedCase(turn) : undefined;
    if (!over) return { say: say('case.none') };
    return isSaid(over) ? { ...over, say: `${say('case.none')} ${over.say}` } : over;
  }
  const meant = meantCase(request, cases);
  if (meant) return { caseNumber: meant };
  const items = cases.map((found) => caseFacts(titled(found, context), say));
  const [only] = cases;
  if (cases.length === 1 && only && isStatus && isOfOtherGoods(request, only.shortDescription)) {
    const listed = say('case.list', { count: 1, several: false, items });
    return { say: `${say('case.none.goods')} ${listed}`, ask: 'case' };
  }
  if (cases.length === 1) return { caseNumber: only?.caseNumber ?? '' };
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
