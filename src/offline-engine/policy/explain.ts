import Big from 'big.js';
import { InvoiceExplanation, type InvoiceView, LineExplanation } from '#domain/views/invoice-view.ts';
import { byGoods } from '../meaning/options.ts';
import type { Request } from '../memory/state.ts';
import { sameDocument } from '../values/documents.ts';
import { anyOf } from '../words/words.ts';
import { chargedSum } from './charge-sum.ts';
import { comparisonOf, offered, pricesCompared } from './compare.ts';
import { justTold } from './just-told.ts';
import { failure, isSaid, type Plan, type Planner, resultOf, type Turn, use } from './plan.ts';
import { talkedOf } from './talked-of.ts';
import { taxSaid } from './tax.ts';
import { notFound, theInvoice, theInvoices } from './the-invoice.ts';

const compared = anyOf('requests', 'compared');
const samePrice = anyOf('requests', 'same-price');
const priceSource = anyOf('requests', 'price-source');
const tax = anyOf('reasons', 'tax');
const why = anyOf('requests', 'why');
const late = anyOf('filters', 'overdue');

const comparing = ({ text }: Request): boolean => compared.test(text) || samePrice.test(text);

/** Why a line or a whole invoice is as it is. */
export const planExplain: Planner = function* (request, turn) {
  const numbers =
    (comparing(request) ? undefined : yield* talkedOf(request, false, turn)) ??
    (yield* justTold(withoutComparison(request), turn)) ??
    (yield* chargedSum(withoutComparison(request), turn)) ??
    (yield* theInvoices(withoutComparison(request), turn, false));
  if (isSaid(numbers)) return numbers;
  const [number = ''] = numbers;
  if (comparing(request) && request.slots.line === undefined)
    return yield* explainInvoice(number, request, turn);
  const invoice = yield* theInvoice(number, turn);
  if (isSaid(invoice)) return invoice;
  if (asksWhyLate(request, invoice)) return { say: whyLate(invoice, turn) };
  const line = lineOf(request, invoice) ?? pricedLine(request, invoice, turn) ?? disputedIn(invoice, turn);
  return line === undefined
    ? yield* explainInvoice(invoice.number, request, turn)
    : yield* explainLine(invoice, line, turn);
};

const asksWhyLate = ({ slots, text }: Request, { status, open }: InvoiceView): boolean =>
  status === 'overdue' &&
  new Big(open).gt(0) &&
  slots.line === undefined &&
  why.test(text) &&
  late.test(text);

/** What is booked on an overdue invoice, and since when it is due. */
function whyLate(invoice: InvoiceView, { say }: Turn): string {
  const { number, currency, paid, open, dueDate } = invoice;
  const facts = { number, currency, paid, open, dueDate };
  return `${say(new Big(paid).gt(0) ? 'payment.part' : 'payment.open', facts)} ${say('overdue.why', facts)}`;
}

/** In "higher than last month" the month is what it is compared with, in "why is the price 129" the sum is of a line: neither is looked for. */
function withoutComparison(request: Request): Request {
  if (priceSource.test(request.text)) return { ...request, slots: { ...request.slots, amounts: [] } };
  if (!comparing(request)) return request;
  const { range, date, filter, superlative, ...slots } = request.slots;
  return { ...request, slots };
}

function lineOf({ slots, text }: Request, { lines }: InvoiceView): number | undefined {
  if (slots.line !== undefined) return slots.line === -1 ? lines.at(-1)?.line : slots.line;
  const options = lines.map((line) => ({
    type: 'line' as const,
    id: String(line.line),
    label: line.description,
    goods: line.kind === 'goods',
  }));
  const named = byGoods(slots.product, text, options);
  if (named) return Number(named.id);
  const isNamed = (sum: string): boolean => slots.amounts.some(({ value }) => new Big(value).eq(sum));
  return lines.find(({ net, unitPrice }) => isNamed(net) || isNamed(unitPrice))?.line;
}

/** "Where does this price come from?" is asked of the line that was talked of, or of the only one. */
function pricedLine({ text }: Request, { number, lines }: InvoiceView, { state }: Turn): number | undefined {
  if (!priceSource.test(text)) return undefined;
  const { invoice, line } = state.context;
  return invoice && sameDocument(invoice, number) && line !== undefined
    ? line
    : lines.length === 1
      ? lines[0]?.line
      : undefined;
}

/** A rep asks about the line that the case is about. */
function disputedIn({ number }: InvoiceView, { state }: Turn): number | undefined {
  const { disputed, context } = state;
  return context.side === 'rep' && disputed && sameDocument(disputed.invoice, number)
    ? disputed.line
    : undefined;
}

/** Why a line is as it is, by the records. */
export function* explainLine(invoice: InvoiceView, line: number, turn: Turn): Plan {
  const { say } = turn;
  if (!invoice.lines.some((known) => known.line === line)) {
    return {
      say: say('line.unknown', { number: invoice.number, line, last: invoice.lines.length }),
      ask: 'line',
    };
  }
  const answer = yield* use('explain_charge', { invoiceNumber: invoice.number, line });
  const found = resultOf(answer, LineExplanation);
  if (!found) return failure(answer, turn);
  const { ordered, delivered, priceSource, unsupported } = found;
  const words = say('line.explain', {
    ...found.line,
    invoiceNumber: found.invoiceNumber,
    currency: found.currency,
    ordered: ordered && { quantity: ordered.quantity, unitCode: ordered.unitCode, source: ordered.source.id },
    delivered: delivered && { ...delivered, sources: delivered.sources.map(({ id }) => id).join(', ') },
    price: priceSource && { source: priceSource.source.id },
    unsupported: unsupported && {
      quantity: unsupported.quantity,
      against: say(`against.${unsupported.against}`),
    },
  });
  return {
    say:
      unsupported && turn.state.context.side === 'customer' ? `${words} ${say('line.explain.offer')}` : words,
  };
}

function* explainInvoice(number: string, request: Request, turn: Turn): Plan {
  const answer = yield* use('explain_charge', { invoiceNumber: number });
  const found = resultOf(answer, InvoiceExplanation);
  if (!found)
    return !answer.ok && answer.code === 'not-found'
      ? notFound(number, answer.details, turn)
      : failure(answer, turn);
  const breakdown = turn.say('invoice.breakdown', { ...found.invoice, billTo: null, shipTo: null });
  if (!comparing(request)) {
    const isOfTax = tax.test(request.text) && new Big(found.invoice.tax).gt(0);
    const isOfRates = new Set(found.invoice.lines.map(({ taxRate }) => Number(taxRate))).size > 1;
    const ofTax = isOfRates
      ? `${taxSaid(found.invoice, turn)} ${turn.say('tax.wrong')}`
      : turn.say('explain.tax', moneyFacts(found));
    return { say: isOfTax ? `${breakdown} ${ofTax}` : breakdown };
  }
  const comparison = samePrice.test(request.text)
    ? pricesCompared(found, turn.say)
    : comparisonOf(found, turn.say);
  if (comparison === undefined)
    return { say: `${turn.say('compare.none', { number: found.invoice.number })} ${breakdown}` };
  return offered(comparison, found, turn);
}

const moneyFacts = ({ invoice: { tax: charged, net, currency } }: InvoiceExplanation) => ({
  tax: charged,
  net,
  currency,
});
