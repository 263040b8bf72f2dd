import { sameDocument } from '../values/documents.ts';
import { hasValue, noSlots, type Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf, startsWith } from '../words/words.ts';
import { readsAsPlainYes } from '../yes.ts';
import { answeredSlots, answersOpenly } from './answered.ts';
import { onlyGoods } from './answered-pick.ts';
import type { Context } from './context.ts';
import { act, isTask, type Moment, type Reader, understood } from './moment.ts';
import { isBareNumber, namesLine, numbersOf, plainNumber } from './plain-number.ts';
import { isQuestion } from './rule.ts';
import { saysUnknown } from './unknown.ts';
import { isPausing, isUrging, isYesNoQuestion, readNo, readYes } from './yes-or-no.ts';

const none = startsWith('references', 'none');
const requesting = startsWith('requests', 'opening');
const refusing = [
  startsWith('answers', 'no'),
  startsWith('answers', 'stop'),
  startsWith('answers', 'correcting'),
];
/** What the question how to close a case offers, in its order. */
const closings = ['rep.credit', 'rep.reorder', 'rep.reject'];
/** "-3", "minus 3": no number of goods, and no price. */
export const belowZero = pattern(`^\\s*(?:[-−–]|(?:${alternatives('answers', 'below-zero')})\\s+)(\\d+)`);

/** Short answers to an open question, whatever the classifier thinks of them. */
export const readAnswer: Reader = (moment) => {
  const { text, context } = moment;
  if (!context.asked && !context.pending) return undefined;
  const below = belowZero.exec(moment.raw)?.[1];
  if (below && context.asked === 'confirmation')
    return understood(moment, [act('hesitate', noSlots(), moment.raw)]);
  if (below && (context.asked === 'quantity' || context.asked === 'price')) {
    const claimed = context.asked === 'quantity' ? { claimed: `-${below}` } : {};
    return understood(moment, [act('inform', { ...noSlots(), ...claimed }, text)]);
  }
  const slots = answeredSlots(moment);
  const place = context.asked === 'closing' && moment.words <= mostGoods ? placeIn(moment, slots) : undefined;
  const way = place === undefined ? undefined : closings.at(place === -1 ? -1 : place - 1);
  if (way) return understood(moment, [act(way, noSlots(), text)]);
  // "No idea" is no no.
  const isUnknown = saysUnknown(text) && !moment.strongOther;
  const isOfWrite = context.pending !== 'rep.confirm';
  if (context.asked === 'confirmation' && isOfWrite) {
    if (isUnknown || isPausing(moment)) return understood(moment, [act('hesitate', noSlots(), text)]);
    if (isUrging(moment) || readsAsPlainYes(moment.raw))
      return understood(moment, [act('affirm', noSlots(), text)]);
  }
  if (isUnknown && context.asked === 'closing') return understood(moment, [act('clarify', noSlots(), text)]);
  if (isUnknown && (context.asked === 'person' || context.asked === 'more'))
    return understood(moment, [act('deny', noSlots(), text)]);
  if (isUnknown && !isYesNoQuestion(context.asked)) return understood(moment, [act('inform', slots, text)]);
  if (isYesNoQuestion(context.asked) || !answersOpenly(moment, slots)) {
    const answered = readYes(moment) ?? readNo(moment);
    if (answered) return answered;
  }
  if (isUnknown) return understood(moment, [act('inform', slots, text)]);
  const changed = changedAfterAll(moment, slots);
  if (changed) return understood(moment, [act('correct', changed, text)]);
  if (picksNone(moment)) return understood(moment, [act('deny', noSlots(), text)]);
  const softly =
    !context.pending &&
    context.asked === 'invoice' &&
    isTask(moment.prediction.label) &&
    moment.prediction.label !== 'invoice.find' &&
    moment.prediction.score >= 0.35;
  if (answersOpenly(moment, slots) && !softly && (!moment.strongOther || moment.words <= 4)) {
    return understood(moment, [act('inform', slots, text)]);
  }
  if (context.asked === 'note' && !asksSomethingElse(moment))
    return understood(moment, [act('inform', slots, text)]);
  if (context.asked === 'note' && isQuestion(text) && moment.prediction.score < leastAsked)
    return understood(moment, [act('oos', slots, text)]);
  // What says how much, and yet no number: not to be read as anything else.
  const isOfAmount = context.asked === 'quantity' || context.asked === 'price';
  const isValue = hasValue(moment.slotsFor('inform', text));
  return isOfAmount &&
    isValue &&
    moment.words <= mostGoods &&
    (moment.prediction.label === 'inform' || moment.prediction.label === context.pending)
    ? understood(moment, [act('inform', slots, text)])
    : undefined;
};

/** A question about the question itself is like no request. */
const leastAsked = 0.5;

/** "The second", "2": a place among what was offered. */
function placeIn(moment: Moment, { ordinal }: Slots): number | undefined {
  const number = plainNumber(moment);
  return ordinal ?? (number === undefined ? undefined : Number(number));
}

/** A number where a person was offered answers the question before; other goods than were read back correct them. */
function changedAfterAll(moment: Moment, slots: Slots): Slots | undefined {
  const { context, words } = moment;
  const plain = plainNumber(moment);
  if (context.asked === 'person' && context.lastIntent === 'dispute.open')
    return plain !== undefined && isBareNumber(moment) ? { ...noSlots(), quantity: plain } : undefined;
  if (context.asked !== 'confirmation' || context.pending !== 'dispute.open' || words > mostGoods)
    return undefined;
  // "4, not 3", "not 3 but 4", "4 after all"
  const [number, ...others] = namesLine(moment) ? [] : numbersOf(moment.reading);
  if (number !== undefined && others.length <= 1 && moment.reading.slots.percent === undefined) {
    const stands = Number(number) === Number(context.claimed);
    const quantity = stands ? (moment.slotsFor('correct', moment.text).claimed ?? number) : number;
    return { ...noSlots(), quantity, ...lineOfGoods(moment) };
  }
  if (slots.all && plain === undefined) return { ...noSlots(), all: true };
  const line = onlyGoods(moment) ?? (namesLine(moment) ? slots.line : undefined);
  const isOther = line !== context.line || only.test(moment.text);
  return line !== undefined && isOther && plain === undefined ? { ...noSlots(), line } : undefined;
}

/** "2 gauges": the line that the number is of, where goods are all that stands beside it. */
function lineOfGoods(moment: Moment): Pick<Slots, 'line'> {
  const line = onlyGoods(moment);
  return line === undefined ? {} : { line };
}

const only = anyOf('cues', 'only');
const mostGoods = 4;

/** "None of them", asked which. */
const picksNone = ({ text, reading, context, words }: Moment): boolean =>
  /^(?:invoice|case|line|note)$/.test(context.asked ?? '') &&
  words <= (context.asked === 'note' ? 1 : mostGoods) &&
  none.test(text) &&
  reading.slots.invoices.length + reading.slots.cases.length === 0;

const sureTask = { any: 0.85, asked: 0.6 };

/** Free words are a note unless they clearly are a question, a refusal or another request. */
const asksSomethingElse = ({ text, prediction, reading, context }: Moment): boolean =>
  /\?\s*$/.test(text) ||
  (/^(?:cancel|deny|correct)$/.test(prediction.label) && refusing.some((words) => words.test(text))) ||
  (isTask(prediction.label) &&
    prediction.score >= (requesting.test(text) ? sureTask.asked : sureTask.any) &&
    !(prediction.label === 'dispute.open' && isOfCase(reading.slots, context)));

/** What else is wrong goes into the note, unless it is wrong with another invoice. */
const isOfCase = ({ invoices }: Slots, { invoice }: Context): boolean =>
  invoices.every((number) => invoice !== undefined && sameDocument(number, invoice));
