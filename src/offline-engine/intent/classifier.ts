import type { ValueReading } from '../values/read-values.ts';
import type { Slots } from '../values/slots.ts';
import { type DisputeType, disputeTypes } from '../words/word-file.ts';
import { anyOf } from '../words/words.ts';
import { featuresOf } from './features.ts';
import { type Prediction, ranked, scoresOf, vectorOf } from './linear-model.ts';
import { marksOf } from './marks.ts';
import { meaningScores } from './meaning-model.ts';
import { type Place, placeMarks } from './place.ts';
import { storedWeights } from './stored-weights.ts';

export type { Side } from './place.ts';

/**
 * What a message asks for, by its words and, where its sentence vector is known, by its meaning too (a weighted geometric mean of both).
 * A customer never has an intent of reps.
 */
export function classify(reading: ValueReading, place: Place, vector?: Float32Array): Prediction {
  const { intents, meanings, otherMeanings } = storedWeights();
  const marks = placeMarks(place);
  const words = vectorOf(
    featuresOf(reading.tagged, intents.options, [...marksOf(reading), ...marks]),
    intents,
  );
  const scores = scoresOf(intents, words);
  if (vector) {
    const isEnglish = reading.language === 'en';
    mix(
      scores,
      meaningScores(isEnglish ? meanings : otherMeanings, vector, marks),
      shareOfMeaning(isEnglish),
    );
  }
  if (place.side === 'customer')
    for (const [at, label] of intents.labels.entries()) if (label.startsWith('rep.')) scores[at] = 0;
  normalise(scores);
  return ranked(intents.labels, scores, words.known);
}

/** Reasons whose words hardly ever mean another one, unless the whole says so this surely. */
const precise: ReadonlySet<DisputeType> = new Set([
  'returned',
  'duplicate',
  'damaged',
  'freight',
  'discount',
]);
const only = anyOf('cues', 'only');
const sureOfOther = 0.7;
/** From here on the whole knows better than numbers do. Calibrated by cross validation over authors, like the others. */
const sure = { otherKind: 0.4, nothingCame: 0.6, otherThanSaid: 0.5 };
/** Without a word of reason the kind must be at least this sure. */
const leastSure = 0.25;
/** Without a word of reason a kind that is less sure than this is right in three of five messages only: one asks. */
const leastToTake = 0.5;
/** What a message is labelled that disputes something without saying why. */
export const noDispute = 'none' as const;

/** A kind of dispute; a guess is what no word tells and the whole does not say surely. */
export type KindRead = { readonly type: DisputeType; readonly isGuess: boolean };

/** The kind of dispute a message tells of, its quantities as they were understood; undefined when it does not say. */
export function classifyDispute(
  reading: ValueReading,
  vector?: Float32Array,
  slots: Slots = reading.slots,
): KindRead | undefined {
  const { disputes, disputeMeanings, otherDisputeMeanings } = storedWeights();
  const words = vectorOf(featuresOf(reading.tagged, disputes.options, marksOf(reading)), disputes);
  const scores = scoresOf(disputes, words);
  if (vector) {
    const isEnglish = reading.language === 'en';
    const meant = meaningScores(isEnglish ? disputeMeanings : otherDisputeMeanings, vector, []);
    mix(scores, meant, shareOfMeaning(isEnglish));
  }
  normalise(scores);
  const { label, score } = ranked(disputes.labels, scores, words.known);
  const known = toldKind(reading, slots, { label, score });
  if (known) return { type: known, isGuess: false };
  const told = reading.slots.reason;
  const isBare = told === undefined && (score < leastSure || reading.content.length < 2);
  const type = label === noDispute || isBare ? undefined : disputeTypes.find((type) => type === label);
  return type && { type, isGuess: told === undefined && score < leastToTake };
}

/** The kind where words and numbers tell it better than the whole does. */
function toldKind(
  reading: ValueReading,
  slots: Slots,
  { label, score }: { readonly label: string; readonly score: number },
): DisputeType | undefined {
  const told = disputeTypes.find((type) => type === reading.slots.reason);
  if (told && told !== label && score < (precise.has(told) ? sureOfOther : sure.otherThanSaid)) return told;
  // "Should be 12.45 each": a sum of money where no number of goods is named is a price.
  const numbers = [slots.claimed, slots.delivered, slots.billed, slots.quantity];
  const isPrice = slots.amounts.length > 0 && numbers.every((number) => number === undefined);
  if (!told && isPrice && label === 'quantity_short') return 'wrong_price';
  if (Number(slots.delivered) === 0 && (!told || told === 'not_delivered')) return 'not_delivered';
  const { delivered, billed } = slots;
  // "Not everything came" is a quantity, unless the rest says otherwise: "3 of the 9 are torn".
  if (told === 'quantity_short' && score < (label === 'not_delivered' ? sure.nothingCame : sure.otherKind))
    return told;
  const saysLittle = score < sure.otherKind || reading.content.length < 3 || only.test(reading.source);
  // "Ordered 10, got 10 others": as many as were billed are not too few.
  const areTooFew = billed === undefined ? saysLittle : Number(delivered) < Number(billed);
  if (!told && delivered !== undefined && areTooFew) return 'quantity_short';
  return undefined;
}

/** How much the meaning weighs beside the words: sentence vectors know English best. Calibrated by cross validation over authors. */
const shareOfMeaning = (isEnglish: boolean): number => (isEnglish ? 0.5 : 0.28);

function mix(scores: Float32Array, others: Float32Array, share: number): void {
  for (const [at, score] of scores.entries()) scores[at] = score ** (1 - share) * (others[at] ?? 0) ** share;
}

function normalise(scores: Float32Array): void {
  const sum = scores.reduce((total, score) => total + score, 0) || 1;
  for (const [at, score] of scores.entries()) scores[at] = score / sum;
}
