import { storedWeights } from '../intent/stored-weights.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf } from '../words/words.ts';
import { withoutDenied } from './denied-number.ts';
import { isNoDocument, isOtherPaper } from './documents.ts';
import { inUnits, isInName } from './number-in-name.ts';
import { rolesOf } from './number-roles.ts';
import { type NumberPlace, numbersIn, type WrittenNumber } from './numbers.ts';
import type { ValueReading } from './read-values.ts';

/** A number and what it is, one of the roles that are learnt. */
export type Told = WrittenNumber & { readonly role: string };

/** Below this a number's form decides rather than its surroundings. */
const leastSure = 0.4;

/** "Only 100 came": what came, whatever is wanted for the rest. */
const only = anyOf('cues', 'only');
/** "0998": nobody writes a sum or a number of goods so. */
const isLeadingZero = /^0\d{3,}$/;
const cameAfter = pattern(
  `^(?:\\s+\\p{L}+){0,3}\\s+(?:${alternatives('cues', 'delivered-after')})(?!\\p{L})([^.;!?]*)`,
);
const shortAfter = anyOf('cues', 'claimed-after');

/** Whether a number of goods that turned up is told where goods are said to be short, and nothing of how they came. */
function cameShort(
  { source, toldReason }: ValueReading,
  { end }: WrittenNumber,
  { intent }: NumberPlace,
): boolean {
  const rest = cameAfter.exec(source.slice(end, end + 60))?.[1];
  return (
    intent === 'dispute.open' &&
    toldReason === 'quantity_short' &&
    rest !== undefined &&
    !shortAfter.test(rest)
  );
}

export const isQuantityRole = /^(?:billed|delivered|claimed)$/;

/** A bare "2" picks from what was shown, unless a number was asked for. */
const isPick = ({ source }: ValueReading, { written }: WrittenNumber, { asked }: NumberPlace): boolean =>
  asked !== undefined &&
  !/^(?:quantity|price)$/.test(asked) &&
  source.replace(/[^\p{L}\p{N}.,]/gu, '') === written;

const about = pattern(`(?<!\\p{L})(?:${alternatives('cues', 'about')})\\s*$`);

const aboutAfter = pattern(
  `^(?:\\s+\\p{L}+){0,2}[\\s,-]*(?:${alternatives('cues', 'about-after')})(?!\\p{L})`,
);
const onlyPauses = /^[\s,]+$/;
/** "1 200" is one number, written in groups. */
const group = /^\d{3}$/;

/** "Ten, twelve": two numbers and nothing between them. */
function areBeside(
  source: string,
  one: WrittenNumber | undefined,
  other: WrittenNumber | undefined,
): boolean {
  if (!one || !other) return false;
  const between = source.slice(one.end, other.start);
  return onlyPauses.test(between) && !(between === ' ' && group.test(other.written));
}

/** "About 20", "a dozen, more or less", "ten, twelve", as the answer to how many: nobody knows the number. */
const isGuess = (
  { source }: ValueReading,
  at: number,
  numbers: readonly WrittenNumber[],
  { asked }: NumberPlace,
): boolean => {
  const [before, number, after] = [numbers[at - 1], numbers[at], numbers[at + 1]];
  if (asked !== 'quantity' || !number) return false;
  const { start, end } = number;
  return (
    about.test(source.slice(Math.max(0, start - longestCue), start)) ||
    aboutAfter.test(source.slice(end, end + 40)) ||
    areBeside(source, before, number) ||
    areBeside(source, number, after)
  );
};

/** "3/2" or "2026-11" is a name, a size or a document, and never so many or so much; "26.20" is no document. */
const fits = (role: string, { value }: WrittenNumber): boolean =>
  !(/^(?:invoice|case|po)$/.test(role) && /^\d+\.\d+$/.test(value)) &&
  (!/^(?:billed|delivered|claimed|amount|amount_min|line|count|days|months)$/.test(role) ||
    /^\d+(?:\.\d+)?$/.test(value));

const atLeast = pattern(`(?<!\\p{L})(?:${alternatives('money', 'at-least')})\\s*$`);

/** "Over 10k": a sum that bounds what is looked for. */
const isBound = ({ source }: ValueReading, { start }: WrittenNumber): boolean =>
  atLeast.test(source.slice(Math.max(0, start - longestCue), start));
const longestCue = 30;

const unitAfter = pattern(`^\\s*(?:${alternatives('cues', 'unit')})(?!\\p{L})`);

const costs = pattern(`(?<!\\p{L})(?:${alternatives('cues', 'costs')})\\s+$`);

/** "86,40", "should cost 15": what has hundredths and no unit is a sum. */
const isSum = ({ source }: ValueReading, { written, tag, start, end }: WrittenNumber): boolean =>
  tag === 'moneyamt' ||
  costs.test(source.slice(Math.max(0, start - longestCue), start)) ||
  (/^\d+[.,]\d\d$/.test(written) && !unitAfter.test(source.slice(end, end + longestCue)));

/** "DN-7711": a delivery note, a receipt, a payment, and no case or invoice. */
const paper = pattern(`(?<![\\p{L}\\p{N}])(?:${alternatives('cues', 'paper-prefix')})-?#?$`);

const missing = anyOf('cues', 'missing');
const missingAfter = pattern(
  `^[^.;!?\\d]{0,12}(?<!\\p{L})(?:${alternatives('cues', 'missing')})(?!\\p{L}|\\s*\\d)`,
);
const besideMissing = 15;

/** "45 are missing"; not the 60 of "billed 60, missing 4". */
const isSaidMissing = ({ source }: ValueReading, { end }: WrittenNumber): boolean =>
  missingAfter.test(source.slice(end, end + longestCue));

/** "45 are missing", "missing 45". */
export const isMissing = (reading: ValueReading, number: WrittenNumber): boolean =>
  number.rule === 'claimed' ||
  missing.test(reading.source.slice(Math.max(0, number.start - besideMissing), number.start)) ||
  isSaidMissing(reading, number);

function rolesTold(reading: ValueReading, place: NumberPlace): Told[] {
  const numbers = numbersIn(reading);
  const roles = rolesOf(storedWeights().numbers, numbers, reading, place);
  return numbers.map((number, at) => {
    const { role: label, sure } = roles[at] ?? { role: 'none', sure: 0 };
    const isUnsure = label === 'none' && sure < leastSure;
    // In an answer or a correction "9 arrived" is still what arrived, whatever was asked.
    const isAnswer = place.asked === 'quantity' || /^(?:inform|correct)$/.test(place.intent ?? '');
    const isSaid =
      isAnswer &&
      numbers.length === 1 &&
      (isQuantityRole.test(label) || (label === 'none' && place.asked === 'quantity'));
    const isOnly =
      numbers.length === 1 && number.rule === 'delivered' && label === 'claimed' && only.test(reading.source);
    // "Short again: 24 boxes turned up"
    const isCame =
      roles.filter(({ role }) => isQuantityRole.test(role)).length === 1 &&
      label === 'claimed' &&
      cameShort(reading, number, place) &&
      number.rule === 'delivered';
    const isNumber = isLeadingZero.test(number.written) && (isQuantityRole.test(label) || label === 'amount');
    if (isNumber && number.tag === undefined) return { ...number, role: 'invoice' };
    const role = (isUnsure || isSaid || isOnly || isCame) && number.rule ? number.rule : label;
    // "Line 2 should be 4": one line is named as such, the other number is none.
    const isSecondLine =
      role === 'line' &&
      number.tag === undefined &&
      place.asked === 'confirmation' &&
      reading.slots.line !== undefined;
    // What is only guessed is no number either where nothing else says how many.
    if (isGuess(reading, at, numbers, place)) return { ...number, tag: 'rangenum', role: 'none' };
    const isNone = isSecondLine || (isQuantityRole.test(role) && isPick(reading, number, place));
    // "0 of the 18": nothing came; nobody disputes no pieces.
    const isNothing = role === 'claimed' && Number(number.value) === 0;
    const said = isNothing
      ? 'delivered'
      : role === 'billed' && isSaidMissing(reading, number)
        ? 'claimed'
        : role;
    if ((isQuantityRole.test(said) || said === 'none') && isInName(number, reading.source))
      return { ...number, tag: 'sizeval', role: 'none' };
    const mayBeSum = isQuantityRole.test(said) || (said === 'none' && isOfRep.test(place.pending ?? ''));
    if (mayBeSum && isSum(reading, number)) return { ...number, role: 'amount' };
    // "Resend line 5. Case 3420": what stands behind the word is its place, and no number of cases.
    if (isQuantityRole.test(said) && number.tag === 'linenum') return { ...number, role: 'none' };
    if (isQuantityRole.test(said) && place.pending === 'due.extend') return { ...number, role: 'days' };
    const isPaper = number.tag !== 'moneyamt' && isOtherPaper(reading.source, number.start);
    if (said === 'amount' && isPaper) return { ...number, role: 'none' };
    const isOfPaper = /^(?:invoice|case|po)$/.test(said);
    if (isOfPaper && paper.test(reading.source.slice(Math.max(0, number.start - longestCue), number.start)))
      return { ...number, tag: 'sizeval', role: 'none' };
    const isNamed = /^(?:invoice|case)$/.test(said);
    if (isNamed && isNoDocument(reading.source, number.start, number.written, reading.original))
      return { ...number, role: isBound(reading, number) ? 'amount_min' : 'none' };
    return { ...inUnits(number, reading.source), role: isNone || !fits(said, number) ? 'none' : said };
  });
}

const isOfRep = /^rep\./;

const ofThem = pattern(`^\\s+(?:${alternatives('cues', 'of-them')})(?!\\p{L})`);

/** "We got 15, 2 of them the wrong model": those are in dispute, and not all that came. */
function partOfThem(told: readonly Told[], { source }: ValueReading): readonly Told[] {
  const part = told.find(({ end }) => ofThem.test(source.slice(end, end + longestCue)));
  const isOfOthers = part && told.some((other) => other.end < part.start && other.role === 'claimed');
  if (!part || !isOfOthers || !/^(?:none|claimed|delivered)$/.test(part.role)) return told;
  return told.map((number) =>
    number === part
      ? { ...number, role: 'claimed' }
      : number.end < part.start && number.role === 'claimed'
        ? { ...number, tag: 'rangenum', role: number.rule === 'delivered' ? 'delivered' : 'none' }
        : number,
  );
}

/** What each number of a message is: as its surroundings were learnt, where its own form and words beside it do not know better. */
export const toldIn = (reading: ValueReading, place: NumberPlace): readonly Told[] =>
  withoutDenied(partOfThem(rolesTold(reading, place), reading), reading.source, place);
