import Big from 'big.js';
import type { InvoiceView } from '#domain/views/invoice-view.ts';
import type { Say } from '../speak/replies.ts';
import { isSaid, type Planner } from './plan.ts';
import { theInvoice } from './the-invoice.ts';

const linesOf = ({ lines }: InvoiceView): string =>
  lines
    .map(({ description, quantity, unitPrice }) =>
      [description, new Big(quantity), new Big(unitPrice)].join(' '),
    )
    .toSorted()
    .join('\n');

const shown = (invoice: InvoiceView, say: Say): string =>
  say('two.item', { ...invoice, billTo: null, shipTo: null, statusText: say(`status.${invoice.status}`) });

/** "Is 20353 the same as 20345?": two invoices side by side, and whether what they bill is the same. */
export const planTwoInvoices: Planner = function* ({ slots }, turn) {
  const { say } = turn;
  const [first = '', second = ''] = slots.invoices;
  const one = yield* theInvoice(first, turn, true);
  if (isSaid(one)) return one;
  const other = yield* theInvoice(second, turn, true);
  if (isSaid(other)) return other;
  const isSame = linesOf(one) === linesOf(other) && new Big(one.total).eq(other.total);
  const orderNumber = one.orderNumber === other.orderNumber ? one.orderNumber : undefined;
  const verdict = say(isSame ? 'two.same' : 'two.differ', {
    one: one.number,
    other: other.number,
    ...(orderNumber ? { orderNumber } : {}),
  });
  return { say: [verdict, shown(one, say), shown(other, say)].join('\n') };
};
