import { afterYes } from '../reading.ts';
import { partsOf } from '../text/clauses.ts';
import { wordCount } from '../text/word-count.ts';
import { hasValue, noSlots, type Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import type { QuestionKind } from '../words/word-file.ts';
import { alternatives, anyOf, startsWith } from '../words/words.ts';
import type { Act } from './context.ts';
import { afterCorrecting, correctedSlots } from './correction.ts';
import { act, isTask, type Moment, understood } from './moment.ts';
import { byGoods } from './options.ts';
import { namesLine, numbersOf } from './plain-number.ts';

const no = startsWith('answers', 'no');
const but = anyOf('cues', 'but');
const joint = startsWith('cues', 'but');
const pausing = pattern(`^(?:(?:${alternatives('answers', 'correcting')})(?![\\p{L}\\p{N}])[\\s,.!]*)+$`);
const urging = pattern(`^(?:(?:${alternatives('answers', 'yes-more')})(?![\\p{L}\\p{N}])[\\s,.!]*)+$`);

const isPlain = (text: string): boolean => !no.test(text) && afterYes(text) === undefined;

/** "Wait", "hmm": no answer yet. */
export const isPausing = ({ text }: Moment): boolean => isPlain(text) && pausing.test(text);

/** "Do that", "thanks": agreed, but not in so many words. */
export const isUrging = ({ text }: Moment): boolean => isPlain(text) && urging.test(text);

export const isYesNoQuestion = (asked: QuestionKind | undefined): boolean =>
  asked === 'confirmation' || asked === 'person' || asked === 'more';

/** A yes, with what else it says. */
export function readYes(moment: Moment) {
  const { text, context } = moment;
  const rest = afterYes(text)?.replace(joint, '');
  if (rest === undefined || (!isYesNoQuestion(context.asked) && rest.length >= 4)) return undefined;
  const slots = moment.slotsFor('inform', rest);
  const next = moment.classified(rest);
  const more = otherGoods(moment, rest);
  if (more) return understood(moment, [act('add', more, rest)]);
  const isOfMore = context.asked === 'more' && isTask(next.label) && next.score > 0.7;
  const isNumbered = /\d/.test(rest) || (but.test(text) && numbersOf(moment.read(rest)).length > 0);
  if (wordCount(rest) < 3 && !isNumbered && !isOfMore)
    return understood(moment, [act('affirm', moment.reading.slots, text)]);
  if (context.asked === 'more' && !isOfMore && hasValue(slots))
    return understood(moment, [act('inform', slots, rest)]);
  const [number, ...others] = numbersOf(moment.read(rest));
  // "Yes but 4", whatever the words beside the number say elsewhere
  const isNumber =
    number !== undefined && others.length === 0 && wordCount(rest) <= 2 && !namesLine({ text: rest });
  const changed =
    context.asked !== 'confirmation'
      ? slots
      : isNumber
        ? { ...noSlots(), quantity: number }
        : correctedSlots(moment, rest);
  if (
    context.asked === 'confirmation' &&
    wordCount(rest) <= mostChanged &&
    changesValues(changed) &&
    changed.reason === undefined
  )
    return understood(moment, [act('correct', changed, rest)]);
  const onlyChange = context.asked === 'confirmation' ? onlyChangeIn(moment, rest) : undefined;
  if (onlyChange) return understood(moment, [onlyChange]);
  if (context.asked === 'confirmation' && (but.test(text) || slots.reason !== undefined))
    return understood(moment, [act('hesitate', slots, text)]);
  const alsoWants = isTask(next.label) && next.label !== context.pending && next.score > 0.7;
  if (!alsoWants && changesValues(slots)) {
    const { quantity, claimed, loose, ...others } = slots;
    const isBare = claimed === undefined || claimed === loose;
    // "Yes, I am here till 5"
    const isBeside =
      context.asked === 'confirmation' && isBare && !changesValues(others) && !isChanging(text);
    return understood(moment, [isBeside ? act('hesitate', noSlots(), text) : act('correct', slots, rest)]);
  }
  const agreed = act('affirm', moment.reading.slots, text);
  return understood(
    moment,
    alsoWants ? [agreed, act(next.label, moment.slotsFor(next.label, rest), rest, next.score)] : [agreed],
  );
}

const mostChanged = 4;
const denied = startsWith('cues', 'not');
/** What says that a number takes the place of another. */
const changing = [but, denied, anyOf('cues', 'only'), anyOf('answers', 'correction')];

const isChanging = (text: string): boolean => changing.some((words) => words.test(text));

/** "Yes, but it's eight, not six, I found my glasses": the one short part that says another number. "I am here till 5" says none. */
function onlyChangeIn(moment: Moment, rest: string): Act | undefined {
  if (!isChanging(moment.text)) return undefined;
  const numbered = partsOf(rest)
    .map((part) => (afterYes(part) ?? part).replace(joint, ''))
    .filter((part) => !denied.test(part))
    .filter((part) => numbersOf(moment.read(part)).length > 0);
  const [part = '', ...others] = numbered;
  if (others.length > 0 || wordCount(part) > mostChanged) return undefined;
  const slots = correctedSlots(moment, afterCorrecting(part));
  return changesValues(slots) && slots.reason === undefined ? act('correct', slots, part) : undefined;
}
const mostAdded = 7;
const besideGoods = pattern(`^(?:${alternatives('answers', 'besides')}|${alternatives('cues', 'unit')})$`);

/** "Yes, and 2 ball valves too": goods of another line beside a yes; undefined where the rest says more than goods and how many. */
function otherGoods(moment: Moment, rest: string): Slots | undefined {
  const { text, raw, context } = moment;
  const isClaim = context.asked === 'confirmation' && context.pending === 'dispute.open';
  const said = afterYes(raw) ?? rest;
  if (!isClaim || but.test(text) || wordCount(said) > mostAdded || /\?\s*$/.test(said)) return undefined;
  const named = byGoods(undefined, said, context.lines);
  const isOfIt = (word: string): boolean => byGoods(undefined, word, context.lines)?.id === named?.id;
  const others = moment.read(said).content.filter((word) => !isOfIt(word) && !besideGoods.test(word));
  const numbers = numbersOf(moment.read(said));
  // "Yes, the thermostats", of what was read back: a plain yes.
  const isRepeated = named !== undefined && Number(named.id) === context.line && numbers.length === 0;
  if (!named || isRepeated || others.length > 0 || numbers.length > 1) return undefined;
  const slots = correctedSlots(moment, said);
  return slots.reason === undefined && slots.invoices.length === 0
    ? { ...slots, line: Number(named.id) }
    : undefined;
}

/** "Yes but it was 45" is no yes to what was read back. */
const changesValues = (slots: Slots): boolean =>
  [slots.claimed, slots.delivered, slots.billed, slots.quantity, slots.line].some(
    (value) => value !== undefined,
  ) || slots.invoices.length > 0;

/** A no and nothing else. */
export function readNo(moment: Moment) {
  const found = no.exec(moment.text);
  if (!found) return undefined;
  const rest = moment.text.length - found[0].length;
  const isThanked =
    moment.context.asked === 'more' && !isTask(moment.prediction.label) && moment.words <= mostChanged;
  return rest < 8 || isThanked
    ? understood(moment, [act('deny', moment.reading.slots, moment.text)])
    : undefined;
}
