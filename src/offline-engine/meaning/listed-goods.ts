import { placedParts } from '../text/clauses.ts';
import type { Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, dateWords } from '../words/words.ts';
import type { Act } from './context.ts';
import { act, type Moment } from './moment.ts';
import { byGoods } from './options.ts';

/** What can be said of several goods with a number each. */
const counted = /^(?:quantity_short|damaged|returned|wrong_item|not_delivered|not_ordered)$/;
const most = { goods: 6, words: 25 };
/** "3 of the gauges": so many words may stand between a number and its goods. */
const mostBetween = 3;
const joint = pattern(
  `[,;&+]|(?<![\\p{L}\\p{N}])(?:${[
    alternatives('cues', 'and'),
    dateWords('and'),
    alternatives('requests', 'linking'),
    alternatives('cues', 'the'),
  ].join('|')})(?![\\p{L}\\p{N}])`,
);

type Listed = { readonly product: string; readonly claimed: string; readonly line?: number };

/** "2 pumps and 3 gauges are damaged": one reason, said of several goods with a number each, is a claim for each of them. */
export function disputesOfGoods(moment: Moment, text: string): Act[] {
  if (text.split(/\s+/).length > most.words) return [];
  const whole = moment.slotsFor('dispute.open', text);
  const { reason, delivered, billed, claimed, loose, quantity, product, line, ...said } = whole;
  if (reason === undefined || !counted.test(reason) || delivered !== undefined || billed !== undefined)
    return [];
  const joined = goodsOfNoNumber(moment, text, whole);
  if (joined.length > 1) return joined;
  const parts = placedParts(text).map(({ part }) => ({
    told: moment.read(part).toldReason,
    listed: listedIn(moment.read(part).source, namedIn(moment, part)),
  }));
  if (new Set(parts.flatMap(({ told }) => told ?? [])).size > 1) return [];
  const listed = parts.flatMap((part) => part.listed ?? []).slice(0, most.goods);
  const isOfReason = (word: string): boolean => moment.read(word).toldReason === reason;
  if (!areJoined(moment.read(text).source, listed, isOfReason)) return [];
  const names = new Set(listed.map((one) => one.product.toLowerCase()));
  if (listed.length < 2 || names.size < listed.length) return [];
  return listed.map((one) => act('dispute.open', { ...said, reason, ...one }, text, moment.prediction.score));
}

const article = pattern(`^(?:${alternatives('cues', 'the')})(?!\\p{L})`);
const mostOfName = 5;
/** What may stand before goods that are only named. */
const beside = pattern(
  `(?<![\\p{L}\\p{N}])(?:${[
    alternatives('cues', 'the'),
    dateWords('the'),
    alternatives('references', 'all'),
    alternatives('requests', 'linking'),
    alternatives('documents', 'invoice'),
    alternatives('documents', 'prefix'),
    dateWords('on'),
  ].join('|')})(?![\\p{L}])`,
);

/** "The pumps and the gauges never arrived": goods that are joined with no number of any, where each is a line of its own or has its article. */
function goodsOfNoNumber(moment: Moment, text: string, { claimed, quantity, loose, ...whole }: Slots): Act[] {
  const isCounted = [claimed, quantity, loose].some((value) => value !== undefined);
  const parts = isCounted ? [] : placedParts(text).map(({ part }) => part);
  const last = parts.at(-1);
  const areNames = parts.every(
    (part) =>
      part === last ||
      (part.split(/\s+/).length <= mostOfName &&
        moment.read(part).toldReason === undefined &&
        isOnlyGoods(part, moment.slotsFor('dispute.open', part).product)),
  );
  if (last === undefined || parts.length < 2 || parts.length > most.goods || !areNames) return [];
  const products = parts.flatMap((part) => moment.slotsFor('dispute.open', part).product ?? []);
  const lines = new Set(products.map((name) => byGoods(name, '', moment.context.lines)?.id));
  const areLines = lines.size === products.length && !lines.has(undefined);
  const isEach = areLines || (moment.context.lines.length === 0 && parts.every((part) => article.test(part)));
  if (products.length < parts.length || new Set(products).size < products.length || !isEach) return [];
  const { line, product, ...said } = whole;
  return products.map((name) =>
    act('dispute.open', { ...said, product: name }, text, moment.prediction.score),
  );
}

/** "The pumps", "on INV-1003 the pumps", and not "the pumps arrived", "we got the pumps". */
function isOnlyGoods(part: string, product: string | undefined): boolean {
  const at = product === undefined ? -1 : part.indexOf(product);
  if (product === undefined || at < 0) return false;
  const [before, after] = [part.slice(0, at), part.slice(at + product.length)];
  return !/\s\p{L}/u.test(after) && !/\p{L}/u.test(before.replace(beside, ' '));
}

/** Whether the goods are named one right after the other, with nothing between them but words that join, or that tell the same reason. */
function areJoined(
  source: string,
  listed: readonly Listed[],
  isOfReason: (word: string) => boolean,
): boolean {
  let end = 0;
  return listed.every(({ product, claimed }, at) => {
    const start = source.indexOf(` ${claimed} `, Math.max(0, end - 1));
    const between = withoutJoints(source.slice(end, start + 1).replace(/^\p{L}+/u, ''));
    end = source.indexOf(product, start) + product.length;
    return start >= 0 && (at === 0 || (between.split(/\s+/).length < 2 && (!between || isOfReason(between))));
  });
}

const withoutJoints = (text: string): string => text.replace(joint, ' ').trim();

/** The values of a part; goods that nothing but a number stands before are named, though they are no sentence. */
function namedIn(moment: Moment, part: string): Slots {
  const slots = moment.slotsFor('dispute.open', part);
  const { product } = moment.read(part).slots;
  return slots.product === undefined && product !== undefined ? { ...slots, product } : slots;
}

/** The number and, close behind it, the goods of a part that has one of each; its number words are digits. */
function listedIn(
  part: string,
  { product, claimed, delivered, billed, line, quantity = claimed }: Slots,
): Listed | undefined {
  const isOther = delivered !== undefined || billed !== undefined;
  if (product === undefined || quantity === undefined || isOther) return undefined;
  const before = part
    .slice(0, Math.max(0, part.indexOf(product)))
    .trim()
    .split(/\s+/);
  return before.slice(-mostBetween).includes(quantity)
    ? { product, claimed: quantity, ...(line === undefined ? {} : { line }) }
    : undefined;
}
