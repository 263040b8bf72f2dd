import { chanceOf } from '../intent/choice-model.ts';
import { plain } from '../intent/features.ts';
import { storedWeights } from '../intent/stored-weights.ts';
import { placedParts } from '../text/clauses.ts';
import { wordCount } from '../text/word-count.ts';
import type { Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf, wholeWords } from '../words/words.ts';
import type { Act } from './context.ts';
import { disputesOfGoods } from './listed-goods.ts';
import { act, type Moment, type Reader, understood } from './moment.ts';
import { withShortNumber } from './short-number.ts';

/** What one or several neighbouring parts of a message say is wrong. */
export type Claim = {
  readonly text: string;
  readonly at: number;
  readonly slots: Slots;
  readonly isTold: boolean;
};

const linking = wholeWords(`${alternatives('requests', 'linking')}|${alternatives('requests', 'joining')}`);
const mostDisputes = 4;

/** The problems a message, or some of its words, tells of: neighbouring parts that tell of the same one are together. */
export function claimsIn(moment: Moment, text = moment.text): Claim[] {
  const claims: Claim[] = [];
  let line: Placed | undefined;
  for (const said of placedParts(text)
    .flatMap(atLines)
    .flatMap((one) => atNumbers(one, moment))) {
    if (onlyLine.test(said.part)) {
      line = said;
      continue;
    }
    const isTold = moment.read(said.part).slots.reason !== undefined;
    if (!tellsOfProblem(moment.slotsFor('dispute.open', said.part), isTold)) continue;
    // "Line 7, a pallet fee of £12": the line is of the problem that follows it.
    const { part, at } = line ? { part: `${line.part}, ${said.part}`, at: line.at } : said;
    line = undefined;
    const slots = moment.slotsFor('dispute.open', part);
    const before = claims.at(-1);
    if (before && (isSameProblem(before.slots, slots) || isItsNumber(before, slots, isTold)))
      claims[claims.length - 1] = {
        ...before,
        text: `${before.text}, ${part}`,
        slots: { ...slots, ...before.slots },
        isTold: before.isTold || isTold,
      };
    else claims.push({ text: part, at, slots, isTold });
  }
  return claims;
}

const lineNumber = pattern(
  `(?<![\\p{L}\\p{N}])(?:${alternatives('documents', 'line')})\\s*#?\\d{1,3}(?!\\d)`,
);

const onlyLine = pattern(`^\\W*(?:${alternatives('documents', 'line')})\\s*#?\\d{1,3}\\W*$`);

/** "Line 2 never came line 5 wrong size": a part for each line. */
function atLines({ part, at }: Placed): Placed[] {
  const starts = [
    0,
    ...lineNumber
      .matches(part)
      .slice(1)
      .map(({ index }) => index),
  ];
  return starts.map((from, index) => ({ part: part.slice(from, starts[index + 1]).trim(), at: at + from }));
}

const ofRecord = (['line', 'invoice', 'case', 'order', 'before-number', 'number-word'] as const)
  .map((name) => alternatives('documents', name))
  .join('|');
const numberStart = pattern(
  `(?<!(?<!\\p{L})(?:${ofRecord})\\s?)(?<![\\p{L}\\p{N}.,/#-])\\d{1,4}(?![\\p{L}\\p{N}/-]|[.,]\\d)`,
);

/** Of what no mark parts, so many numbers are tried; a text with more of them tells no list of problems. */
const mostCounted = 4;

/** "2 cracked 1 short": cut where a number begins and each side tells of a problem of its own. */
function atNumbers({ part, at }: Placed, { read }: Moment): Placed[] {
  const [, ...starts] = numberStart.matches(part).map(({ index }) => index);
  const cut = starts.slice(0, mostCounted).find((start) => {
    const [one, other] = [read(part.slice(0, start)).toldReason, read(part.slice(start)).toldReason];
    return one !== undefined && other !== undefined && one !== other;
  });
  return cut === undefined
    ? [{ part, at }]
    : [
        { part: part.slice(0, cut).trim(), at },
        { part: part.slice(cut).trim(), at: at + cut },
      ];
}

type Placed = { readonly part: string; readonly at: number };

const tellsOfProblem = (
  { claimed, delivered, reason, line, amounts, quantity, product }: Slots,
  isTold: boolean,
) =>
  isTold ||
  claimed !== undefined ||
  delivered !== undefined ||
  (reason !== undefined &&
    (line !== undefined || amounts.length > 0 || (quantity !== undefined && product !== undefined)));

/** "The film came torn. 3 rolls.": how many of what was told right before. */
const isItsNumber = (
  before: Claim,
  { claimed, reason, product }: { [Key in 'claimed' | 'reason' | 'product']?: Slots[Key] | undefined },
  isTold: boolean,
): boolean =>
  before.isTold &&
  before.slots.claimed === undefined &&
  before.slots.delivered === undefined &&
  !isTold &&
  claimed !== undefined &&
  reason === undefined &&
  product === undefined;

const isSameProblem = (one: Slots, other: Slots): boolean =>
  one.reason === other.reason &&
  !(one.line !== undefined && other.line !== undefined && one.line !== other.line) &&
  !(one.claimed !== undefined && other.claimed !== undefined && nameOf(one) !== nameOf(other));

const nameOf = ({ product = '' }: Slots): string => product.toLowerCase();

/** What tells whether two problems are two disputes or two words for one. */
export function featuresOfClaims(
  { context, words, text: whole }: Moment,
  claims: readonly Claim[],
  text = whole,
): string[] {
  const features = new Set<string>();
  const [first, second] = claims;
  const kinds = claims.map(({ slots }) => slots.reason ?? 'none');
  const names = claims.map(({ slots }) => nameOf(slots));
  const lines = claims.map(({ slots }) => slots.line);
  const count = (is: (claim: Claim) => boolean): number => claims.filter(is).length;
  features.add(`claims ${Math.min(4, claims.length)}`);
  features.add(`kinds ${kinds.slice(0, 2).join(' ')}`).add(`kinds ${new Set(kinds).size}`);
  for (const kind of new Set(kinds)) features.add(`kind ${kind}`);
  features.add(`told ${count(({ isTold }) => isTold)}/${claims.length}`);
  features.add(`told kinds ${first?.isTold} ${second?.isTold} ${new Set(kinds).size}`);
  features.add(`names ${new Set(names.filter(Boolean)).size}`).add(`named ${names.every(Boolean)}`);
  features.add(`lines ${new Set(lines.filter((line) => line !== undefined)).size}`);
  features.add(`quantities ${count(({ slots }) => slots.claimed !== undefined)}`);
  features.add(`amounts ${count(({ slots }) => slots.amounts.length > 0)}`);
  features.add(`side ${context.side}`).add(`asked ${context.asked ?? 'nothing'}`);
  features.add(`length ${Math.min(6, Math.floor(words / 8))}`);
  for (const claim of claims.slice(1)) {
    const before = text.slice(Math.max(0, claim.at - 14), claim.at);
    if (linking.test(before)) features.add('linked');
    if (/\n\s*\S{0,3}\s*$/.test(before)) features.add('new line');
    features.add(`seam ${plain(before).trim().split(/\s+/).at(-1)?.slice(-1) ?? ''}`);
    for (const word of plain(claim.text).split(/\s+/).slice(0, 3)) features.add(`begins ${word}`);
  }
  for (const word of plain(text).split(/\s+/).slice(0, 6)) features.add(`opens ${word}`);
  return [...features];
}

const leastSure = 0.5;
/** Two problems in words of their own, each with goods or a number of its own, are hardly one. */
const leastToldApart = 0.3;

/** Several things disputed in one message, each with its own line, quantity or reason. */
export const readSeveralDisputes: Reader = (moment) => {
  if (moment.prediction.label !== 'dispute.open') return undefined;
  const disputes = disputesIn(moment, moment.text);
  return disputes.length < 2 ? undefined : understood(moment, disputes);
};

/** The disputes that some words of a message open: one, or each of several with all that is said from its problem to the next. */
export function disputesIn(moment: Moment, text: string): Act[] {
  const { score } = moment.prediction;
  const listed = disputesOfGoods(moment, text);
  if (listed.length > 1) return listed;
  const whole = withShortNumber(moment.slotsFor('dispute.open', text), 'dispute.open', moment);
  const claims = severalClaims(moment, text);
  if (claims.length < 2) return [act('dispute.open', whole, text, score)];
  const told = [...new Set(claims.flatMap(({ isTold, slots }) => (isTold ? (slots.reason ?? []) : [])))];
  return claims.map(({ at, isTold }, index) => {
    const own = text.slice(index === 0 ? 0 : at, claims[index + 1]?.at).trim();
    const slots = moment.slotsFor('dispute.open', own);
    // "3 drums of oil and 2 boxes of rags are missing": the one reason that is told is of both.
    const [only, other] = !isTold && saysOnlyGoods(moment, own, slots) ? told : [];
    const { isReasonGuessed, ...known } = slots;
    const itself = only !== undefined && other === undefined ? { ...known, reason: only } : slots;
    return act('dispute.open', withDocumentsOf(itself, whole), own, score);
  });
}

/** A number of goods, and nothing of what is wrong with them. */
const saysOnlyGoods = (moment: Moment, text: string, { product = '' }: Slots): boolean => {
  const named = product.toLowerCase().split(/\s+/);
  return moment.read(text).content.every((word) => named.includes(word) || unit.test(word));
};
const unit = pattern(`^(?:${alternatives('cues', 'unit')})$`);

/** What is said once for the whole message names the invoice and the order of each of its disputes. */
const withDocumentsOf = (slots: Slots, { invoices, orders }: Slots): Slots => ({
  ...slots,
  invoices: slots.invoices.length > 0 ? slots.invoices : invoices,
  orders: slots.orders.length > 0 ? slots.orders : orders,
});

const but = anyOf('cues', 'but');
/** A part may begin with its "but". */
const longestBut = 8;

/** "You charged 42.50, but we agreed on 40": two prices of one thing. */
function isContrast(text: string, [first, second, third]: readonly Claim[]): boolean {
  if (!first || !second || third || second.slots.line !== undefined) return false;
  const between = text.slice(first.at + first.text.length, second.at + longestBut);
  return but.test(between) && first.slots.amounts.length > 0 && second.slots.amounts.length > 0;
}

function severalClaims(moment: Moment, text: string): Claim[] {
  const claims = claimsIn(moment, text).slice(0, mostDisputes);
  if (claims.length < 2 || isContrast(text, claims)) return [];
  const { disputesTold } = storedWeights();
  const own = claims.filter((claim) => namesItsOwn(claim, claims));
  if (own.length < 2) return [];
  const areToldApart =
    new Set(own.map(({ slots }) => slots.reason)).size > 1 && own.every(({ isTold }) => isTold);
  const least = areToldApart ? leastToldApart : leastSure;
  return chanceOf(disputesTold, featuresOfClaims(moment, claims, text)) >= least ? own : [];
}

/** Charges that are named by what is wrong with them. */
const namesCharge = /^(?:freight|tax|discount)$/;

const ofGoods = /^(?:quantity_short|not_delivered|damaged|wrong_item)$/;
const mostOfPrice = 6;

/** "3 gaskets missing, and the price is wrong too" */
const addsPrice = (claim: Claim, claims: readonly Claim[]): boolean => {
  const before = claims[claims.indexOf(claim) - 1];
  return (
    claim.slots.reason === 'wrong_price' &&
    wordCount(claim.text) <= mostOfPrice &&
    before?.isTold === true &&
    ofGoods.test(before.slots.reason ?? '')
  );
};

/** "…, and I'm out of patience": what names no goods, no line and no number of its own goes on about the problem before it. */
function namesItsOwn(claim: Claim, claims: readonly Claim[]): boolean {
  const { slots, isTold } = claim;
  const before = claims[claims.indexOf(claim) - 1];
  const { product, line, claimed, delivered, amounts, reason, isReasonGuessed } = slots;
  const sure = {
    ...slots,
    reason: isReasonGuessed ? undefined : reason,
    product: unit.test(product ?? '') ? undefined : product,
  };
  if (before && isItsNumber(before, sure, isTold)) return false;
  const isOfGoods = product !== undefined && !claims.some((other) => other !== claim && goesOn(claim, other));
  const isCounted = line !== undefined || claimed !== undefined || delivered !== undefined;
  const isNamed = namesCharge.test(slots.reason ?? '') || addsPrice(claim, claims);
  return isOfGoods || isCounted || amounts.length > 0 || (isTold && isNamed);
}

/** The same goods again, later in the message. */
const goesOn = (claim: Claim, before: Claim): boolean =>
  before.at < claim.at && nameOf(before.slots) === nameOf(claim.slots);
