import Big from 'big.js';
import type { InvoiceView } from '#domain/views/invoice-view.ts';
import type { Request } from '../memory/state.ts';
import { isSaid, type Plan, type Said, type Turn } from './plan.ts';
import { options, search, theInvoice } from './the-invoice.ts';

/** As many of the latest invoices as are read for a sum. */
const mostRead = 5;

/**
 * "What is this fee of 28?", where no invoice is of that sum and none was named: the latest invoices with a line of it. Undefined where
 * something else says which invoice it is; the question which invoice where no line is of that sum.
 */
export function* chargedSum(request: Request, turn: Turn): Plan<string[] | Said | undefined> {
  const { slots } = request;
  const [sum, ...others] = slots.amounts;
  const isNamed = slots.invoices.length + slots.orders.length + turn.state.talkedOf.length > 0;
  const isTold = slots.filter !== undefined || slots.range !== undefined || slots.date !== undefined;
  if (!sum || sum.bound || others.length > 0 || isNamed || isTold) return undefined;
  const ofSum = yield* search({ amount: Number(sum.value) }, turn);
  if (isSaid(ofSum)) return ofSum;
  if (ofSum.length > 0) return undefined;
  const latest = yield* search({ limit: mostRead }, turn);
  if (isSaid(latest) || latest.length === 0) return undefined;
  const read = latest.slice(0, mostRead);
  yield read.map(({ number }) => ({ tool: 'get_invoice', input: { invoiceNumber: number } }));
  const charged: typeof read = [];
  for (const summary of read) {
    const invoice = yield* theInvoice(summary.number, turn);
    if (!isSaid(invoice) && hasLineOf(invoice, sum.value)) charged.push(summary);
  }
  if (charged.length === 1) return charged.map(({ number }) => number);
  if (charged.length > 1) return options(charged, turn);
  const numbers = read.map(({ number }) => number).join(', ');
  const { say } = turn;
  const facts = { sum: sum.value, currency: latest[0]?.currency, numbers };
  return { say: `${say('charge.none', facts)} ${say('ask.invoice')}`, ask: 'invoice' };
}

const hasLineOf = ({ lines }: InvoiceView, sum: string): boolean =>
  lines.some(({ net, unitPrice }) => new Big(net).eq(sum) || new Big(unitPrice).eq(sum));
