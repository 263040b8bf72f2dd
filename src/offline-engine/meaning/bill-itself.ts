import { anyOf } from '../words/words.ts';
import type { Act, Interpretation } from './context.ts';

const receivedInvoice = anyOf('requests', 'received-invoice');

/** "I never got invoice 20317, send a copy": what did not come is the bill itself, and no goods. */
export function withBillItself(found: Interpretation): Interpretation {
  if (!receivedInvoice.test(found.text) || !found.acts.some(isUndelivered)) return found;
  const others = found.acts.filter((one) => !isUndelivered(one));
  const isCopied = others.some(({ intent }) => intent === 'invoice.copy');
  const copies = isCopied ? [] : found.acts.filter(isUndelivered).slice(0, 1).map(asCopy);
  return { ...found, acts: [...others, ...copies] };
}

const isUndelivered = ({ intent, slots }: Act): boolean =>
  intent === 'dispute.open' &&
  slots.reason === 'not_delivered' &&
  slots.product === undefined &&
  slots.line === undefined &&
  slots.claimed === undefined;

const asCopy = (undelivered: Act): Act => {
  const { reason, ...slots } = undelivered.slots;
  return { ...undelivered, intent: 'invoice.copy', slots };
};
