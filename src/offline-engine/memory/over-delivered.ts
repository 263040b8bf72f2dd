import Big from 'big.js';
import { documentDigits } from '../values/documents.ts';
import type { Slots } from '../values/slots.ts';
import { anyOf } from '../words/words.ts';

const surplus = anyOf('requests', 'surplus');
const ordering = anyOf('requests', 'ordered');
const plainNumber = /(?<![\p{L}\d.,/-])\d{1,5}(?![\p{L}\d/-]|[.,]\d)/gu;
/** What words alone make of more goods than were ordered. */
const mayBeSurplus: readonly Slots['reason'][] = [
  undefined,
  'quantity_short',
  'not_ordered',
  'wrong_item',
  'other',
];
const reason = 'over_delivered';

/** "2 too many", "we ordered only 10", "we ordered 10 and got 12": more came than was ordered, and the rest is in dispute. */
export function withSurplus(intent: string, slots: Slots, text: string): Slots {
  if (intent !== 'dispute.open' || !mayBeSurplus.includes(slots.reason)) return slots;
  const { delivered, quantity, ...others } = slots;
  const { ordered, came } = countedIn(text, slots);
  const isCounted = came !== undefined && ordered !== undefined && new Big(came).gt(ordered);
  const isOther = [others.claimed, delivered].some((told) => ![undefined, came, ordered].includes(told));
  const isLess = slots.reason === undefined || slots.reason === 'quantity_short';
  if (isCounted && !isOther && isLess)
    return { ...others, claimed: new Big(came).minus(ordered).toFixed(), reason };
  if (surplus.test(text)) return { ...others, ...(quantity ? { quantity } : {}), reason };
  // The only number is the one that was ordered.
  return isLess && came === undefined && delivered !== undefined && delivered === ordered
    ? { ...slots, reason }
    : slots;
}

/** The number next to the word for ordering, and the other one where there is one. */
function countedIn(text: string, { invoices, cases, orders }: Slots): { ordered?: string; came?: string } {
  const word = ordering.exec(text);
  if (!word) return {};
  const end = word.index + word[0].length;
  const documents = [...invoices, ...cases, ...orders].map(documentDigits);
  const numbers = [...text.matchAll(plainNumber)]
    .filter(([value]) => !documents.includes(value))
    .map(({ 0: value, index }) => ({
      value,
      gap: Math.max(word.index - index - value.length, index - end, 0),
    }));
  const ordered = numbers.toSorted((one, other) => one.gap - other.gap)[0]?.value;
  const others = new Set(numbers.map(({ value }) => value).filter((value) => value !== ordered));
  const [came] = others;
  // "Ordered 20 and got 20 of another" names one number twice.
  const isTwice = came === undefined && numbers.length > 1;
  if (ordered === undefined || others.size > 1 || isTwice) return {};
  return { ordered, ...(came === undefined ? {} : { came }) };
}
