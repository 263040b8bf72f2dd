import { classify, classifyDispute, type KindRead } from '../intent/classifier.ts';
import type { Prediction } from '../intent/linear-model.ts';
import { storedWeights } from '../intent/stored-weights.ts';
import { detectLanguage } from '../text/language.ts';
import { ownWords } from '../text/own-words.ts';
import { remembered } from '../text/remembered.ts';
import { type Spelling, spellingOf } from '../text/spelling.ts';
import { sameDocument } from '../values/documents.ts';
import { priceExpected } from '../values/expected-price.ts';
import { learntValues, nameGoods } from '../values/learnt-values.ts';
import { type ReadingOptions, readValues, type ValueReading } from '../values/read-values.ts';
import type { Slots } from '../values/slots.ts';
import type { Act, Context, Interpretation } from './context.ts';
import { withoutDenied, withoutDeniedReason, withoutWhatIsFine } from './denied.ts';
import {
  asCorrected,
  cameOfAll,
  claimedOfAll,
  countedGoods,
  discountIn,
  noneOfAll,
  priceOfOne,
} from './of-the-numbers.ts';
import { resolveReferences } from './references.ts';

/** Intents that may tell what is wrong, and what is not. */
const tellsReasons = /^(?:dispute\.open|inform|correct)$/;
/** Intents whose numbers count goods rather than name a sum. */
const countsGoods = /^(?:dispute\.open|rep\.(?:credit|reorder))$/;
/** What a rep says of a credit, a new delivery or a rejection that waits is no kind of dispute. */
const ofRep = /^rep\./;
/** Intents whose dates lie ahead. */
const looksAhead = /^(?:due\.extend|billing\.suspend|invoice\.due)$/;
export const isTask = (intent: string): boolean =>
  /^(?:invoice\.|balance|statement|payment\.|policy\.|due\.|billing\.|dispute\.|case\.|human|rep\.|clarify)/.test(
    intent,
  );

let spelling: Spelling | undefined;

/** A message where it stands, read once for all the readers that follow. */
export type Moment = {
  readonly raw: string;
  readonly text: string;
  readonly words: number;
  readonly context: Context;
  readonly reading: ValueReading;
  readonly prediction: Prediction;
  /** A request other than the one that waits, recognised with some certainty. */
  readonly strongOther: boolean;
  readonly language: string;
  readonly negative: boolean;
  readonly classified: (text: string) => Prediction;
  /** What a part of the message asks for when it stands for itself. */
  readonly alone: (text: string) => Prediction;
  readonly read: (text: string) => ValueReading;
  /** The values of a text with references resolved, dates read as the intent needs them. */
  readonly slotsFor: (intent: string, text: string) => Slots;
};

export function momentOf(message: string, context: Context): Moment {
  const raw = ownWords(message);
  spelling ??= spellingOf(storedWeights().lexicon);
  const language = detectLanguage(raw, context.language);
  const text = spelling(raw, language).trim();
  const options: ReadingOptions = {
    language,
    today: context.today,
    dayFirst: context.dayFirst,
    ...(context.numberFormats ? { numberFormats: context.numberFormats } : {}),
  };
  const read = remembered((part: string): ValueReading => readValues(part, options));
  const readAhead = remembered(
    (part: string): ValueReading => readValues(part, { ...options, prefer: 'future' }),
  );
  const reading = read(text);
  const { vectorOf } = context;
  const classified = remembered(
    (part: string): Prediction => classify(read(part), context, vectorOf?.(part === text ? message : part)),
  );
  const prediction = classified(text);
  const { pending } = context;
  const reasonOf = (intent: string, part: string, read: ValueReading, slots: Slots): KindRead | undefined => {
    const tellsReason =
      intent === 'dispute.open' ||
      (/^(?:inform|correct)$/.test(intent) &&
        !ofRep.test(pending ?? '') &&
        (read.toldReason !== undefined || context.asked === 'reason'));
    // "7 are here", asked how many, says how many, and not what is wrong.
    const isOfNumber = intent === 'inform' && /^(?:quantity|case|date)$/.test(context.asked ?? '');
    if (!tellsReason || isOfNumber) return undefined;
    return classifyDispute(read, vectorOf?.(part === text ? message : part), slots);
  };
  const isShouted = raw === raw.toUpperCase() && raw.replace(/[^A-Z]/g, '').length > 12;
  const slotsOf = remembered((intent: string, part: string): Slots => {
    const ahead = looksAhead.test(intent) || (intent === 'inform' && looksAhead.test(pending ?? ''));
    const said = tellsReasons.test(intent)
      ? withoutDeniedReason(withoutWhatIsFine(part), (words) => read(words).toldReason)
      : part;
    const known = ahead ? readAhead(said) : read(said);
    const slots = learntValues(known, { ...context, intent });
    // Names of goods are in no word list: respelt they would be other goods.
    if (part === text && (ahead || raw !== text)) nameGoods(slots, read(raw), { ...context, intent });
    const kind = reasonOf(intent, part, known, slots);
    const reason = kind?.type;
    if (reason) slots.reason = reason;
    else delete slots.reason;
    if (kind?.isGuess) slots.isReasonGuessed = true;
    if (reason === 'wrong_price') slots.amounts = priceExpected(slots, known);
    if (reason === 'discount' && slots.amounts.length === 0) slots.amounts = discountIn(known);
    if (slots.invoices.length > 1) slots.invoices = withoutDenied(slots.invoices, part);
    // "It's 30456, not 30455": the number that stood is not the new one.
    if (intent === 'correct' && slots.invoices.length > 1)
      slots.invoices = slots.invoices.filter(
        (number) => !context.invoice || !sameDocument(number, context.invoice),
      );
    const counted = countsGoods.test(intent) ? countedGoods(slots, known) : slots;
    const told = tellsReasons.test(intent)
      ? noneOfAll(cameOfAll(priceOfOne(counted, known), known), known)
      : counted;
    const claimed = part === text ? claimedOfAll(told) : told;
    return asCorrected(resolveReferences(claimed, context, part), intent, context);
  });
  return {
    raw,
    text,
    words: text.split(/\s+/).length,
    context,
    reading,
    prediction,
    strongOther: isTask(prediction.label) && prediction.label !== pending && prediction.score >= 0.6,
    language,
    negative: prediction.scoreOf('complaint') > 0.35 || /!{2,}|\?{3,}/.test(raw) || isShouted,
    classified,
    alone: remembered((part: string) => classify(read(part), { side: context.side })),
    read,
    slotsFor: (intent, part) => ({ ...slotsOf(intent, part) }),
  };
}

export const act = (intent: string, slots: Slots, text: string, score = 1): Act => ({
  intent,
  slots,
  text,
  score,
  known: 1,
});

export const understood = (moment: Moment, acts: readonly Act[]): Interpretation => ({
  acts,
  text: moment.text,
  written: moment.raw,
  language: moment.language,
  negative: moment.negative,
});

/** A reader of one kind of message; undefined when the message is of another kind. */
export type Reader = (moment: Moment) => Interpretation | undefined;

/** A message that is one request and nothing else. */
export const meant = (
  moment: Moment,
  intent: string,
  slots: Slots = moment.slotsFor(intent, moment.text),
): Interpretation => understood(moment, [act(intent, slots, moment.text)]);
