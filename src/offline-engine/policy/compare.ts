import Big from 'big.js';
import type { InvoiceExplanation } from '#domain/views/invoice-view.ts';
import type { Say } from '../speak/replies.ts';
import type { Said, Turn } from './plan.ts';

/** Which unit prices differ from those of the invoice before. */
export function pricesCompared(
  { invoice, previous, changes }: InvoiceExplanation,
  say: Say,
): string | undefined {
  if (!previous) return undefined;
  const facts = {
    number: invoice.number,
    previous: previous.number,
    issued: previous.issueDate,
    currency: invoice.currency,
  };
  const changed = changes.filter((change) => /^(?:price|both)$/.test(kindOf(change)));
  if (changed.length === 0) return say('compare.prices.same', facts);
  const reasons = changed.map((change) => say('change.price', { ...change, ...facts }));
  return say('compare.prices', { ...facts, changes: reasons.join(`${say('change.joint')} `) });
}

/** How much more or less an invoice is than the one before it, and why. */
export function comparisonOf(
  { invoice, previous, netDifference, changes }: InvoiceExplanation,
  say: Say,
): string | undefined {
  if (!previous || netDifference === undefined) return undefined;
  const facts = {
    difference: new Big(netDifference).abs().toFixed(2),
    previous: previous.number,
    issued: previous.issueDate,
    currency: invoice.currency,
  };
  const difference = new Big(netDifference);
  if (difference.eq(0)) return say('compare.same', facts);
  const way = difference.gt(0) ? 'more' : 'less';
  if (changes.length === 0) return say(`compare.${way}.bare`, facts);
  const reasons = changes.map((change) =>
    say(`change.${kindOf(change)}`, { ...change, issued: previous.issueDate, currency: invoice.currency }),
  );
  return say(`compare.${way}`, { ...facts, changes: reasons.join(`${say('change.joint')} `) });
}

function kindOf({
  quantity,
  previousQuantity,
  unitPrice,
  previousUnitPrice,
}: InvoiceExplanation['changes'][number]): string {
  if (new Big(previousQuantity).eq(0)) return 'new';
  if (new Big(quantity).eq(0)) return 'gone';
  if (new Big(unitPrice).eq(previousUnitPrice)) return 'quantity';
  return new Big(quantity).eq(previousQuantity) ? 'price' : 'both';
}

/** A natural next step for a customer whose bill went up. */
export function offered(
  comparison: string,
  { netDifference, changes }: InvoiceExplanation,
  { say, state }: Turn,
): Said {
  if (state.context.side === 'rep' || !new Big(netDifference ?? 0).gt(0)) return { say: comparison };
  const [change] = changes;
  const oneQuantity = change && changes.length === 1 && kindOf(change) === 'quantity';
  return {
    say: `${comparison} ${oneQuantity ? say('compare.offer.quantity', change) : say('compare.offer')}`,
  };
}
