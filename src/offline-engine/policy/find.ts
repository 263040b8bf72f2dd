import * as z from 'zod';
import { failure, isSaid, type Planner, resultOf, use } from './plan.ts';
import { InvoiceList, searchFor, summaryFacts, theInvoice } from './the-invoice.ts';

/** As many as one still reads in a chat. */
const mostListed = 10;

const OfInvoice = z.object({ invoiceNumber: z.string() });

/** Shows an invoice, or the list of those that fit. */
export const planFind: Planner = function* (request, turn) {
  const { state, say } = turn;
  let numbers = request.slots.invoices;
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
      searchFor(request, turn) ??
      (state.context.invoice && !request.slots.all ? undefined : { limit: mostListed });
    if (query) {
      const answer = yield* use('find_invoices', query);
      const list = resultOf(answer, InvoiceList);
      if (!list) return failure(answer, turn);
      const { invoices: found, total = 0 } = list;
      if (found.length === 0) return { say: say('invoice.none') };
      if (found.length > 1)
        return {
          say: say('invoice.list', {
            count: found.length,
            ...(total > found.length ? { total } : {}),
            items: found.map((invoice) => summaryFacts(invoice, say)),
          }),
          ask: 'invoice',
        };
      numbers = found.map(({ number }) => number);
    } else if (state.context.invoice) numbers = [state.context.invoice];
  }
  const shown: string[] = [];
  for (const number of numbers.slice(0, 3)) {
    const invoice = yield* theInvoice(number, turn, true);
    shown.push(
      isSaid(invoice)
        ? invoice.say
        : say('invoice.view', {
            ...invoice,
            statusText: say(`status.${invoice.status}`),
            billTo: null,
            shipTo: null,
          }),
    );
  }
  return { say: shown.join('\n\n') };
};
