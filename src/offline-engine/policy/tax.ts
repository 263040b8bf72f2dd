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

/** The tax of an invoice in words: one rate of everything, or each with what it is charged on. */
export function taxSaid(invoice: InvoiceView, { say }: Pick<Turn, 'say'>): string {
  const rates = ratesOf(invoice);
  const [first, other] = rates;
  return first && !other && new Big(first.net).eq(invoice.net)
    ? say('tax.explain', { ...invoice, rate: first.rate })
    : say('tax.explain.rates', { ...invoice, rates });
}

type Rate = {
  readonly rate: string;
  readonly net: string;
  readonly currency: string;
  readonly goods: string;
};

/** Rates as decimal strings in percent, the highest first. */
function ratesOf({ lines, currency }: Pick<InvoiceView, 'lines' | 'currency'>): Rate[] {
  const byRate = Map.groupBy(lines, ({ taxRate }) => plainDecimal(taxRate));
  return [...byRate]
    .map(([rate, ofRate]) => ({
      rate,
      net: ofRate.reduce((sum, { net }) => sum.plus(net), new Big(0)).toFixed(2),
      currency,
      goods: ofRate.map(({ description }) => description).join('; '),
    }))
    .filter(({ net }) => !new Big(net).eq(0))
    .sort((one, other) => new Big(other.rate).cmp(one.rate));
}
