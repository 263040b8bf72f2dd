import Big from 'big.js';
import { InvoiceExplanation, type InvoiceView, LineExplanation } from '#domain/views/invoice-view.ts';
import { byGoods } from '../meaning/options.ts';
import type { Request } from '../memory/state.ts';
import type { Say } from '../speak/replies.ts';
import { sameDocument } from '../values/documents.ts';
import { anyOf } from '../words/words.ts';
import { failure, isSaid, type Plan, type Planner, resultOf, type Said, type Turn, use } from './plan.ts';
import { notFound, theInvoice, theInvoices } from './the-invoice.ts';

const compared = anyOf('requests', 'compared');

/** Why a line or a whole invoice is as it is. */
export const planExplain: Planner = function* (request, turn) {
  const numbers = yield* theInvoices(withoutComparison(request), turn, false);
  if (isSaid(numbers)) return numbers;
  const [number = ''] = numbers;
  if (compared.test(request.text) && request.slots.line === undefined)
    return yield* explainInvoice(number, request, turn);
  const invoice = yield* theInvoice(number, turn);
  if (isSaid(invoice)) return invoice;
  const line = lineOf(request, invoice) ?? disputedIn(invoice, turn);
  return line === undefined
    ? yield* explainInvoice(invoice.number, request, turn)
    : yield* explainLine(invoice, line, turn);
};

/** In "higher than last month" the month is what it is compared with, not what is looked for. */
function withoutComparison(request: Request): Request {
  if (!compared.test(request.text)) return request;
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
  return lines.find(({ net }) => slots.amounts.some(({ value }) => new Big(value).eq(net)))?.line;
}

/** A rep asks about the line that the case is about. */
function disputedIn({ number }: InvoiceView, { state }: Turn): number | undefined {
  const { disputed, context } = state;
  return context.side === 'rep' && disputed && sameDocument(disputed.invoice, number)
    ? disputed.line
    : undefined;
}

function* explainLine(invoice: InvoiceView, line: number, turn: Turn): Plan {
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
  if (!compared.test(request.text)) return { say: breakdown };
  const comparison = comparisonOf(found, turn.say);
  if (comparison === undefined)
    return { say: `${turn.say('compare.none', { number: found.invoice.number })} ${breakdown}` };
  return offered(comparison, found, turn);
}

function comparisonOf(
  { invoice, previous, netDifference, changes }: InvoiceExplanation,
  say: Say,
): string | undefined {
  if (!previous || netDifference === undefined) return undefined;
  const facts = {
    difference: new Big(netDifference).abs().toFixed(2),
    previous: previous.number,
    issued: previous.issueDate,
    currency: invoice.currency,
  };
  const difference = new Big(netDifference);
  if (difference.eq(0)) return say('compare.same', facts);
  const way = difference.gt(0) ? 'more' : 'less';
  if (changes.length === 0) return say(`compare.${way}.bare`, facts);
  const reasons = changes.map((change) =>
    say(`change.${kindOf(change)}`, { ...change, issued: previous.issueDate, currency: invoice.currency }),
  );
  return say(`compare.${way}`, { ...facts, changes: reasons.join(`${say('change.joint')} `) });
}

function kindOf({
  quantity,
  previousQuantity,
  unitPrice,
  previousUnitPrice,
}: InvoiceExplanation['changes'][number]): string {
  if (new Big(previousQuantity).eq(0)) return 'new';
  if (new Big(quantity).eq(0)) return 'gone';
  if (new Big(unitPrice).eq(previousUnitPrice)) return 'quantity';
  return new Big(quantity).eq(previousQuantity) ? 'price' : 'both';
}

/** A natural next step for a customer whose bill went up. */
function offered(
  comparison: string,
  { netDifference, changes }: InvoiceExplanation,
  { say, state }: Turn,
): Said {
  if (state.context.side === 'rep' || !new Big(netDifference ?? 0).gt(0)) return { say: comparison };
  const [change] = changes;
  const oneQuantity = change && changes.length === 1 && kindOf(change) === 'quantity';
  return {
    say: `${comparison} ${oneQuantity ? say('compare.offer.quantity', change) : say('compare.offer')}`,
  };
}
