import Big from 'big.js';
import * as z from 'zod';
import { InvoiceSummary, InvoiceView } from '#domain/views/invoice-view.ts';
import type { Request } from '../memory/state.ts';
import type { Facts } from '../speak/fill.ts';
import type { Say } from '../speak/replies.ts';
import { sameDocument } from '../values/documents.ts';
import type { NamedSum } from '../values/slots.ts';
import { englishNames } from '../words/goods-in-english.ts';
import { singularsOf } from '../words/goods-words.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives } from '../words/words.ts';
import { failure, isSaid, type Plan, resultOf, type Said, type Turn, use, type WantedCall } from './plan.ts';

/** What a search finds; `total` counts also what did not fit into the list. */
export const InvoiceList = z.object({ invoices: z.array(InvoiceSummary), total: z.number().optional() });

export const summaryFacts = (invoice: InvoiceSummary, say: Say): Facts => ({
  ...invoice,
  ...restOf(invoice),
  statusText: say(`status.${invoice.status}`),
});

/** What is left to pay where a part is settled already. */
export const restOf = ({ open, total }: Pick<InvoiceSummary, 'open' | 'total'>): Facts =>
  new Big(open).gt(0) && new Big(open).lt(total) ? { rest: open } : {};

/** The search a message describes, or undefined when it names nothing to search by. */
export function searchFor({ slots, intent }: Request, { state }: Turn): WantedCall['input'] | undefined {
  const [order] = slots.orders;
  const [sum] = slots.amounts;
  const wantsLast = slots.filter === 'last' || (slots.ordinal === -1 && state.context.listed.length === 0);
  const from = slots.range?.from ?? slots.date;
  const to = slots.range?.to ?? slots.date;
  const byMoney =
    sum && intent !== 'dispute.open'
      ? {
          [sum.bound === 'min' ? 'amountMin' : sum.bound === 'max' ? 'amountMax' : 'amount']: Number(
            sum.value,
          ),
        }
      : {};
  const query = {
    ...(order ? { poNumber: order } : {}),
    ...(slots.filter && slots.filter !== 'last' ? { status: slots.filter } : {}),
    // Lists come newest first.
    ...(wantsLast ? (slots.count === undefined ? { latest: true } : { limit: slots.count }) : {}),
    ...(from && to ? { dateFrom: from, dateTo: to } : {}),
    ...byMoney,
  };
  if (Object.keys(query).length > 0) return query;
  return slots.product && !state.context.invoice ? { product: slots.product } : undefined;
}

/** Whether the invoice in focus is that of a case that was asked about while a dispute waits for its own. */
const isOfCase = ({ awaitsInvoice }: Request, { state: { requests, context } }: Turn): boolean =>
  awaitsInvoice === true &&
  [context.lastIntent, ...requests.map(({ intent }) => intent)].some((intent) => intent?.startsWith('case.'));

/** Numbers of the invoices a request is about: named, in focus, searched for, or the only open one; else the question which. */
export function* theInvoices(request: Request, turn: Turn, many: boolean): Plan<string[] | Said> {
  const { slots, intent } = request;
  const { state, say } = turn;
  if (slots.invoices.length > 0) return many ? slots.invoices : slots.invoices.slice(0, 1);
  const searches =
    slots.filter !== undefined ||
    slots.orders.length > 0 ||
    (intent === 'invoice.copy' && slots.range !== undefined);
  const written = yield* namedByNumber(request);
  if (written) return [written];
  if (state.context.invoice && !searches && !isOfCase(request, turn)) return [state.context.invoice];
  const query = searchFor(request, turn);
  const ofCase = query ? undefined : yield* invoiceOfCase(turn);
  if (ofCase) return [ofCase];
  // The day that a claim tells is mostly the day on which goods came or went back, not that of the invoice.
  const byGoods =
    intent === 'dispute.open' && query?.dateFrom ? within(yield* ofGoods(request, turn), query) : [];
  if (byGoods.length > 0) return ofThese(byGoods, intent, turn);
  if (query) {
    const found = yield* search(query, turn);
    if (isSaid(found)) return found;
    if (
      found.length === 1 ||
      (many && found.length > 0 && found.length <= 6 && (intent === 'invoice.copy' || slots.all))
    )
      return found.map(({ number }) => number);
    if (found.length > 1 && query.product !== undefined)
      return ofThese(found.slice(0, mostOptions), intent, turn);
    if (found.length > 1) return options(found.slice(0, mostOptions), turn);
    const translated = query.product === undefined ? [] : yield* ofGoods(request, turn);
    if (translated.length > 0) return ofThese(translated, intent, turn);
    if (intent !== 'dispute.open')
      return { say: `${say('invoice.none')} ${say('ask.invoice')}`, ask: 'invoice' };
  }
  const goods =
    !query && /^(?:dispute\.open|invoice\.explain)$/.test(intent) ? yield* ofGoods(request, turn) : [];
  if (goods.length > 0) return ofThese(goods, intent, turn);
  const open = yield* search({ status: 'open', limit: mostOptions }, turn);
  if (isSaid(open) || open.length === 0) return { say: say('ask.invoice'), ask: 'invoice' };
  return open.length === 1 ? numbersOf(open) : options(open, turn);
}

const beforeNumber = pattern(
  `(?<!\\p{L})(?:${alternatives('documents', 'before-number')}|${alternatives('requests', 'the-number')})\\s+#?(\\d{4,6})(?![\\p{L}\\d]|[.,]\\d)`,
);
const atEnd = /(?<=\p{L}\s+#?)\d{4,6}(?=[\s.!?]*$)/u;
/** Numbers that are hardly a year. */
const noYear = /^(?!(?:19|20)\d\d$)/;

/** "The delivery on 1002 was agreed free": a number that says nothing else is an invoice where the account has one of that number. */
function* namedByNumber({ intent, slots, text }: Request): Plan<string | undefined> {
  const written = beforeNumber.exec(text)?.[1] ?? atEnd.exec(text)?.[0];
  const number = intent === 'dispute.open' ? written : undefined;
  const counts = [slots.claimed, slots.delivered, slots.billed];
  const isElse = (sum: NamedSum): boolean => sum.value === number && sum.currency !== undefined;
  if (number === undefined || !noYear.test(number)) return undefined;
  if (counts.includes(number) || slots.amounts.some(isElse)) return undefined;
  const found = resultOf(yield* use('get_invoice', { invoiceNumber: number }), InvoiceView);
  if (!found) return undefined;
  slots.amounts = slots.amounts.filter(({ value }) => value !== number);
  if (Number(slots.quantity) === Number(number)) delete slots.quantity;
  return found.number;
}

const mostOptions = 5;
const mostNames = 3;
const numbersOf = (invoices: readonly InvoiceSummary[]): string[] => invoices.map(({ number }) => number);

/** The only invoice with some goods; of several the newest explains a price, and for a claim it is asked which. */
const ofThese = (found: readonly InvoiceSummary[], intent: string, turn: Turn): string[] | Said =>
  found.length === 1 || intent === 'invoice.explain' ? numbersOf(found.slice(0, 1)) : options(found, turn);

/** Those of the days that were said, or all of them where none is. */
function within(
  found: readonly InvoiceSummary[],
  { dateFrom, dateTo }: WantedCall['input'],
): InvoiceSummary[] {
  const those = found.filter(
    ({ issueDate }) => issueDate >= String(dateFrom ?? '') && issueDate <= String(dateTo ?? issueDate),
  );
  return those.length > 0 ? those : [...found];
}

/** The invoices with the goods that were named, be it in another language than the bills are in or in the plural; the newest first. */
function* ofGoods({ slots, text }: Request, turn: Turn): Plan<InvoiceSummary[]> {
  const wordsIn = (words: string): string[] => words.match(/\p{L}{3,}/gu) ?? [];
  const { product } = slots;
  const translated = englishNames(wordsIn(product ?? text));
  const names =
    translated.length > 0 || !product
      ? translated
      : [...singularsOf(product, turn.state.context.language), product];
  const found = new Map<string, InvoiceSummary>();
  const add = function* (name: string): Plan<void> {
    const invoices = yield* search({ product: name }, turn);
    if (isSaid(invoices)) return;
    for (const invoice of invoices) found.set(invoice.number, invoice);
  };
  for (const name of names.slice(0, mostNames)) yield* add(name);
  // "Foam cans": no line says both words, and one of them may be in the name of the goods.
  const single = wordsIn(product ?? '').filter((word) => word.length > 3);
  for (const word of single.length > 1 ? single.slice(0, mostNames) : [])
    if (found.size === 0) yield* add(word);
  return [...found.values()]
    .toSorted((one, other) => other.issueDate.localeCompare(one.issueDate))
    .slice(0, mostOptions);
}

const OfInvoice = z.object({ invoiceNumber: z.string() });

/** The invoice of the case a rep works on. */
function* invoiceOfCase({ state }: Turn): Plan<string | undefined> {
  const { context, openCase } = state;
  if (context.side !== 'rep' || !(openCase ?? context.case)) return undefined;
  const isOpen = openCase && (!context.case || sameDocument(context.case, openCase));
  const answer = yield* use('get_case', isOpen || !context.case ? {} : { caseNumber: context.case });
  return resultOf(answer, OfInvoice)?.invoiceNumber;
}

export const options = (invoices: readonly InvoiceSummary[], { say }: Turn): Said => ({
  say: say('ask.invoice.options', { items: invoices.map((invoice) => summaryFacts(invoice, say)) }),
  ask: 'invoice',
});

export function* search(query: WantedCall['input'], turn: Turn): Plan<InvoiceSummary[] | Said> {
  const answer = yield* use('find_invoices', query);
  return resultOf(answer, InvoiceList)?.invoices ?? failure(answer, turn);
}

/** An invoice with its lines, asked for anew unless this conversation has it and it need not be fresh. */
export function* theInvoice(number: string, turn: Turn, fresh = false): Plan<InvoiceView | Said> {
  const known = [...turn.state.invoices.values()].find((invoice) => sameDocument(invoice.number, number));
  if (known && !fresh) return known;
  const answer = yield* use('get_invoice', { invoiceNumber: number });
  return (
    resultOf(answer, InvoiceView) ??
    (answer.ok || answer.code !== 'not-found'
      ? failure(answer, turn)
      : notFound(number, answer.details, turn))
  );
}

const Near = z.object({ near: z.array(z.string()).optional() });

export function notFound(number: string, details: unknown, { say, state }: Turn): Said {
  const near = Near.safeParse(details).data?.near ?? [];
  const facts = { number, near: near.join(' / ') };
  return state.context.side === 'rep'
    ? { say: say('invoice.notfound.rep', facts) }
    : { say: say('invoice.notfound', facts), ask: 'invoice' };
}
