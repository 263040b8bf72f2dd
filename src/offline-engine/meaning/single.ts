import Big from 'big.js';
import { subtractQuantity } from '#domain/quantity.ts';
import { isOurTopic } from '../text/own-topics.ts';
import { hasValue, type Slots } from '../values/slots.ts';
import { anyOf } from '../words/words.ts';
import type { Act, Interpretation } from './context.ts';
import { afterCorrecting, correctedSlots } from './correction.ts';
import { isTask, type Moment, understood } from './moment.ts';
import { asCorrected } from './of-the-numbers.ts';
import { oursAfterAll } from './ours-after-all.ts';
import { reconsidered } from './reconsidered.ts';
import { between, type Guess } from './rule.ts';
import { requestsIn } from './several.ts';
import { withShortNumber } from './short-number.ts';

/** Below these scores a reading becomes a choice of two, or "not ours"; calibrated by cross validation over authors. */
const least = { choice: 0.3, second: 0.2, any: 0.2, unknown: 0.4, foreign: 0.45, foreignToo: 0.15 };

/** A message that is one request, answer or remark; unsure readings become a choice or "not ours". */
export function readSingle(moment: Moment): Interpretation {
  const { text, prediction } = moment;
  const request = requestsIn(moment);
  const only = request.length === 1 ? request[0] : undefined;
  const first = only
    ? { intent: only.intent, score: sureOf(only, prediction) }
    : { intent: prediction.label, score: prediction.score };
  const guessed = moment.slotsFor(first.intent, text);
  const { intent, score } = reconsidered(first, guessed, moment);
  const isOther = isTask(intent) && intent !== first.intent;
  const told = asNumbersSay(slotsOf(intent, isOther, guessed, moment), moment);
  const said = asCorrected(withToldReason(told, moment), intent, moment.context);
  const read = intent === 'dispute.open' ? asOtherGoods(said, moment) : said;
  const slots = withShortNumber(read, intent, moment);
  const found: Act = { intent, slots, text, score, known: prediction.known, second: prediction.second.label };
  const notOurs = (): Interpretation =>
    understood(moment, [{ ...found, intent: oursAfterAll(found, moment)?.intent ?? 'oos' }]);
  if (!/\p{L}|\p{N}/u.test(text)) return notOurs();
  if (isTask(intent) && score < least.choice) {
    const { label, score: secondScore } = prediction.second;
    if (isTask(label) && label !== intent && secondScore > least.second)
      return { ...understood(moment, [{ ...found, intent: 'clarify' }]), choice: [intent, label] };
    // Who names an invoice wants something of it, whatever that may be.
    if (score < least.any)
      return slots.invoices.length > 0 ? understood(moment, [{ ...found, intent: 'clarify' }]) : notOurs();
  }
  if (isReply.test(intent) && score < least.choice && isNothingAsked(moment))
    return understood(moment, [{ ...found, intent: 'clarify' }]);
  if (isTask(intent) && score < least.unknown && !hasValue(slots) && prediction.known < 0.34)
    return notOurs();
  if (
    isTask(intent) &&
    moment.context.side === 'customer' &&
    score < least.foreign &&
    moment.prediction.scoreOf('oos') >= least.foreignToo &&
    isOutOfTheBlue(moment) &&
    !namesAnything(slots) &&
    moment.reading.toldReason === undefined &&
    !isOurTopic(text)
  )
    return notOurs();
  return understood(moment, [found]);
}

/** The values as the request needs them: of a correction those that did not stand before. */
function slotsOf(intent: string, isOther: boolean, guessed: Slots, moment: Moment): Slots {
  if (intent === 'correct' && moment.context.pending)
    return correctedSlots(moment, afterCorrecting(moment.text));
  return isOther ? moment.slotsFor(intent, moment.text) : guessed;
}

/** A part that asks for what the whole does makes it surer; where they differ both are as sure as their mean. */
const sureOf = (part: Guess, whole: { label: string; score: number }): number =>
  part.intent === whole.label ? Math.max(part.score, whole.score) : between(part.score, whole.score);

const only = anyOf('cues', 'only');
const notAll = anyOf('requests', 'not-all');

const instead = anyOf('requests', 'in-its-place');
const arrived = anyOf('cues', 'delivered');
const mayBeOther = /^(?:not_ordered|other)$/;

/** "We ordered rags but got towels instead": other goods came. */
function asOtherGoods(slots: Slots, { reading, text }: Moment): Slots {
  const areAsMany = slots.delivered !== undefined && slots.delivered === slots.billed;
  const isUntold =
    slots.reason === undefined || slots.isReasonGuessed || areAsMany || mayBeOther.test(slots.reason);
  const isOther = slots.product !== undefined && instead.test(text) && arrived.test(text);
  if (!isUntold || reading.toldReason !== undefined || !isOther) return slots;
  const { isReasonGuessed, ...others } = slots;
  return { ...others, reason: 'wrong_item' };
}

/** "Ordered 24, only 20 came": what words say was billed is so where it is more than what came; "only 36 came" is a quantity where no word tells of anything else. */
function asNumbersSay(read: Slots, { reading, text }: Moment): Slots {
  const slots = withBilled(read, reading.slots);
  if (slots.reason === 'not_delivered' && reading.toldReason === 'quantity_short' && notAll.test(text))
    return { ...slots, reason: 'quantity_short' };
  const isToldOtherwise = reading.toldReason !== undefined && reading.toldReason !== 'quantity_short';
  return slots.reason !== undefined && slots.delivered !== undefined && !isToldOtherwise && only.test(text)
    ? { ...slots, reason: 'quantity_short' }
    : slots;
}

function withBilled(slots: Slots, { billed, delivered }: Slots): Slots {
  const isTold =
    billed !== undefined &&
    delivered !== undefined &&
    slots.delivered === delivered &&
    slots.billed === undefined &&
    new Big(billed).gt(delivered) &&
    (slots.claimed === undefined || new Big(slots.claimed).eq(new Big(billed).minus(delivered)));
  return isTold ? { ...slots, billed, claimed: subtractQuantity(billed, delivered) } : slots;
}

const mostVague = { words: 6, content: 2 };

/** "Something is wrong with 30120" does not say what: with no word and no number of a reason there is none yet. */
function withToldReason(slots: Slots, { reading, words }: Moment): Slots {
  const isTold =
    reading.toldReason !== undefined ||
    [slots.claimed, slots.delivered, slots.billed, slots.quantity, slots.product].some(Boolean) ||
    slots.amounts.length > 0;
  const isVague = words <= mostVague.words && reading.content.length <= mostVague.content;
  if (isTold || !isVague) return slots;
  const { reason, ...others } = slots;
  return others;
}

/** A yes, a no or a stop where nothing is asked and nothing waits is hardly one. */
const isReply = /^(?:affirm|deny|cancel)$/;
const isNothingAsked = ({ context }: Moment): boolean => !context.asked && !context.pending;

const isOutOfTheBlue = ({ context }: Moment): boolean =>
  !context.pending && !context.asked && context.listed.length === 0 && !context.invoice && !context.case;

const namesAnything = (slots: Slots): boolean =>
  slots.invoices.length + slots.cases.length + slots.orders.length + slots.amounts.length > 0;
