import { hasValue, noSlots, type Slots } from '../values/slots.ts';
import { firstOf, pattern } from '../words/pattern.ts';
import { alternatives, anyOf, startsWith } from '../words/words.ts';
import { answeredSlots, answersPlainly } from './answered.ts';
import { onlyGoods } from './answered-pick.ts';
import { deniesIssue } from './denied.ts';
import { act, isTask, type Moment, type Reader, understood } from './moment.ts';
import { byWords } from './options.ts';
import { isBareNumber, numbersOf, plainNumber } from './plain-number.ts';
import { isQuestion } from './rule.ts';

const one = alternatives('answers', 'correcting');
const opening = pattern(`^(?:${one})(?:[\\s,.!-]+(?:${one}))*(?![\\p{L}\\p{N}])[\\s,.!:;-]*`);
const inside = anyOf('answers', 'correction');
const otherOne = pattern(`^(?:${alternatives('answers', 'other-one')})\\W*$`);
const noThanks = startsWith('answers', 'no-thanks');
const lineWord = anyOf('documents', 'line');
/** "It was 45, not the 40": what it was not. */
const denied = pattern(`[,;]\\s*(?:${alternatives('cues', 'not')})(?![\\p{L}\\p{N}]).*$`);
const yes = startsWith('answers', 'yes');

/** What is left of a message without the words that say it corrects: "no, sorry: 45". */
export const afterCorrecting = (text: string): string => text.trim().replace(opening, '');

/** "No VAT question, just the price", to a claim that was read back: it stands as it is. */
export const readDeniedIssue: Reader = (moment) => {
  const { raw, text, context } = moment;
  const isReadBack = context.asked === 'confirmation' && context.pending === 'dispute.open';
  return isReadBack && deniesIssue(raw) ? understood(moment, [act('correct', noSlots(), text)]) : undefined;
};

/** "No, I meant line 4", "hold on, it was 45", "no wait, credit note instead". */
export const readCorrection: Reader = (moment) => {
  const { text, context } = moment;
  if (
    !(context.lastIntent || context.pending || context.invoice || context.listed.length > 0) ||
    noThanks.test(text)
  )
    return undefined;
  const opened = opening.exec(text)?.[0];
  if (opened === undefined && (context.asked === 'note' || answersPlainly(moment))) return undefined;
  const rest = opened === undefined ? text : text.slice(opened.length);
  if (!isCorrection(moment, opened !== undefined, rest)) return undefined;
  const slots = answersPlainly(moment) ? answeredSlots(moment) : correctedSlots(moment, rest);
  if (context.asked === 'more' && !namesSomething(slots)) return undefined;
  const next = moment.classified(rest || text);
  const isOther = isTask(next.label) && next.label !== context.pending && next.label !== context.lastIntent;
  const long = rest.split(/\s+/).length;
  const detail = context.pending === 'dispute.open' && /^(?:invoice\.|inform)/.test(next.label);
  if (
    opened !== undefined &&
    isOther &&
    next.score > 0.5 &&
    (context.asked === 'confirmation' || long > 3 || next.label.startsWith('rep.')) &&
    !detail
  ) {
    const dropped =
      context.pending && (context.asked === 'confirmation' || next.label.startsWith('rep.'))
        ? [act('cancel', noSlots(), text)]
        : [];
    return understood(moment, [
      ...dropped,
      act(next.label, moment.slotsFor(next.label, rest), rest, next.score),
    ]);
  }
  if (isOther && next.score > 0.75 && long > 4 && !inside.test(text)) return undefined;
  return understood(moment, [act('correct', slots, text)]);
};

/** "No, that's all" corrects nothing. */
const namesSomething = ({ all, ...slots }: Slots): boolean => hasValue(slots);

/** The new values; "26.20" with nothing else is a price by its form, whatever stands around such numbers elsewhere. */
export function correctedSlots(moment: Moment, rest: string): Slots {
  const said = rest.replace(denied, '') || rest;
  const other = otherLine(moment, said);
  if (other) return other;
  const slots = withoutOnly(asQuantity(moment.slotsFor('correct', said), said, moment), said, moment);
  const { amounts } = moment.read(said).slots;
  return hasValue(slots) ? slots : { ...slots, amounts };
}

const only = anyOf('cues', 'only');
const arrived = [anyOf('cues', 'delivered'), anyOf('cues', 'delivered-after')];
/** Requests that are of so many units. */
const counted = /^(?:dispute\.open|rep\.(?:credit|reorder))$/;

const numbered = pattern(`(?:${alternatives('documents', 'line')})\\s*#?(\\d{1,3})(?!\\d)`);

const deniedBefore = pattern(
  `(?<!\\p{L})(?:${alternatives('cues', 'not')}|${alternatives('answers', 'no')})\\s+((?:\\p{L}+\\s+){0,2})$`,
);
const all = anyOf('references', 'all');
const lastNumber = /(\d{1,3})\s*[.!]*$/;
const onlyBefore = pattern(`(?<!\\p{L})(?:${alternatives('cues', 'only')})\\s+$`);

/** "Not line 2, line 3", "no, it was not line 2, it was the 4": of two lines the one that did not stand, with what else is said. */
function otherLine({ text, context, read, slotsFor }: Moment, said: string): Slots | undefined {
  const stood = numbered.matches(said).find(([, number]) => Number(number) === context.line);
  if (!stood) return undefined;
  const rest = `${said.slice(0, stood.index)} ${said.slice(stood.index + stood[0].length)}`;
  const reading = read(rest);
  const { line } = reading.slots;
  if (line !== undefined) {
    const { lines, ...slots } = slotsFor('correct', rest);
    return line === context.line ? undefined : { ...slots, line };
  }
  // "Line 1 should be 3", "not all of line 1, 2", "not line 1, 3 missing" say how many.
  const between = deniedBefore.exec(text.slice(0, Math.max(0, text.indexOf(stood[0]))))?.[1];
  const last = lastNumber.exec(rest);
  const [number, ...others] = numbersOf(reading);
  const isLine =
    between !== undefined &&
    !all.test(between) &&
    last !== null &&
    !onlyBefore.test(rest.slice(0, last.index)) &&
    others.length === 0 &&
    number === last[1];
  return isLine && Number(number) !== context.line ? { ...noSlots(), line: Number(number) } : undefined;
}

/** "Only line 2", of what was read back: a choice, and no reason. */
function withoutOnly(slots: Slots, said: string, moment: Moment): Slots {
  const { context } = moment;
  const isReadBack =
    (context.asked === 'confirmation' && counted.test(context.pending ?? '')) ||
    context.declined === 'dispute.open';
  if (!isReadBack) return slots;
  const rest = said.replace(only, ' ');
  const line = onlyGoods(moment, rest);
  const read = line === undefined ? slots : { ...slots, line };
  // How many a rep wants credited or sent is no number of what came.
  if (rest !== said && context.pending?.startsWith('rep.') && slots.delivered !== undefined) {
    const { delivered, reason, claimed = slots.delivered, ...others } = read;
    return { ...others, claimed };
  }
  if (rest === said || slots.reason !== 'quantity_short' || moment.read(rest).toldReason !== undefined)
    return read;
  // "Only three" is a number by itself; "only three came" says what came.
  const plain = moment.slotsFor('correct', rest);
  const isBare = !arrived.some((words) => words.test(said));
  if (slots.delivered !== undefined && plain.delivered === undefined && isBare) return plain;
  // "Only 2 gauges" names its goods: so many of those, and not what came of something.
  if (line !== undefined) return { ...plain, line };
  const { reason, ...others } = read;
  return slots.delivered === undefined ? others : read;
}

/** "Actually it was 4": how many, unless the line was asked for or is called one. */
function asQuantity(slots: Slots, said: string, { context }: Moment): Slots {
  const { line, ...others } = slots;
  const isNumbered = line !== undefined && said.match(/\d+/g)?.includes(String(line));
  const isMeant = context.asked === 'line' || lineWord.test(said) || slots.ordinal !== undefined;
  return isNumbered && !isMeant && (context.pending || context.declined)
    ? { ...others, quantity: String(line) }
    : slots;
}

function isCorrection(moment: Moment, opened: boolean, rest: string): boolean {
  const { text, context } = moment;
  if (otherOne.test(text)) return opened || context.lastIntent !== undefined;
  const slots = correctedSlots(moment, rest);
  const isOtherReason =
    slots.reason !== undefined && context.pending === 'dispute.open' && context.asked === 'confirmation';
  if (isOtherReason && !yes.test(text) && (opened || moment.prediction.label === 'correct')) return true;
  if (opened && rest && hasValue(slots) && !(context.asked === 'confirmation' && yes.test(text))) return true;
  if (inside.test(text) && (hasValue(slots) || byWords(rest, context.lines))) return true;
  return (
    opened && rest !== '' && (inside.test(rest) || (context.asked === 'confirmation' && moment.strongOther))
  );
}

const mostAfterNo = 4;

/** "Line 3", "the thermostats", "5" right after a no to what was read back: what should be different. */
export const readAfterNo: Reader = (moment) => {
  const { text, words, context } = moment;
  if (context.declined !== 'dispute.open' || words > mostAfterNo || isQuestion(text)) return undefined;
  const read = asNumber(correctedSlots(moment, text), moment);
  const line = onlyGoods(moment);
  const slots = line === undefined ? read : { ...read, line };
  const isChange = slots.line !== undefined || slots.reason !== undefined || slots.all || namesNumber(slots);
  return isChange && !namesDocument(slots) && !document.test(text)
    ? understood(moment, [act('correct', slots, text)])
    : undefined;
};

const document = firstOf([
  anyOf('documents', 'invoice'),
  anyOf('documents', 'case'),
  anyOf('documents', 'statement'),
]);

/** "INV-1003", "all my invoices", after a no: a wish of its own, no change of what was refused. */
const namesDocument = ({ invoices, cases, orders }: Slots): boolean =>
  invoices.length + cases.length + orders.length > 0;

const namesNumber = ({ quantity, claimed, delivered, amounts }: Slots): boolean =>
  [quantity, claimed, delivered].some((value) => value !== undefined) || amounts.length > 0;

/** "5" alone is no line and no document. */
const asNumber = (slots: Slots, moment: Moment): Slots =>
  isBareNumber(moment) ? { ...noSlots(), quantity: plainNumber(moment) ?? '' } : slots;
