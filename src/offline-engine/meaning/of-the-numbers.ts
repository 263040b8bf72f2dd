import Big from 'big.js';
import type { ValueReading } from '../values/read-values.ts';
import type { Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf } from '../words/words.ts';
import { numbersOf } from './plain-number.ts';

const ofAll = `(?:${alternatives('cues', 'out-of')})\\s+(?:(?:${alternatives('cues', 'the')})\\s+)?`;
const cameOf = pattern(
  `(?<![\\p{L}\\p{N}.,])(\\d+)\\s+${ofAll}(\\d+)((?:\\s+\\p{L}+){0,2}?)\\s+(?:${alternatives('cues', 'delivered-after')})(?!\\p{L})`,
);
const never = anyOf('cues', 'never');
const wrong = anyOf('cues', 'claimed-after');

/** "90 of the 96 came after all, so 6 missing": the first came, whatever is said of the rest. */
export function cameOfAll(slots: Slots, { source }: ValueReading): Slots {
  const [, came = '', all = '', between = ''] = cameOf.exec(source) ?? [];
  if (came === '' || new Big(came).gt(all) || never.test(between) || wrong.test(between)) return slots;
  const missing = new Big(all).minus(came).toFixed();
  const { quantity, loose, ...said } = slots;
  return { ...said, delivered: came, billed: all, claimed: missing };
}

const currency = `(?:\\s*(?:[€$£]|eur|gbp|usd|pln|zł|${alternatives('money', 'euro')}|${alternatives('money', 'pound')}|${alternatives('money', 'dollar')}))?`;
const perOne = pattern(
  `(?<![\\p{L}\\p{N}.,])(\\d+(?:[.,]\\d+)?)${currency}\\s*(?:${alternatives('cues', 'per-one')})(?![\\p{L}\\p{N}])`,
);
const lineWord = anyOf('documents', 'line');
const mostPrices = 2;

/** "The price is 4 euros per piece, we agreed 3": in a dispute about a price what stands before its unit is the price of one, and the other number a price too. */
export function priceOfOne(slots: Slots, reading: ValueReading): Slots {
  const found = slots.reason === 'wrong_price' ? perOne.exec(reading.source)?.[0] : undefined;
  if (found === undefined || lineWord.test(reading.source)) return slots;
  const { product, ...others } = slots;
  const said = product === undefined || found.includes(product) ? others : slots;
  const numbers = numbersOf(reading);
  if (numbers.length > mostPrices || slots.amounts.length >= numbers.length) return said;
  const { line, quantity, claimed, delivered, billed, loose, ...rest } = said;
  return { ...rest, amounts: numbers.toReversed().map((value) => ({ value })) };
}
