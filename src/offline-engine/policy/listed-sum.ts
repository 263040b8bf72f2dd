import * as z from 'zod';
import { type Planner, resultOf, use } from './plan.ts';

const Sums = z.object({
  total: z.number().int(),
  sums: z.array(z.object({ currency: z.string(), total: z.string(), open: z.string() })).min(1),
});

/** What the invoices that were listed last come to, as the search itself gives it; nothing is added up here. */
export const planListedSum: Planner = function* (_request, turn) {
  const { say, state } = turn;
  const found = state.search && resultOf(yield* use('find_invoices', state.search), Sums);
  if (!found) return { say: say('invoice.sum.none') };
  const several = found.total > 1 && found.sums.length === 1;
  return {
    say: found.sums
      .map(({ open, ...sum }) =>
        say('invoice.sum', { ...sum, several, count: found.total, ...(open === sum.total ? {} : { open }) }),
      )
      .join(' '),
  };
};
