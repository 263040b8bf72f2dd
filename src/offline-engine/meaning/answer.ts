import { afterYes } from '../reading.ts';
import { noSlots, type Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import type { QuestionKind } from '../words/word-file.ts';
import { alternatives, anyOf, startsWith } from '../words/words.ts';
import { act, isTask, type Moment, type Reader, understood } from './moment.ts';
import { isQuestion } from './where-it-stands.ts';

const no = startsWith('answers', 'no');
const but = anyOf('cues', 'but');
const unknown = anyOf('answers', 'unknown');
/** What the question how to close a case offers, in its order. */
const closings = ['rep.credit', 'rep.reorder', 'rep.reject'];
/** "2", asked which line it is. */
const bareNumber = /^\s*#?(\d{1,3})[.)]?\s*$/;
/** "-3", "minus 3": no number of goods, and no price. */
const belowZero = pattern(`^\\s*(?:[-−–]|(?:${alternatives('answers', 'below-zero')})\\s+)(\\d+)`);
const count = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Short answers to an open question, whatever the classifier thinks of them. */
export const readAnswer: Reader = (moment) => {
  const { text, context } = moment;
  if (!context.asked && !context.pending) return undefined;
  const below = belowZero.exec(moment.raw)?.[1];
  if (below && context.asked === 'confirmation')
    return understood(moment, [act('hesitate', noSlots(), text)]);
  if (below && (context.asked === 'quantity' || context.asked === 'price')) {
    const claimed = context.asked === 'quantity' ? { claimed: `-${below}` } : {};
    return understood(moment, [act('inform', { ...noSlots(), ...claimed }, text)]);
  }
  const slots = context.asked === 'price' ? asPrice(moment) : moment.slotsFor('inform', text);
  const bareLine = context.asked === 'line' ? bareNumber.exec(text)?.[1] : undefined;
  if (bareLine !== undefined && slots.line === undefined) {
    slots.line = Number(bareLine);
    delete slots.quantity;
  }
  if (
    context.asked === 'reason' &&
    slots.reason === 'not_delivered' &&
    moment.reading.toldReason === 'quantity_short'
  )
    slots.reason = 'quantity_short';
  const closing = context.asked === 'closing' && slots.ordinal !== undefined && moment.words <= 4;
  const way = closing ? closings.at(slots.ordinal === -1 ? -1 : (slots.ordinal ?? 0) - 1) : undefined;
  if (way) return understood(moment, [act(way, noSlots(), text)]);
  const isUnknown = unknown.test(text) && !moment.strongOther;
  // "No idea" is no no.
  if (isUnknown && !isYesNoQuestion(context.asked)) return understood(moment, [act('inform', slots, text)]);
  if (isYesNoQuestion(context.asked) || !answersOpenly(context.asked, slots, moment)) {
    const answered = readYes(moment) ?? readNo(moment);
    if (answered) return answered;
  }
  if (isUnknown) return understood(moment, [act('inform', slots, text)]);
  const softly =
    !context.pending &&
    context.asked === 'invoice' &&
    isTask(moment.prediction.label) &&
    moment.prediction.label !== 'invoice.find' &&
    moment.prediction.score >= 0.35;
  if (answersOpenly(context.asked, slots, moment) && !softly && (!moment.strongOther || moment.words <= 4)) {
    if (context.asked === 'line' && slots.line === undefined && slots.ordinal !== undefined)
      slots.line = slots.ordinal;
    return understood(moment, [act('inform', slots, text)]);
  }
  if (context.asked === 'note' && !asksSomethingElse(moment))
    return understood(moment, [act('inform', slots, text)]);
  if (context.asked === 'note' && isQuestion(text) && moment.prediction.score < leastAsked)
    return understood(moment, [act('oos', slots, text)]);
  return undefined;
};

/** "125", "125.00 each", asked for a price or a percentage: a number is that, whatever it would be elsewhere. */
function asPrice({ text, reading, slotsFor }: Moment): Slots {
  const {
    claimed,
    delivered,
    loose,
    quantity = claimed ?? delivered ?? loose,
    ...slots
  } = slotsFor('inform', text);
  if (slots.amounts.length > 0 || slots.percent !== undefined) return slots;
  const { amounts } = reading.slots;
  return {
    ...slots,
    amounts: amounts.length > 0 || quantity === undefined ? amounts : [{ value: quantity }],
  };
}

/** A question about the question itself is like no request. */
const leastAsked = 0.5;

/** Free words are a note unless they clearly are a question or another request. */
const asksSomethingElse = ({ text, prediction }: Moment): boolean =>
  /\?\s*$/.test(text) ||
  /^(?:cancel|deny|correct|thanks|bye)$/.test(prediction.label) ||
  (isTask(prediction.label) && prediction.score >= 0.85);

const isYesNoQuestion = (asked: QuestionKind | undefined): boolean =>
  asked === 'confirmation' || asked === 'person' || asked === 'more';

function readYes(moment: Moment) {
  const { text, context } = moment;
  const rest = afterYes(text);
  if (rest === undefined || (!isYesNoQuestion(context.asked) && rest.length >= 4)) return undefined;
  if (count(rest) < 3 && !/\d/.test(rest))
    return understood(moment, [act('affirm', moment.reading.slots, text)]);
  const slots = moment.slotsFor('inform', rest);
  const next = moment.classified(rest);
  if (context.asked === 'confirmation' && (but.test(text) || slots.reason !== undefined))
    return understood(moment, [act('hesitate', slots, text)]);
  const alsoWants = isTask(next.label) && next.label !== context.pending && next.score > 0.7;
  if (!alsoWants && changesValues(slots)) return understood(moment, [act('correct', slots, rest)]);
  const agreed = act('affirm', moment.reading.slots, text);
  return understood(
    moment,
    alsoWants ? [agreed, act(next.label, moment.slotsFor(next.label, rest), rest, next.score)] : [agreed],
  );
}

/** "Yes but it was 45" is no yes to what was read back. */
const changesValues = (slots: Slots): boolean =>
  [slots.claimed, slots.delivered, slots.billed, slots.quantity, slots.line].some(
    (value) => value !== undefined,
  ) || slots.invoices.length > 0;

function readNo(moment: Moment) {
  const found = no.exec(moment.text);
  return found && moment.text.length - found[0].length < 8
    ? understood(moment, [act('deny', moment.reading.slots, moment.text)])
    : undefined;
}

/** Whether a message names what the open question asked for. */
function answersOpenly(asked: QuestionKind | undefined, slots: Slots, { words }: Moment): boolean {
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
      return slots.line !== undefined || named || !!slots.all || !!slots.product;
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
