import type { z } from 'zod';
import { failure, type Planner, resultOf, use } from './plan.ts';
import { InvoiceList, summaryFacts } from './the-invoice.ts';

/** As many as the records give at once. */
const mostRead = 50;
/** As many as one still reads in a chat. */
const mostListed = 10;

/** "What is due by 5 December?": the invoices that are to be paid on or till a day, the first due first. */
export const planDueBy: Planner = function* ({ slots }, turn) {
  const { say } = turn;
  const answer = yield* use('find_invoices', { status: 'open', limit: mostRead });
  const list: z.infer<typeof InvoiceList> | undefined = resultOf(answer, InvoiceList);
  if (!list) return failure(answer, turn);
  const day = slots.date;
  const { from = undefined, to = day ?? '' } = slots.range ?? {};
  const since = slots.range?.isUntil ? undefined : from;
  const until = slots.range?.isOpen ? undefined : to;
  const due = list.invoices
    .filter(({ dueDate }) => (!since || dueDate >= since) && (!until || dueDate <= until))
    .toSorted((one, other) => one.dueDate.localeCompare(other.dueDate));
  if (due.length === 0) return { say: say('due.list.none') };
  return {
    say: say('due.list', { items: due.slice(0, mostListed).map((one) => summaryFacts(one, say)) }).trimEnd(),
  };
};
