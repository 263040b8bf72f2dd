import Big from 'big.js';
import type { ValueReading } from '../values/read-values.ts';
import type { NamedSum, Slots } from '../values/slots.ts';
import { firstOf, pattern } from '../words/pattern.ts';
import type { DisputeType } from '../words/word-file.ts';
import { alternatives, anyOf } from '../words/words.ts';
import type { Context, Option } from './context.ts';
import { byGoods } from './options.ts';
import { numbersOf } from './plain-number.ts';

const ofAll = `(?:${alternatives('cues', 'out-of')})\\s+(?:(?:${alternatives('cues', 'the')})\\s+)?`;
const cameOf = pattern(
  `(?<![\\p{L}\\p{N}.,])(\\d+)\\s+${ofAll}(\\d+)((?:\\s+\\p{L}+){0,2}?)\\s+(?:${alternatives('cues', 'delivered-after')})(?!\\p{L})`,
);
const never = anyOf('cues', 'never');
const wrong = anyOf('cues', 'claimed-after');

const clauseEnd = /[.,;:!?]/;
/** Reasons that say how much came; goods that "came broken" came, but not as they should. */
const ofAmount: readonly (DisputeType | undefined)[] = [undefined, 'not_delivered', 'quantity_short'];

/** "90 of the 96 came after all, so 6 missing": the first came, whatever is said of the rest. */
export function cameOfAll(slots: Slots, { source, toldReason }: ValueReading): Slots {
  const found = cameOf.exec(source);
  const [whole = '', came = '', all = '', between = ''] = found ?? [];
  const [after = ''] = source.slice((found?.index ?? 0) + whole.length).split(clauseEnd);
  const isFaulty = wrong.test(between) || wrong.test(after) || !ofAmount.includes(toldReason);
  if (came === '' || new Big(came).gt(all) || never.test(between) || isFaulty) return slots;
  const missing = new Big(all).minus(came).toFixed();
  const { quantity, loose, ...said } = slots;
  return { ...said, delivered: came, billed: all, claimed: missing };
}

const noneCame = anyOf('references', 'none');

/** "Zero lids came, the invoice bills 3000": all of those that were billed. */
export function noneOfAll(slots: Slots, { source }: ValueReading): Slots {
  const { claimed, reason, delivered } = slots;
  return reason === 'not_delivered' && claimed !== undefined && !delivered && noneCame.test(source)
    ? { ...slots, billed: claimed, delivered: '0' }
    : slots;
}

/** "The 14 dessert plates back as credit": a number right before the goods, with no currency, counts them. */
export function countedGoods(slots: Slots, { source }: ValueReading): Slots {
  const { amounts, product, claimed } = slots;
  const [sum] = amounts;
  const isPlain = sum !== undefined && sum.currency === undefined && wholeNumber.test(sum.value);
  if (!isPlain || product === undefined || claimed !== undefined || amounts.length > 1) return slots;
  const at = source.toLowerCase().indexOf(`${sum.value} ${product.toLowerCase()}`);
  const isWhole = at === 0 || (at > 0 && !partOfNumber.test(source.slice(0, at)));
  return isWhole ? { ...slots, amounts: [], claimed: sum.value } : slots;
}
const wholeNumber = /^\d+$/;
const partOfNumber = /[\d.,€$£]$/;

/** "48 bottles, not 60", of what was read back: the number that stood is no part of the new claim. */
export function asCorrected(slots: Slots, intent: string, { asked, claimed: stood }: Context): Slots {
  const { billed, delivered, claimed, ...others } = slots;
  const isPair = billed !== undefined && delivered !== undefined;
  if (!isPair || asked !== 'confirmation' || !/^(?:correct|inform)$/.test(intent)) return slots;
  return billed === stood ? { ...others, claimed: delivered } : { ...others, delivered };
}

/** What is wrong with all that the number counts: "charged twice for the same 18 tables", "4 magenta came instead". */
const ofAllNamed: ReadonlyMap<DisputeType | undefined, readonly ('billed' | 'delivered')[]> = new Map([
  ['duplicate', ['billed', 'delivered']],
  ['wrong_item', ['delivered']],
]);

/** The one number of goods that were billed twice, or are others than those ordered, says how many. */
export function claimedOfAll(slots: Slots): Slots {
  const { billed, delivered, ...others } = slots;
  const [only, second] = [billed, delivered].filter((number) => number !== undefined);
  const role = billed === undefined ? 'delivered' : 'billed';
  const isAll = ofAllNamed.get(slots.reason as DisputeType | undefined)?.includes(role) ?? false;
  return isAll && only !== undefined && second === undefined && slots.claimed === undefined
    ? { ...others, claimed: only }
    : slots;
}

const currency = `(?:\\s*(?:[€$£]|eur|gbp|usd|pln|zł|${alternatives('money', 'euro')}|${alternatives('money', 'pound')}|${alternatives('money', 'dollar')}))?`;
const perOne = pattern(
  `(?<![\\p{L}\\p{N}.,])(\\d+(?:[.,]\\d+)?)${currency}\\s*(?:${alternatives('cues', 'per-one')})(?![\\p{L}\\p{N}])`,
);
const sumOfOne = pattern(
  `\\d${currency}(?:\\s+\\p{L}+){0,2}\\s*(?:${alternatives('cues', 'per-one')})(?![\\p{L}\\p{N}])`,
);
const sumOfGoods = pattern(
  `\\d${currency}(?:\\s+\\p{L}+){0,2}\\s+(?:${alternatives('cues', 'per')})\\s+(\\p{L}+)`,
);
const ofWhole = firstOf([
  anyOf('documents', 'invoice'),
  anyOf('documents', 'order'),
  anyOf('documents', 'line'),
]);

const discountBefore = pattern(`(?<!\\p{L})(?:${alternatives('reasons', 'discount')})(?:\\s+\\p{L}+)?\\s*$`);
const discountAfter = pattern(`^(?:\\s+\\p{L}+)?\\s+(?:${alternatives('reasons', 'discount')})(?!\\p{L})`);

/** "A €5 discount", "a discount of €5": the sum right beside the word; empty where a share was named. */
export function discountIn({ source, spans, slots }: ValueReading): NamedSum[] {
  const sums = spans.filter(({ tag }) => tag === 'moneyamt');
  const [sum] = slots.amounts;
  const [span] = sums;
  if (!span || !sum || sums.length > 1 || slots.percent !== undefined) return [];
  const isBeside =
    discountBefore.test(source.slice(0, span.start)) || discountAfter.test(source.slice(span.end));
  return isBeside ? [sum] : [];
}

/** "€3 each", "€5 per vessel": a sum that is said of one of the goods, not of all of a line together. */
export function isSumOfOne(text: string, goods: Option): boolean {
  const found = sumOfOne.exec(text)?.[0];
  if (found !== undefined) return !ofWhole.test(found);
  const name = sumOfGoods.exec(text)?.[1];
  return name !== undefined && byGoods(undefined, name, [goods]) !== undefined;
}

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
  // The price that is known to be expected stays first; else the one of the unit is what was billed.
  const [expected] = said.amounts;
  const isExpected = (value: string): boolean => expected !== undefined && new Big(value).eq(expected.value);
  const inOrder = numbers.some(isExpected)
    ? [...numbers.filter(isExpected), ...numbers.filter((value) => !isExpected(value))]
    : numbers.toReversed();
  return { ...rest, amounts: inOrder.map((value) => ({ value })) };
}
