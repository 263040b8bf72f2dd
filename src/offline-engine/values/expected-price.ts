import Big from 'big.js';
import type { NamedSum } from './slots.ts';

/** What is less than this share of the other is no price of the same goods, but the difference. */
const leastShare = 0.5;

/** The lower of two prices. */
function lowerOf([one, other, third]: readonly NamedSum[]): NamedSum | undefined {
  if (!one || !other || third) return undefined;
  const [lower, higher] = new Big(one.value).lt(other.value) ? [one, other] : [other, one];
  return new Big(lower.value).gte(new Big(higher.value).times(leastShare)) ? lower : undefined;
}

/** "£3.10 a box? We shook on £2.65": of two prices that are named the lower one was expected. `named` are all sums of the text, `told` those that bear on the dispute. */
export function expectedFirst(told: readonly NamedSum[], named: readonly NamedSum[]): NamedSum[] {
  const expected = lowerOf(named);
  if (!expected || told.length === 0) return [...told];
  return [expected, ...told.filter(({ value }) => !named.some((sum) => new Big(sum.value).eq(value)))];
}
