import Big from 'big.js';
import { documentDigits, sameDocument } from '../values/documents.ts';
import { noSlots, type Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf, dateWords, longestFirst, merged } from '../words/words.ts';
import type { Option } from './context.ts';
import type { Moment } from './moment.ts';
import { byGoods, byWords } from './options.ts';
import { countsUnits, namesLine, numbersOf, plainNumber } from './plain-number.ts';

/** A few words that answer a question hold nothing but the answer: what stands in them is meant. */
const fewWords = 5;
const whole = /^\d+$/;

/** Which line: by its place, its goods, what it costs or how many were billed; or several of them. */
export function asLine(moment: Moment): Slots {
  const slots = moment.slotsFor('inform', moment.text);
  const { lines } = moment.context;
  const several = severalLines(moment);
  if (several.length > 1) return { ...noSlots(), ...reasonOf(slots), lines: several };
  const goods = namedGoods(moment, slots);
  if (goods) return { ...slots, line: Number(goods.id) };
  const number = plainNumber(moment);
  const isRole = moment.reading.quantities.some(({ role }) => role !== undefined);
  const picked = bySize(slots, lines) ?? (number === undefined ? undefined : lineOfNumber(number, moment));
  if (picked !== undefined && (number === undefined || !isRole)) {
    const { quantity, claimed, delivered, loose, ordinal, amounts, ...others } = slots;
    return { ...others, amounts: [], line: picked };
  }
  if (slots.line === undefined && slots.ordinal !== undefined) return { ...slots, line: slots.ordinal };
  const isNone = isOfAll(moment) && lines.length > 0 && !lines.some(({ id }) => Number(id) === slots.line);
  const { line, ...others } = slots;
  return isNone ? others : slots;
}

/** The line whose goods are named, as they were written: respelt they would be other goods. */
const namedGoods = ({ text, raw, context }: Moment, { product }: Slots): Option | undefined =>
  byGoods(product, text, context.lines) ?? byGoods(undefined, raw, context.lines);

const linking = anyOf('requests', 'linking');

/** "The thermostats": the line of the goods that are named, where nothing is said of them. */
export function onlyGoods({ raw, context, read }: Moment, said = raw): number | undefined {
  const named = linking.test(said) ? undefined : byGoods(undefined, said, context.lines);
  const isOfIt = (word: string): boolean => byGoods(undefined, word, context.lines)?.id === named?.id;
  return named && read(said).content.every(isOfIt) ? Number(named.id) : undefined;
}

/** "The pumps", "line 2": the line of what was shown that some words name, and nothing but it. */
export function lineNamedIn(moment: Moment, said: string): number | undefined {
  const reading = moment.read(said);
  const numbers = numbersOf(reading);
  const { line } = reading.slots;
  const isLine = numbers.length === 1 && Number(numbers[0]) === line && namesLine({ text: said });
  if (isLine && reading.content.length === 0)
    return moment.context.lines.some(({ id }) => Number(id) === line) ? line : undefined;
  return numbers.length === 0 ? onlyGoods(moment, said) : undefined;
}

const reasonOf = ({ reason }: Slots): Partial<Slots> => (reason ? { reason } : {});

const betweenLines = pattern(
  `^[\\s\\d,;.&+#/]*$|^(?:[\\s\\d,;.&+#/]|(?<!\\p{L})(?:${alternatives('documents', 'line')}|${alternatives('requests', 'linking')}|${dateWords('and')})(?!\\p{L}))*$`,
);

const theFirst = longestFirst(
  [...merged('ordinals')].flatMap(([word, place]) => (place === 1 ? [word] : [])),
);
const article = [alternatives('cues', 'the'), dateWords('the')].join('|');
const firstFew = pattern(
  `^\\W*(?:(?:${article})\\s+)?(?:${theFirst})\\s+(\\d{1,2})(?:\\s+(?:${alternatives('documents', 'line')}))?[\\s.!]*$`,
);

/** "1 and 2", "lines 1, 3", "the first two", and not "the first one, 3 units". */
function severalLines({ reading, context, words }: Moment): number[] {
  const first = firstFew.exec(reading.source)?.[1];
  if (first !== undefined) return context.lines.slice(0, Number(first)).map(({ id }) => Number(id));
  if (words > fewWords + 1 || !betweenLines.test(reading.source)) return [];
  const named = [...reading.source.matchAll(/\d+/g)].map(([written]) => Number(written));
  const isLine = (number: number): boolean => context.lines.some(({ id }) => Number(id) === number);
  return named.every(isLine) ? [...new Set(named)] : [];
}

/** "The whole 28" is all of something, no place in a list. */
const isOfAll = ({ reading }: Moment): boolean =>
  reading.slots.all === true || reading.slots.amounts.length > 0 || reading.toldReason === 'freight';

/** A line by its place; where that is none, by how many of it or how much of money were billed. */
function lineOfNumber(number: string, moment: Moment): number | undefined {
  const { lines } = moment.context;
  const having = (value: string): Option[] =>
    lines.filter((line) =>
      [line.quantity, line.amount].some((own) => own !== undefined && new Big(own).eq(value)),
    );
  const isPlace = lines.some(({ id }) => id === number) && !countsUnits(moment);
  const [only, ...others] = isPlace ? [] : having(number);
  if (only && others.length === 0) return Number(only.id);
  const isPlaceOnly = whole.test(number) && number.length <= 3 && !countsUnits(moment);
  return isPlaceOnly && (isPlace || !isOfAll(moment)) ? Number(number) : undefined;
}

/** "The expensive one": by what the line costs. */
function bySize({ superlative }: Slots, lines: readonly Option[]): number | undefined {
  if (superlative !== 'largest' && superlative !== 'smallest') return undefined;
  const goods = lines.filter((line) => line.goods && line.amount !== undefined);
  const upwards = goods.toSorted((a, b) => new Big(a.amount ?? 0).cmp(b.amount ?? 0));
  const line = superlative === 'largest' ? upwards.at(-1) : upwards[0];
  return line && Number(line.id);
}

/** Which invoice: by its number, its place in the list, its sum, its day or how it stands. */
export function asInvoice(moment: Moment): Slots {
  const { reading, words } = moment;
  const { line, ...slots } = moment.slotsFor('inform', moment.text);
  const kept = namesLine(moment) && line !== undefined ? { ...slots, line } : slots;
  const number = plainNumber(moment);
  const isOfOther =
    reading.slots.orders.length > 0 ||
    // "Over 10k" looks for others.
    slots.amounts.some(({ bound }) => bound !== undefined) ||
    slots.invoices.some((named) => documentDigits(named) !== number);
  const picked = isOfOther ? undefined : ofNumber('invoice', moment);
  if (picked) return { ...withoutNumbers(kept), invoices: [picked] };
  if (slots.invoices.length > 0 || words > fewWords) return kept;
  const { date, range, filter, orders } = reading.slots;
  return {
    ...kept,
    ...(date ? { date } : {}),
    ...(range ? { range } : {}),
    ...(filter ? { filter } : {}),
    orders: slots.orders.length > 0 ? slots.orders : orders,
  };
}

/** Which case: by its number, its place in the list, its sum or the words of its line in the list. */
export function asCase(moment: Moment): Slots {
  const { line, ...slots } = moment.slotsFor('inform', moment.text);
  const cases = moment.context.listed.filter(({ type }) => type === 'case');
  const picked =
    ofNumber('case', moment) ?? (slots.cases.length > 0 ? undefined : byWords(moment.raw, cases)?.id);
  return picked ? { ...withoutNumbers(slots), cases: [picked] } : slots;
}

const withoutNumbers = ({ quantity, claimed, delivered, loose, ordinal, ...slots }: Slots): Slots => ({
  ...slots,
  invoices: [],
  cases: [],
  amounts: [],
});

const fewestDigits = 3;

/** What a number alone picks: by its place in the list, by its own number, by its sum; else it is the number of one that was not shown. */
function ofNumber(type: 'invoice' | 'case', moment: Moment): string | undefined {
  const number = plainNumber(moment);
  if (number === undefined) return undefined;
  const listed = moment.context.listed.filter((option) => option.type === type);
  const place = whole.test(number) && number.length < fewestDigits ? listed[Number(number) - 1] : undefined;
  const sums = listed.filter(({ amount, open }) =>
    [amount, open].some((sum) => sum !== undefined && new Big(sum).minus(number).abs().lt(1)),
  );
  const found =
    place ?? listed.find(({ id }) => sameDocument(id, number)) ?? (sums.length === 1 ? sums[0] : undefined);
  if (found) return found.id;
  const { date, range, amounts } = moment.reading.slots;
  const isNumber = whole.test(number) && number.length >= fewestDigits && !date && !range;
  return isNumber && amounts.length === 0 ? number : undefined;
}
