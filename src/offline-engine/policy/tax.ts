import Big from 'big.js';
import { plainDecimal } from '#domain/quantity.ts';
import type { InvoiceView } from '#domain/views/invoice-view.ts';
import { isSaid, type Planner } from './plan.ts';
import { theInvoice, theInvoices } from './the-invoice.ts';

/** How the tax of an invoice comes about: each rate and the net sum it is charged on. */
export const planTax: Planner = function* (request, turn) {
  const numbers = yield* theInvoices(request, turn, false);
  if (isSaid(numbers)) return numbers;
  const invoice = yield* theInvoice(numbers[0] ?? '', turn);
  if (isSaid(invoice)) return invoice;
  const rates = ratesOf(invoice);
  const [first, other] = rates;
  return {
    say:
      first && !other && new Big(first.net).eq(invoice.net)
        ? turn.say('tax.explain', { ...invoice, rate: first.rate })
        : turn.say('tax.explain.rates', { ...invoice, rates }),
  };
};

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
