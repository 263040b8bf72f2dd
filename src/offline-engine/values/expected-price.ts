import Big from 'big.js';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf } from '../words/words.ts';
import { numbersIn, type WrittenNumber } from './numbers.ts';
import type { ValueReading } from './read-values.ts';
import type { NamedSum, Slots } from './slots.ts';

/** What is less than this share of the other is no price of the same goods, but the difference. */
const leastShare = 0.5;

/** The lower of two prices. */
function lowerOf([one, other, third]: readonly NamedSum[]): NamedSum | undefined {
  if (!one || !other || third) return undefined;
  const [lower, higher] = new Big(one.value).lt(other.value) ? [one, other] : [other, one];
  return new Big(lower.value).gte(new Big(higher.value).times(leastShare)) ? lower : undefined;
}

const agreed = anyOf('cues', 'agreed');
/** "Quoted 24 boxes at 18" */
const unitAfter = pattern(`^\\s*(?:${alternatives('cues', 'unit')})(?!\\p{L})`);
/** "89 each" */
const oneAfter = pattern(`^\\s*(?:${alternatives('cues', 'per-one')})(?!\\p{L})`);
const plainNumber = /^\d+(?:\.\d+)?$/;
/** How far a number may stand from the word that calls it agreed, in characters. */
const farthest = 45;
const isInIt = pattern(`^\\s+(?:${alternatives('cues', 'inside')})(?:\\s+\\p{L}{1,3})?\\s*$`);
const stops = { before: /[.;!?]\s/, after: /[,.;!?]\s/ };

/** The one number that words call agreed: "quote said 85", "eighteen was what we agreed"; undefined where they call none or several so. */
export function agreedPrice(reading: ValueReading, numbers: readonly WrittenNumber[]): NamedSum | undefined {
  const { source, slots } = reading;
  const prices = pricesIn(reading, numbers);
  const called = agreed.matches(source).flatMap(({ 0: words, index }): WrittenNumber[] => {
    const end = index + words.length;
    // "285 in the offer"
    const inIt = prices.findLast(
      (number) => number.end <= index && isInIt.test(source.slice(number.end, index)),
    );
    if (inIt) return [inIt];
    const next = prices.find(({ start }) => start >= end);
    const said = source.slice(end, next?.start);
    if (next && said.length <= farthest && !stops.after.test(said)) return [next];
    const before = prices.findLast((number) => number.end <= index);
    const meant = source.slice(before?.end, index);
    return before && meant.length <= farthest && !stops.before.test(meant) ? [before] : [];
  });
  const [only, ...others] = new Set(called.map(({ value }) => value));
  if (only === undefined || others.length > 0) return undefined;
  return slots.amounts.find(({ value }) => Number(value) === Number(only)) ?? { value: only };
}

/** The numbers of a text that may be prices: sums, and plain numbers that count nothing. */
const pricesIn = ({ source }: ValueReading, numbers: readonly WrittenNumber[]): WrittenNumber[] =>
  numbers.filter(({ value, tag, end }) => {
    const after = source.slice(end);
    // "17.40 bag" is a price, and "285 in the offer" no inches.
    const isCounted =
      unitAfter.test(after) && !oneAfter.test(after) && !hundredths.test(value) && !inPaper.test(after);
    const isOfName = nameAfter.test(after);
    return plainNumber.test(value) && ((tag === undefined && !isCounted && !isOfName) || tag === 'moneyamt');
  });
const hundredths = /\.\d\d$/;
const inPaper = pattern(`^\\s*(?:${alternatives('cues', 'inside')})\\s+\\p{L}`);
/** "96-well plates" */
const nameAfter = /^-?\p{L}/u;

/** "Agreed at 9.20, billed at 11": where one price was understood and no word calls one agreed, a lower one beside it is what was expected; who pays too little does not complain. */
function lowerPrice(slots: Slots, reading: ValueReading, numbers: readonly WrittenNumber[]): NamedSum[] {
  const [sum, ...others] = slots.amounts;
  if (!sum) return slots.amounts;
  const counted = [slots.billed, slots.delivered, slots.claimed, slots.quantity, String(slots.line)];
  const lower = pricesIn(reading, numbers)
    .map(({ value }) => value)
    .filter((value) => !counted.some((count) => count !== undefined && Number(count) === Number(value)))
    .filter((value) => new Big(value).lt(sum.value))
    .filter((value) => new Big(value).gte(new Big(sum.value).times(leastShare)));
  const [expected, ...more] = new Set(lower);
  return expected === undefined || more.length > 0
    ? slots.amounts
    : [{ ...sum, value: expected }, ...others.filter(({ value }) => !new Big(value).eq(expected))];
}

/** "£3.10 a box? We shook on £2.65": of two prices that are named the lower one was expected. `named` are all sums of the text, `told` those that bear on the dispute, `agreed` the one that words call so. */
export function expectedFirst(
  told: readonly NamedSum[],
  named: readonly NamedSum[],
  agreed?: NamedSum,
): NamedSum[] {
  const lower = told.length === 0 ? undefined : lowerOf(named);
  if (!lower) return agreed ? [agreed] : [...told];
  return [lower, ...told.filter(({ value }) => !named.some((sum) => new Big(sum.value).eq(value)))];
}

/** What was expected in a dispute about a price, before whatever else was named. */
export function priceExpected(slots: Slots, reading: ValueReading): NamedSum[] {
  const numbers = numbersIn(reading);
  const agreed = agreedPrice(reading, numbers);
  const amounts = expectedFirst(slots.amounts, reading.slots.amounts, agreed);
  return agreed ? amounts : lowerPrice({ ...slots, amounts }, reading, numbers);
}
