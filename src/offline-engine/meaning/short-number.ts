import { filler, notProducts } from '../values/goods-sentence.ts';
import { justAfter } from '../values/masked-text.ts';
import { numbersIn } from '../values/numbers.ts';
import type { Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf } from '../words/words.ts';
import type { Moment } from './moment.ts';

/** Four digits that are hardly a year. */
const short = /^(?!19|20)\d{4}$/;
/** Requests that are of an invoice, if of any document. */
const ofInvoice = /^(?:invoice\.|payment\.status$|dispute\.open$|due\.extend$)/;
const ofPrice = /^(?:wrong_price|discount|freight|tax)$/;
const saysNothing = (word: string): boolean => filler.has(word) || notProducts.has(word);
const before = pattern(
  `(?<!\\p{L})(?:${alternatives('documents', 'before-number')}|${alternatives('requests', 'opening')}|${alternatives('requests', 'the-number')})\\s+#?$`,
);
const asked = pattern(`^\\W*(?:${alternatives('documents', 'before-number')})\\s+#?$`);
const goesOn = pattern(`^\\W*(?:${alternatives('requests', 'ellipsis')})\\s+#?`);
const instead = pattern(`(?<!\\p{L})(?:${alternatives('cues', 'instead')})\\s+$`);
const wordAfter = /^(\s*)(\p{L}+)/u;
const otherDocument = [anyOf('documents', 'case'), anyOf('documents', 'order')];
const invoiceWord = anyOf('documents', 'invoice');

/**
 * "Is 1002 paid?", "3 valves missing on 1002": a short number behind a word that says nothing else of it is the invoice's, where an invoice is
 * what the request is of; "the invoice of 1250" is one of that sum.
 */
export function withShortNumber(
  slots: Slots,
  intent: string,
  { context, reading }: Pick<Moment, 'context' | 'reading'>,
): Slots {
  const { source } = reading;
  const mayBe = context.side === 'customer' && !context.asked && ofInvoice.test(intent);
  const isNamed =
    slots.invoices.length + slots.orders.length > 0 || otherDocument.some((word) => word.test(source));
  if (!mayBe || isNamed || invoiceWord.test(source)) return slots;
  // "Did the 2140 arrive?" asks for a payment of so much, "is 1002 paid?" for an invoice.
  const isAskedOf = (start: number): boolean =>
    intent === 'payment.status' && asked.test(source.slice(0, start));
  const [only, ...others] = numbersIn(reading).filter(
    ({ written, tag, start, end }) =>
      short.test(written) &&
      tag === undefined &&
      isBehind(source, start) &&
      (isAskedOf(start) || isBeforeFiller(justAfter(source, end))),
  );
  if (!only || others.length > 0) return slots;
  const { written, value } = only;
  const isAsked = isAskedOf(only.start);
  const isSum =
    !isAsked &&
    /^(?:payment\.status|dispute\.open)$/.test(intent) &&
    slots.amounts.some((sum) => sum.value === value);
  const isOfGoods = [slots.claimed, slots.delivered, slots.billed].includes(value);
  // "The price of 2400", "the discount of 1500"
  const isOtherPrice = slots.amounts.length > 0 && slots.amounts.every((sum) => sum.value !== value);
  const isOfPrice =
    ofPrice.test(slots.reason ?? '') && !isOtherPrice && source.slice(0, only.start).trim() !== '';
  const { quantity, ...kept } = slots;
  return isOfGoods || isSum || isOfPrice
    ? slots
    : {
        ...kept,
        ...(quantity === undefined || quantity === value ? {} : { quantity }),
        invoices: [written],
        cases: slots.cases.filter((number) => number !== written),
        amounts: slots.amounts.filter((sum) => sum.currency !== undefined || sum.value !== value),
      };
}

function isBehind(source: string, start: number): boolean {
  const said = source.slice(0, start);
  const opened = goesOn.exec(source)?.[0].length;
  return said.trim() === '' || opened === start || (before.test(said) && !instead.test(said));
}

/** "For 7018 rod", "4000K": a number of the goods. */
function isBeforeFiller(after: string): boolean {
  const [, space = '', word] = wordAfter.exec(after) ?? [];
  return word === undefined || (space !== '' && saysNothing(word.toLowerCase()));
}
