import Big from 'big.js';
import { plainDecimal } from '#domain/quantity.ts';
import type { InvoiceView } from '#domain/views/invoice-view.ts';
import { isSaid, type Planner, type Turn } from './plan.ts';
import { theInvoice, theInvoices } from './the-invoice.ts';

/** How the tax of an invoice comes about: each rate and the net sum it is charged on. */
export const planTax: Planner = function* (request, turn) {
  const numbers = yield* theInvoices(request, turn, true);
  if (isSaid(numbers)) return numbers;
  const said: string[] = [];
  for (const number of numbers.slice(0, mostInvoices)) {
    const invoice = yield* theInvoice(number, turn);
    if (isSaid(invoice)) return invoice;
    said.push(taxSaid(invoice, turn));
  }
  return { say: [...said, turn.say('tax.wrong')].join('\n') };
};

const mostInvoices = 3;

function taxSaid(invoice: InvoiceView, { say }: Turn): string {
  const rates = ratesOf(invoice);
  const [first, other] = rates;
  return first && !other && new Big(first.net).eq(invoice.net)
    ? say('tax.explain', { ...invoice, rate: first.rate })
    : say('tax.explain.rates', { ...invoice, rates });
}

/** Rates as decimal strings in percent, the highest first. */
function ratesOf({ lines, currency }: InvoiceView): { rate: string; net: string; currency: string }[] {
  const byRate = Map.groupBy(lines, ({ taxRate }) => plainDecimal(taxRate));
  return [...byRate]
    .map(([rate, ofRate]) => ({
      rate,
      net: ofRate.reduce((sum, { net }) => sum.plus(net), new Big(0)).toFixed(2),
      currency,
    }))
    .filter(({ net }) => !new Big(net).eq(0))
    .sort((one, other) => new Big(other.rate).cmp(one.rate));
}
