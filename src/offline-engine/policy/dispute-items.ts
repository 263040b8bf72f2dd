import Big from 'big.js';
import { plainDecimal, subtractQuantity } from '#domain/quantity.ts';
import type { InvoiceLineView, InvoiceView } from '#domain/views/invoice-view.ts';
import { isSumOfOne } from '../meaning/of-the-numbers.ts';
import { namesOne } from '../meaning/plain-number.ts';
import type { Request } from '../memory/state.ts';
import { type Slots, tellsNumber } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { ofGoodsThatCame } from '../words/word-file.ts';
import { alternatives } from '../words/words.ts';
import type { Reason } from './actions.ts';
import { tellsOfPart } from './part-of-goods.ts';
import { isSaid, type Said, type Turn } from './plan.ts';

/** A line in dispute, as the tool takes it: quantities in the line's unit, the price in the invoice's currency. */
export type Item = {
  readonly line: number;
  readonly receivedQuantity?: string;
  readonly disputedQuantity?: string;
  readonly expectedUnitPrice?: string;
};

/** What is in dispute: the line that is meant, all goods of the invoice, or (with no item) the invoice as a whole; else what has to be asked. */
export function itemsOf(
  request: Request,
  line: InvoiceLineView | undefined,
  reason: Reason,
  invoice: InvoiceView,
  turn: Turn,
): readonly Item[] | Said {
  const goods = invoice.lines.filter(({ kind }) => kind === 'goods');
  const isOfAll = reason['all-lines'] || (isOfAllLines(request) && reason.line === 'needed');
  const lines = line ? [line] : isOfAll ? goods : [];
  const items: Item[] = [];
  for (const one of lines) {
    const item = itemOf(request, one, reason, invoice, turn, line === undefined);
    if (isSaid(item)) return item;
    items.push(item);
  }
  return items;
}

/** "Everything is broken"; "4 of the lot are broken" does not say of which line. */
export const isOfAllLines = ({ slots, isOfEach }: Request): boolean =>
  slots.all === true && (isOfEach === true || !tellsNumber(slots));

function itemOf(
  request: Request,
  line: InvoiceLineView,
  reason: Reason,
  invoice: InvoiceView,
  turn: Turn,
  isOneOfAll: boolean,
): Item | Said {
  if (reason.price) return priceItem(request, line, invoice, turn);
  if (reason.percent) return discountItem(request, line, turn);
  const whole = { line: line.line, disputedQuantity: plainDecimal(line.quantity) };
  if ((isOneOfAll && !request.isOfEach) || (reason['all-lines'] && request.slots.none)) return whole;
  const claimed = claimedQuantity(request, line, turn);
  // "Free over 1000": where no quantity is needed, one that cannot be is of something else.
  const isElse =
    !reason.quantity && !reason['all-lines'] && claimed !== undefined && new Big(claimed).gt(line.quantity);
  if (isElse) return { line: line.line };
  if (claimed !== undefined) return quantityItem(request, line, claimed, invoice, turn);
  if (reason['all-lines']) return whole;
  return reason.quantity ? withoutQuantity(request, line, invoice, turn) : { line: line.line };
}

function withoutQuantity(
  { slots, unknown, agreed }: Request,
  line: InvoiceLineView,
  invoice: InvoiceView,
  { say }: Turn,
): Item | Said {
  if (!unknown?.includes('quantity')) {
    const verb = say(`verb.${slots.reason}`);
    return { say: say('ask.quantity', { ...factsOf(line, invoice), verb }), ask: 'quantity' };
  }
  return agreed
    ? { line: line.line, disputedQuantity: plainDecimal(line.quantity) }
    : { say: say('ask.unknown'), ask: 'confirmation' };
}

function quantityItem(
  { slots }: Request,
  line: InvoiceLineView,
  claimed: string,
  invoice: InvoiceView,
  { say }: Turn,
): Item | Said {
  if (new Big(claimed).gt(line.quantity) || new Big(claimed).lte(0)) {
    // More came than was billed: the person is told what they said, not what follows from it.
    const impossible = new Big(claimed).lte(0) ? (slots.delivered ?? claimed) : claimed;
    delete slots.claimed;
    delete slots.delivered;
    delete slots.quantity;
    return { say: say('dispute.toomany', { ...factsOf(line, invoice), said: impossible }), ask: 'quantity' };
  }
  const said = slots.delivered !== undefined && slots.reason === 'quantity_short';
  return said
    ? { line: line.line, receivedQuantity: subtractQuantity(line.quantity, claimed) }
    : { line: line.line, disputedQuantity: plainDecimal(claimed) };
}

/** Units in dispute: as said, or what was billed on the line minus what came. */
function claimedQuantity(request: Request, line: InvoiceLineView, turn: Turn): string | undefined {
  const { slots, text } = request;
  if (slots.delivered !== undefined && slots.reason === 'quantity_short')
    return subtractQuantity(line.quantity, slots.delivered);
  // "It was 50 metres, not 60": so many came of what was billed.
  const { reason, claimed } = slots;
  if (claimed !== undefined && reason === 'quantity_short' && isInsteadOfBilled(claimed, line, text))
    return subtractQuantity(line.quantity, claimed);
  // "We ordered 10 gauges and got 10 thermometers": what came is what is wrong.
  const isNoneLess = slots.claimed === undefined || new Big(slots.claimed).eq(0);
  const isOfWhatCame = ofGoodsThatCame.test(slots.reason ?? '');
  const wrong = isNoneLess ? slots.delivered : slots.claimed;
  if (wrong !== undefined && isOfWhatCame) return tellsOfPart(wrong, request, turn) ? undefined : wrong;
  if (slots.claimed !== undefined) return slots.claimed;
  if (slots.delivered !== undefined) return subtractQuantity(line.quantity, slots.delivered);
  if (slots.reason !== 'quantity_short' && slots.quantity !== undefined) return slots.quantity;
  if (slots.product !== undefined && namesOne(text, slots.product, line.description)) return '1';
  if (slots.half) return new Big(line.quantity).div(2).round(0, Big.roundUp).toFixed();
  return slots.all ? line.quantity : undefined;
}

/** "50 metres, not 60": the first number, and the one that was billed. */
const notNumber = pattern(
  `(\\d+(?:[.,]\\d+)?)(?:\\s+\\p{L}+)?[\\s,]+(?:${alternatives('cues', 'not')})\\s+(\\d+(?:[.,]\\d+)?)`,
);
function isInsteadOfBilled(claimed: string, { quantity }: InvoiceLineView, text: string): boolean {
  return notNumber
    .matches(text)
    .some(
      ([, came = '', billed = '']) => Number(came) === Number(claimed) && Number(billed) === Number(quantity),
    );
}

/** In a price dispute a bare number is the price. */
function priceItem(
  { slots, unknown }: Request,
  line: InvoiceLineView,
  invoice: InvoiceView,
  { say }: Turn,
): Item | Said {
  // "You charged 42.50, we agreed on 40.00": the lower one is what was expected.
  const lower = slots.amounts.find(({ value }) => new Big(value).lt(line.unitPrice));
  const named = (lower ?? slots.amounts[0])?.value ?? slots.quantity ?? slots.billed ?? slots.delivered;
  if (named === undefined)
    return unknown?.includes('price')
      ? { say: say('price.unknown'), ask: 'person' }
      : { say: say('ask.price', factsOf(line, invoice)), ask: 'price' };
  if (new Big(named).lt(line.unitPrice) && new Big(named).gte(0))
    return { line: line.line, expectedUnitPrice: named };
  slots.amounts = [];
  delete slots.quantity;
  delete slots.billed;
  delete slots.delivered;
  return { say: say('price.notless', { ...factsOf(line, invoice), said: named }), ask: 'price' };
}

/** What a price is rounded to when a discount is taken off it. */
const priceDecimals = 4;

/** A missing discount puts in dispute what it would have taken off the price. */
function discountItem({ slots, text, unknown }: Request, line: InvoiceLineView, { say }: Turn): Item | Said {
  const off = discountOf(slots, text, line);
  if (off === undefined || off.lte(0) || off.gte(line.unitPrice))
    return unknown?.includes('price') ? { line: line.line } : { say: say('ask.percent'), ask: 'price' };
  const price = new Big(line.unitPrice).minus(off).round(priceDecimals);
  return { line: line.line, expectedUnitPrice: plainDecimal(price.toFixed()) };
}

/** What a discount takes off the price of one: a percentage of it, or a sum of money, off each where that was said, else off the whole line. */
function discountOf(
  { percent, quantity, amounts }: Slots,
  text: string,
  line: InvoiceLineView,
): Big | undefined {
  const sum = amounts.find(({ currency }) => currency !== undefined);
  const goods = { type: 'line', id: String(line.line), label: line.description } as const;
  if (sum && percent === undefined && isSumOfOne(text, goods)) return new Big(sum.value);
  const share = percent ?? amounts.find(({ currency }) => currency === undefined)?.value ?? quantity;
  if (share !== undefined) return new Big(line.unitPrice).times(share).div(100);
  return sum && new Big(sum.value).div(line.quantity);
}

const factsOf = (line: InvoiceLineView, { number, currency }: InvoiceView) => ({ ...line, number, currency });
