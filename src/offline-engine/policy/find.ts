import Big from 'big.js';
import * as z from 'zod';
import type { InvoiceView } from '#domain/views/invoice-view.ts';
import type { Request } from '../memory/state.ts';
import type { Say } from '../speak/replies.ts';
import { anyOf } from '../words/words.ts';
import { planExplain } from './explain.ts';
import { failure, isSaid, type Planner, resultOf, type Turn, use, type WantedCall } from './plan.ts';
import { talkedOf } from './talked-of.ts';
import { InvoiceList, restOf, searchFor, summaryFacts, theInvoice } from './the-invoice.ts';

/** As many as one still reads in a chat. */
const mostListed = 10;

/** As many as the records give at once. */
const mostCompared = 50;
const why = anyOf('requests', 'why');

/** The biggest, smallest, newest or oldest of the invoices, where all of them are known. */
function extreme(list: z.infer<typeof InvoiceList>, { slots }: Request): z.infer<typeof InvoiceList> {
  const { invoices, total = invoices.length } = list;
  const { superlative } = slots;
  const [one] =
    superlative === 'largest'
      ? invoices.toSorted((a, b) => new Big(b.total).cmp(a.total))
      : superlative === 'smallest'
        ? invoices.toSorted((a, b) => new Big(a.total).cmp(b.total))
        : invoices.toSorted((a, b) =>
            superlative === 'newest'
              ? b.issueDate.localeCompare(a.issueDate)
              : a.issueDate.localeCompare(b.issueDate),
          );
  return one && total <= invoices.length ? { invoices: [one], total: 1 } : list;
}

/** Of the invoices that were listed last those that a filter leaves. */
const narrowed = ({ intent, slots }: Request, { state }: Turn): WantedCall['input'] | undefined =>
  intent === 'invoice.narrow' ? { ...state.search, status: slots.filter } : undefined;

const OfInvoice = z.object({ invoiceNumber: z.string() });

function shownInvoice(invoice: InvoiceView, { text }: Request, say: Say): string {
  const facts = {
    ...invoice,
    ...restOf(invoice),
    statusText: say(`status.${invoice.status}`),
    billTo: null,
    shipTo: null,
  };
  const view = say('invoice.view', facts);
  return invoice.status === 'overdue' && why.test(text) ? `${view}\n${say('overdue.why', facts)}` : view;
}

/** Whether a dispute of a known invoice waits meanwhile: what it still needs is asked, not which of a list to look at. */
const isBetween = ({ state }: Turn): boolean => {
  const waiting = state.pending.at(-1);
  return waiting?.intent === 'dispute.open' && waiting.slots.invoices.length > 0;
};

/** A list without the line that asks which of it is meant. */
const withoutQuestion = (listed: string): string => listed.split('\n').slice(0, -1).join('\n');

/** Shows an invoice, or the list of those that fit. */
export const planFind: Planner = function* (request, turn) {
  // "Show me line 2 of 1002"
  if (request.slots.line !== undefined && request.slots.line > 0) {
    const plan = planExplain(request, turn);
    return 'say' in plan ? plan : yield* plan;
  }
  const { state, say } = turn;
  const meant = yield* talkedOf(request, true, turn);
  if (meant && isSaid(meant)) return meant;
  let numbers = meant ?? request.slots.invoices;
  const [caseNumber] = request.slots.cases;
  if (
    numbers.length === 0 &&
    (caseNumber || (state.context.side === 'rep' && state.openCase && !searchFor(request, turn)))
  ) {
    const answer = yield* use('get_case', caseNumber ? { caseNumber } : {});
    const found = resultOf(answer, OfInvoice);
    if (found) numbers = [found.invoiceNumber];
  }
  if (numbers.length === 0) {
    const query =
      narrowed(request, turn) ??
      searchFor(request, turn) ??
      (request.slots.superlative
        ? { limit: mostCompared }
        : state.context.invoice && !request.slots.all
          ? undefined
          : { limit: mostListed });
    if (query) {
      const answer = yield* use('find_invoices', query);
      const list = resultOf(answer, InvoiceList);
      if (!list) return failure(answer, turn);
      const { invoices: found, total = 0 } = request.slots.superlative ? extreme(list, request) : list;
      if (found.length === 0) return { say: say('invoice.none') };
      if (found.length > 1) {
        const listed = say('invoice.list', {
          count: found.length,
          ...(total > found.length ? { total } : {}),
          items: found.map((invoice) => summaryFacts(invoice, say)),
        });
        return isBetween(turn) ? { say: withoutQuestion(listed) } : { say: listed, ask: 'invoice' };
      }
      numbers = found.map(({ number }) => number);
    } else if (state.context.invoice) numbers = [state.context.invoice];
  }
  const shown: string[] = [];
  for (const number of numbers.slice(0, 3)) {
    const invoice = yield* theInvoice(number, turn, true);
    shown.push(isSaid(invoice) ? invoice.say : shownInvoice(invoice, request, say));
  }
  return { say: shown.join('\n\n') };
};
