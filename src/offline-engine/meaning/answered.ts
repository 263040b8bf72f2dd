import Big from 'big.js';
import { noSlots, type Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import type { DisputeType, QuestionKind } from '../words/word-file.ts';
import { alternatives } from '../words/words.ts';
import { asCase, asInvoice, asLine } from './answered-pick.ts';
import { lineAsked } from './context.ts';
import type { Moment } from './moment.ts';
import { isBareNumber, namesLine, numbersOf, plainNumber } from './plain-number.ts';
import { pricesAmong } from './prices-among.ts';
import { saysUnknown } from './unknown.ts';

/** So few words name a reason and nothing else. */
const fewWords = 4;
/** What the question for the reason offers, in its order. */
const reasonsAsked: readonly DisputeType[] = [
  'quantity_short',
  'damaged',
  'wrong_item',
  'wrong_price',
  'other',
];
const allBut = pattern(
  `(?:${alternatives('references', 'all')})(?:\\s+\\p{L}+){0,2}\\s+(?:${alternatives('cues', 'but')})\\s+(\\d+)`,
);
/** "125 not 129", "125 instead of 129": what it is not. */
const denied = pattern(
  `[\\s,;]+(?:${alternatives('cues', 'not')}|${alternatives('cues', 'instead')})\\s+[€$£]?\\d[\\d.,]*\\W*$`,
);

/** The values of a message as the open question means them: a number is of what was asked, whatever it would be elsewhere. */
export function answeredSlots(moment: Moment): Slots {
  const read = readers[moment.context.asked ?? 'more'];
  return read ? read(moment) : moment.slotsFor('inform', moment.text);
}

function asPrice(moment: Moment): Slots {
  const { text } = moment;
  const said = text.replace(denied, '') || text;
  const {
    claimed,
    delivered,
    loose,
    line,
    reason,
    quantity = claimed ?? delivered ?? loose,
    ...slots
  } = moment.slotsFor('inform', said);
  if (slots.amounts.length > 0 || slots.percent !== undefined) return slots;
  const reading = moment.read(said);
  const { slots: plain } = reading;
  const [number = quantity] = pricesAmong(numbersOf(reading), reading, moment);
  const value = number ?? (plain.none && moment.words === 1 ? '0' : undefined);
  return {
    ...slots,
    amounts: plain.amounts.length > 0 || value === undefined ? plain.amounts : [{ value }],
  };
}

function asQuantity(moment: Moment): Slots {
  const { line, ordinal, ...slots } = moment.slotsFor('inform', moment.text);
  const number = plainNumber(moment);
  // "Aucune idée" counts nothing.
  if (number === undefined && saysUnknown(moment.text)) return noSlots();
  const { context, reading } = moment;
  const { line: asked, lines } = lineAsked(context);
  const isOfLine = namesLine(moment) || slots.product !== undefined;
  const named = { ...slots, ...(isOfLine && line !== undefined ? { line } : {}) };
  const billed = lines.find(({ id }) => Number(id) === (named.line ?? asked))?.quantity;
  const except = allBut.exec(reading.source)?.[1];
  if (slots.all && number !== undefined && billed !== undefined && !new Big(number).eq(billed)) {
    const { all, claimed, delivered, quantity, ...others } = named;
    return except === undefined || new Big(except).gte(billed)
      ? { ...others, ...(claimed === number ? { claimed } : {}) }
      : { ...others, claimed: new Big(billed).minus(except).toFixed() };
  }
  // Of how many all but one are is not known: that is to be asked, and the one is no answer.
  if (except !== undefined && billed === undefined) {
    const { all, claimed, delivered, quantity, loose, ...others } = named;
    return others;
  }
  const { percent } = reading.slots;
  if (percent !== undefined && billed !== undefined)
    return { ...named, claimed: new Big(billed).times(percent).div(100).round(0, Big.roundUp).toFixed() };
  if (number === undefined || (isOfLine && line !== undefined && Number(number) === line)) return named;
  if (!isBareNumber(moment))
    return Number(number) === line && named.claimed === undefined && named.delivered === undefined
      ? { ...named, claimed: number }
      : named;
  const { delivered, reason, billed: of, quantity, ...others } = named;
  return { ...others, claimed: number };
}

function asReason(moment: Moment): Slots {
  const { toldReason } = moment.reading;
  const slots = moment.slotsFor('inform', moment.text);
  const number = moment.words <= 2 ? plainNumber(moment) : undefined;
  const place = slots.ordinal ?? (number === undefined ? undefined : Number(number));
  const isShort = slots.reason === 'not_delivered' && toldReason === 'quantity_short';
  if (toldReason !== undefined && (isShort || moment.words <= fewWords)) slots.reason = toldReason;
  else if (place !== undefined && moment.words <= fewWords && slots.reason === undefined) {
    const picked = reasonsAsked.at(place === -1 ? -1 : place - 1);
    return { ...noSlots(), ...(picked ? { reason: picked } : {}) };
  }
  return slots.reason === 'wrong_price' ? { ...asPrice(moment), reason: slots.reason } : slots;
}

const readers: Partial<Record<QuestionKind, (moment: Moment) => Slots>> = {
  price: asPrice,
  quantity: asQuantity,
  line: asLine,
  invoice: asInvoice,
  case: asCase,
  reason: asReason,
};

/** "It was 3", asked how many: an answer, however much it sounds like a correction. */
export const answersPlainly = (moment: Moment): boolean => answersOpenly(moment, answeredSlots(moment));

/** Whether a message names what the open question asked for. */
export function answersOpenly({ words, context: { asked } }: Moment, slots: Slots): boolean {
  const named = slots.ordinal !== undefined;
  const time = slots.date !== undefined || slots.range !== undefined;
  switch (asked) {
    case 'invoice':
      return (
        slots.invoices.length + slots.orders.length + slots.amounts.length > 0 ||
        !!slots.filter ||
        named ||
        !!slots.all ||
        time ||
        (!!slots.product && words < 9)
      );
    case 'line':
      return (
        slots.line !== undefined ||
        !!slots.lines ||
        named ||
        !!slots.all ||
        !!slots.product ||
        slots.reason !== undefined
      );
    case 'quantity':
      return (
        [slots.claimed, slots.delivered, slots.quantity].some((value) => value !== undefined) ||
        !!slots.all ||
        !!slots.none
      );
    case 'price':
      return slots.amounts.length > 0 || slots.percent !== undefined;
    case 'reason':
      return slots.reason !== undefined;
    case 'date':
      return time || !!slots.days || !!slots.months;
    case 'case':
      return slots.cases.length > 0 || named || slots.quantity !== undefined;
    default:
      return false;
  }
}
