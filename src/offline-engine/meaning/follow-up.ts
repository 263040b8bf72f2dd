import { hasValue, noSlots, type Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf, startsWith, wordSet } from '../words/words.ts';
import { act, isTask, type Moment, type Reader, understood } from './moment.ts';
import { byWords } from './options.ts';
import { withShortNumber } from './short-number.ts';

const ellipsis = pattern(`^(?:${alternatives('requests', 'ellipsis')})(?![\\p{L}\\p{N}])[\\s,]*`);
const caseWord = anyOf('documents', 'case');
const adding = startsWith('requests', 'adding');
const listThem = startsWith('requests', 'list-them');
const none = startsWith('references', 'none');
const pointing = wordSet('pointing');
/** How sure a reading of the bare words must be to stand against one of the place they stand in. */
const sureAlone = 0.8;
const standsAlone = /^(?:human|case\.add_info|dispute|due|billing)/;

/** However politely it begins: "hi, pls add that …". */
const mostBefore = 3;
const isAddition = (text: string): boolean => {
  const words = text.split(/\s+/);
  return words.slice(0, mostBefore + 1).some((_, at) => adding.test(words.slice(at).join(' ')));
};

/** "Add that our contract says …" while the talk is of a case; "add to my case that …" at any time. */
export const readAddition: Reader = (moment) => {
  const { text, context } = moment;
  const namesCase = context.case !== undefined || caseWord.test(text);
  if (!isAddition(text) || !namesCase || context.pending === 'case.add_info') return undefined;
  return understood(moment, [act('case.add_info', moment.slotsFor('case.add_info', text), text)]);
};

/** Every word that says something points at what was shown. */
const isPointing = ({ reading }: Moment): boolean => reading.content.every((word) => pointing.has(word));

/** Nothing but a word that points at what was shown: "and the other one". */
export const onlyPoints = (moment: Moment): boolean =>
  moment.words <= fewWords && moment.reading.slots.line === undefined && isPointing(moment);
const fewWords = 4;

/** "And line 3?", "what about INV-20377?": the last request again, for something else. */
export const readEllipsis: Reader = (moment) => {
  const { text, words, context, prediction } = moment;
  const opening = ellipsis.exec(text)?.[0];
  if (opening === undefined || words > 8 || !context.lastIntent || standsAlone.test(context.lastIntent))
    return undefined;
  const isOther = isTask(prediction.label) && prediction.label !== 'clarify' && !onlyPoints(moment);
  if (isOther && prediction.score > (/\?\s*$/.test(text) ? 0.98 : 0.85)) return undefined;
  const rest = text.slice(opening.length);
  // "And the gloves case?" asks for a case, whatever was asked for last.
  if (caseWord.test(rest) && !context.lastIntent.startsWith('case.')) return undefined;
  // "And show me 30097": with words of its own it is no ellipsis.
  const bare = moment.alone(text);
  const says =
    moment.read(rest).content.length > 0 && isTask(bare.label) && bare.label !== context.lastIntent;
  if (says && !onlyPoints(moment) && bare.score >= sureAlone) return undefined;
  const slots = withSum(
    withShortNumber(moment.slotsFor(context.lastIntent, rest), context.lastIntent, moment),
    context.lastIntent,
  );
  const picks =
    slots.invoices.length + slots.cases.length > 0 ||
    slots.line !== undefined ||
    slots.amounts.length > 0 ||
    !!slots.range ||
    !!slots.date ||
    (!!slots.product && !!byWords(rest, context.lines));
  return picks ? understood(moment, [act(context.lastIntent, slots, rest, 0.9)]) : undefined;
};

/** "And the 35?", after another charge was explained: the charge of so much. */
function withSum(slots: Slots, lastIntent: string): Slots {
  const { claimed, quantity = claimed, ...others } = slots;
  const isSum = lastIntent === 'invoice.explain' && slots.amounts.length === 0;
  return isSum && quantity !== undefined && quantity.length > 1
    ? { ...others, amounts: [{ value: quantity }] }
    : slots;
}

/** "The second one", "20418": a bare reference to what was listed. */
export const readPick: Reader = (moment) => {
  const { text, words, context, reading } = moment;
  if (context.listed.length > 1 && isPointing(moment) && hasValue(reading.slots) && words <= 7) {
    if (reading.slots.none) return understood(moment, [act('deny', reading.slots, text)]);
    const slots = moment.slotsFor('inform', text);
    const { label, score } = moment.prediction;
    // "Show me the older one" says what for.
    const wants = isTask(label) && label !== 'clarify' && label !== context.lastIntent && score >= 0.5;
    if (slots.invoices.length + slots.cases.length > 0)
      return understood(moment, [act(wants && !context.pending ? label : 'inform', slots, text)]);
  }
  // "Nothing arrived from INV-30112" tells of a delivery
  const tells = words > 2 && isTask(moment.alone(text).label) && moment.alone(text).score >= sureAlone;
  if (none.test(text) && !tells) return understood(moment, [act('deny', reading.slots, text)]);
  if (listThem.test(text) && words <= 6 && context.listed.length === 0 && context.lastIntent === 'balance') {
    return understood(moment, [
      act('invoice.find', { ...reading.slots, filter: reading.slots.filter ?? 'open' }, text),
    ]);
  }
  return undefined;
};

const mostNarrowing = 5;
const leastNarrowing = 0.8;

/** "Just the unpaid ones", of the invoices that were listed: the same search, for fewer. */
export const readNarrowing: Reader = (moment) => {
  const { text, words, context, reading, prediction } = moment;
  const { filter, invoices, superlative } = reading.slots;
  const areListed = context.listed.length > 1 && context.listed.every(({ type }) => type === 'invoice');
  const isNarrowed =
    filter !== undefined && filter !== 'last' && invoices.length === 0 && superlative === undefined;
  const isSaid = words <= mostNarrowing && reading.content.length <= 1;
  const isOther = isTask(prediction.label) && prediction.label !== 'invoice.find';
  if (!areListed || context.lastIntent !== 'invoice.find' || context.asked !== 'invoice') return undefined;
  if (!isNarrowed || !isSaid || (isOther && prediction.score >= leastNarrowing)) return undefined;
  return understood(moment, [act('invoice.narrow', { ...noSlots(), filter }, text)]);
};
