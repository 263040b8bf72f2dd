import type { InvoiceSummary } from '#domain/views/invoice-view.ts';
import type { Request } from '../memory/state.ts';
import { sameDocument } from '../values/documents.ts';
import { anyOf } from '../words/words.ts';
import { failure, isSaid, type Plan, resultOf, type Said, type Turn, use } from './plan.ts';
import { InvoiceList, theInvoice } from './the-invoice.ts';

const previous = anyOf('requests', 'previous-one');
const both = anyOf('requests', 'both');
/** Enough to find another one of the same day. */
const mostOfADay = 10;

/** The invoices that "the one before it" and "both" mean after others were talked of; undefined where nothing of that is said. */
export function* talkedOf(
  { slots, text }: Request,
  many: boolean,
  turn: Turn,
): Plan<string[] | Said | undefined> {
  const before = turn.state.talkedOf;
  const last = before.at(-1);
  if (slots.invoices.length > 0 || last === undefined || turn.state.context.side === 'rep') return undefined;
  if (previous.test(text)) return yield* theOneBefore(last, turn);
  const searches = slots.filter !== undefined || slots.range !== undefined || slots.orders.length > 0;
  return many && !searches && before.length > 1 && both.test(text) ? before.slice(-2) : undefined;
}

/** The newest of the invoices before this one: by their days, and of one day by their numbers. */
function* theOneBefore(number: string, turn: Turn): Plan<string[] | Said> {
  const invoice = yield* theInvoice(number, turn);
  if (isSaid(invoice)) return invoice;
  const answer = yield* use('find_invoices', { dateTo: invoice.issueDate, limit: mostOfADay });
  const list = resultOf(answer, InvoiceList);
  if (!list) return failure(answer, turn);
  const [found] = list.invoices
    .filter((other) => !sameDocument(other.number, number) && inOrder(other, invoice) < 0)
    .toSorted((one, other) => inOrder(other, one));
  return found ? [found.number] : { say: turn.say('invoice.none') };
}

type Dated = Pick<InvoiceSummary, 'number' | 'issueDate'>;
const inOrder = (one: Dated, other: Dated): number =>
  one.issueDate.localeCompare(other.issueDate) ||
  one.number.localeCompare(other.number, undefined, { numeric: true });
