import Big from 'big.js';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf } from '../words/words.ts';
import type { WrittenNumber } from './numbers.ts';
import type { ValueReading } from './read-values.ts';
import type { NamedSum } from './slots.ts';

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
const stops = { before: /[.;!?]\s/, after: /[,.;!?]\s/ };

/** The one number that words call agreed: "quote said 85", "eighteen was what we agreed"; undefined where they call none or several so. */
export function agreedPrice(
  { source, slots }: ValueReading,
  numbers: readonly WrittenNumber[],
): NamedSum | undefined {
  const prices = numbers.filter(({ value, tag, end }) => {
    const after = source.slice(end);
    const isCounted = unitAfter.test(after) && !oneAfter.test(after);
    return plainNumber.test(value) && ((tag === undefined && !isCounted) || tag === 'moneyamt');
  });
  const called = agreed.matches(source).flatMap(({ 0: words, index }): WrittenNumber[] => {
    const end = index + words.length;
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
