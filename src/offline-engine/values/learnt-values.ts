import Big from 'big.js';
import { subtractQuantity } from '#domain/quantity.ts';
import { predict } from '../intent/linear-model.ts';
import { storedWeights } from '../intent/stored-weights.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf, dateWords } from '../words/words.ts';
import { isNoDocument, isOtherPaper } from './documents.ts';
import { goodsIn } from './goods.ts';
import { usageOf } from './goods-sentence.ts';
import { withNoneCame } from './none-came.ts';
import { type NumberRole, rolesOf } from './number-roles.ts';
import { hasOwnForm, type NumberPlace, numbersIn, type WrittenNumber } from './numbers.ts';
import type { ValueReading } from './read-values.ts';
import { featuresOfPassing, hasPassing, type PassingValue, passing } from './relevance.ts';
import type { NamedSum, Slots } from './slots.ts';

type Told = WrittenNumber & { readonly role: string };

/** Below this a number's form decides rather than its surroundings. */
const leastSure = 0.4;

/** "Only 100 came": what came, whatever is wanted for the rest. */
const only = anyOf('cues', 'only');
const isQuantityRole = /^(?:billed|delivered|claimed)$/;

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

const toldIn = (reading: ValueReading, place: NumberPlace): Told[] => {
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
    const role = (isUnsure || isSaid || isOnly) && number.rule ? number.rule : label;
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
    const said = role === 'claimed' && Number(number.value) === 0 ? 'delivered' : role;
    const isPaper = number.tag !== 'moneyamt' && isOtherPaper(reading.source, number.start);
    if (said === 'amount' && isPaper) return { ...number, role: 'none' };
    const isNamed = /^(?:invoice|case)$/.test(said);
    if (isNamed && isNoDocument(reading.source, number.start, number.written, reading.original))
      return { ...number, role: isBound(reading, number) ? 'amount_min' : 'none' };
    return { ...number, role: isNone || !fits(said, number) ? 'none' : said };
  });
};

/** The values of a message as the authors of the corpus would label them: numbers by their surroundings, goods by their place. */
export function learntValues(reading: ValueReading, place: NumberPlace): Slots {
  const told = toldIn(reading, place);
  const of = (role: NumberRole): Told[] => told.filter((number) => number.role === role);
  const first = (role: NumberRole): string | undefined => of(role)[0]?.value;
  const slots: Slots = {
    ...reading.slots,
    invoices: documents(reading.slots.invoices, of('invoice'), reading.source),
    cases: documents(reading.slots.cases, of('case'), reading.source),
    orders: documents(reading.slots.orders, of('po'), reading.source),
    amounts: sums(reading.slots.amounts, told, place),
  };
  for (const role of ['billed', 'delivered', 'claimed'] as const) {
    const value = first(role);
    if (value === undefined) delete slots[role];
    else slots[role] = value;
  }
  const [claimed] = of('claimed');
  if (claimed && claimed.rule === undefined) slots.loose = claimed.value;
  const quantity = told.find(
    ({ role, tag, value }) => role === 'none' && tag === undefined && isQuantity(value),
  );
  delete slots.quantity;
  if (quantity) slots.quantity = quantity.value;
  if (place.asked === 'quantity' && quantity === undefined && isEstimated(told, reading))
    slots.isGuess = true;
  const line = first('line');
  if (line !== undefined) slots.line ??= Number(line);
  const count = first('count');
  if (count !== undefined) slots.count ??= Number(count);
  nameGoods(slots, reading, place);
  for (const kind of passing) if (hasPassing(kind, slots) && !bears(kind, reading, place)) delete slots[kind];
  const bounded = isPeriod.test(place.intent ?? '') ? boundedBy(reading) : undefined;
  if (bounded && !slots.range) slots.range = bounded;
  return withDifference(withNoneCame(slots, place.intent, reading.toldReason));
}

const isEstimated = (told: readonly Told[], { spans }: ValueReading): boolean =>
  [...told, ...spans].some(({ tag }) => tag === 'rangenum') &&
  !told.some(({ role }) => isQuantityRole.test(role));

/** Requests for a time that begins and ends, of which one may be all that is said. */
const isPeriod = /^billing\.suspend$/;
const until = pattern(
  `(?<!\\p{L})(?:${dateWords('to')}|${dateWords('before')})\\s*(?:(?:${dateWords('the')}|${dateWords('day')})\\s+)?$`,
);
const dayTag = 'dateval';

/** "Till 15 January", "from 1 December": the end or the beginning of a time, where one day is all that is said. */
function boundedBy({ tagged, slots: { date, range } }: ValueReading): Slots['range'] {
  if (date === undefined || range) return undefined;
  const isEnd = until.test(tagged.slice(0, tagged.indexOf(dayTag)));
  return { from: date, to: date, ...(isEnd ? { isUntil: true } : { isOpen: true }) };
}

/** Puts the name of the goods into the slots, as a reading has it. */
export function nameGoods(slots: Slots, reading: ValueReading, place: NumberPlace): void {
  const { goods, people, authors } = storedWeights();
  const { intent = '', side, asked } = place;
  const named = goodsIn(reading, goods, { intent, side, asked, usage: usageOf(people, authors) });
  if (named) slots.product = named;
  else delete slots.product;
}

const bears = (kind: PassingValue, reading: ValueReading, place: NumberPlace): boolean =>
  predict(storedWeights().relevance, featuresOfPassing(kind, reading, place)).scoreOf('kept') >= 0.4;

const isQuantity = (value: string): boolean => /^\d{1,5}(?:\.\d{1,3})?$/.test(value);

/** Numbers of a form of their own, then those that stand where such a number stands. */
const documents = (formed: readonly string[], told: readonly Told[], source: string): string[] => [
  ...new Set([...formed.filter(hasOwnForm), ...told.map((number) => withLetters(number, source))]),
];

const letters = pattern(
  `(?<![\\p{L}\\p{N}-])(?!(?:${alternatives('documents', 'number-word')})-)(\\p{L}{1,4})-$`,
);
const mostLetters = 6;

/** "SI-77120": letters that nobody listed as a prefix belong to the number all the same. */
function withLetters({ written, start }: Told, source: string): string {
  const before = letters.exec(source.slice(Math.max(0, start - mostLetters), start))?.[1];
  return before === undefined ? written : `${before}-${written}`.toUpperCase();
}

function sums(formed: readonly NamedSum[], told: readonly Told[], { intent }: NumberPlace): NamedSum[] {
  const named = told.flatMap(({ role, value }): NamedSum[] => {
    if (role !== 'amount' && role !== 'amount_min') return [];
    const sum = formed.find((other) => Number(other.value) === Number(value));
    const { bound, ...rest } = sum ?? { value };
    // "Over 900" bounds what is looked for; elsewhere it is said of one sum.
    const isLeast = role === 'amount_min' || (bound === 'min' && intent === 'invoice.find');
    return [isLeast ? { ...rest, bound: 'min' } : { ...rest, ...(bound === 'max' ? { bound } : {}) }];
  });
  return named;
}

/** Two quantities that differ say how many are in dispute. */
function withDifference(slots: Slots): Slots {
  const { billed, delivered, claimed } = slots;
  return billed !== undefined &&
    delivered !== undefined &&
    claimed === undefined &&
    new Big(billed).gt(delivered)
    ? { ...slots, claimed: subtractQuantity(billed, delivered) }
    : slots;
}
