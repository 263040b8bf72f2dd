import { asksForPerson } from '../reading.ts';
import { clausesOf } from '../text/clauses.ts';
import { isOurTopic } from '../text/own-topics.ts';
import { hasValue, type Slots } from '../values/slots.ts';
import { anyOf, startsWith } from '../words/words.ts';
import type { Act, Interpretation } from './context.ts';
import { isTask, type Moment, understood } from './moment.ts';
import { requestsIn } from './several.ts';

const social = /^(?:greet|thanks|bye|bot\.about)$/;
const no = startsWith('answers', 'no');
const stock = anyOf('requests', 'stock');
const evidence = anyOf('requests', 'evidence');

/** Below these scores a reading becomes a choice of two, or "not ours"; calibrated by cross validation over authors. */
const least = { choice: 0.3, second: 0.2, any: 0.2, unknown: 0.4, foreign: 0.45 };

/** A message that is one request, answer or remark; unsure readings become a choice or "not ours". */
export function readSingle(moment: Moment): Interpretation {
  const { text, prediction } = moment;
  const request = requestsIn(moment);
  const only = request.length === 1 ? request[0] : undefined;
  const first = only
    ? { intent: only.intent, score: Math.max(prediction.score, only.score) }
    : { intent: prediction.label, score: prediction.score };
  const guessed = moment.slotsFor(first.intent, text);
  const { intent, score } = reconsidered(first, guessed, moment);
  const isOther = isTask(intent) && intent !== first.intent;
  const slots = asNumbersSay(isOther ? moment.slotsFor(intent, text) : guessed, moment);
  const found: Act = { intent, slots, text, score, known: prediction.known, second: prediction.second.label };
  const notOurs = (): Interpretation => understood(moment, [{ ...found, intent: 'oos' }]);
  if (!/\p{L}|\p{N}/u.test(text)) return notOurs();
  if (isTask(intent) && score < least.choice) {
    const { label, score: secondScore } = prediction.second;
    if (isTask(label) && label !== intent && secondScore > least.second)
      return { ...understood(moment, [{ ...found, intent: 'clarify' }]), choice: [intent, label] };
    if (score < least.any) return notOurs();
  }
  if (isTask(intent) && score < least.unknown && !hasValue(slots) && prediction.known < 0.34)
    return notOurs();
  if (
    isTask(intent) &&
    moment.context.side === 'customer' &&
    score < least.foreign &&
    isOutOfTheBlue(moment) &&
    !namesAnything(slots) &&
    !isOurTopic(text)
  )
    return notOurs();
  return understood(moment, [found]);
}

const only = anyOf('cues', 'only');

/** "Only 36 came" is a quantity where no word tells of anything else. */
function asNumbersSay(slots: Slots, { reading, text }: Moment): Slots {
  const isToldOtherwise = reading.toldReason !== undefined && reading.toldReason !== 'quantity_short';
  return slots.reason !== undefined && slots.delivered !== undefined && !isToldOtherwise && only.test(text)
    ? { ...slots, reason: 'quantity_short' }
    : slots;
}

const isOutOfTheBlue = ({ context }: Moment): boolean =>
  !context.pending && !context.asked && context.listed.length === 0 && !context.invoice && !context.case;

const namesAnything = (slots: Slots): boolean =>
  slots.invoices.length + slots.cases.length + slots.orders.length + slots.amounts.length > 0;

/** Nobody is handed over who did not ask for a person, unless it is this sure that they did. */
const surePerson = 0.75;
/** A question about rules is like what is not ours; from here on the rules are searched. */
const leastPolicy = 0.05;

/** "The invoice says 12, 10 came": with both numbers it hardly takes a word more to be a claim. */
const leastDispute = 0.1;

const leastAlone = 0.5;

type Guess = { readonly intent: string; readonly score: number };

/** The classifier's guess, where the context or the values know better. */
function reconsidered(guess: Guess, slots: Slots, moment: Moment): Guess {
  const { prediction, context, text, words } = moment;
  const { second } = prediction;
  const secondTask = (least: number): Guess | undefined =>
    isTask(second.label) && second.score > least ? { intent: second.label, score: second.score } : undefined;
  const { intent } = guess;
  if (intent === 'cancel' && context.asked === 'confirmation' && no.test(text))
    return { ...guess, intent: 'deny' };
  if (intent === 'oos' && context.side === 'rep' && context.case && stock.test(text))
    return { intent: 'rep.availability', score: guess.score };
  if (intent === 'oos' && prediction.scoreOf('policy.ask') > leastPolicy)
    return { intent: 'policy.ask', score: prediction.scoreOf('policy.ask') + guess.score };
  if (intent === 'human' && guess.score < surePerson && !asksForPerson(text)) {
    const task = secondTask(0.2);
    if (task) return { intent: task.intent, score: task.score + guess.score };
  }
  const differs = slots.billed !== undefined && slots.delivered !== undefined && slots.claimed !== undefined;
  if (/^invoice\./.test(intent) && differs && prediction.scoreOf('dispute.open') > leastDispute)
    return { intent: 'dispute.open', score: prediction.scoreOf('dispute.open') + guess.score };
  if (intent === 'dispute.open' && context.case && evidence.test(text))
    return { intent: 'case.add_info', score: guess.score };
  if (intent === 'complaint' && hasValue(slots)) {
    const task = secondTask(0.2);
    if (task) return { intent: task.intent, score: task.score + guess.score };
  }
  if (social.test(intent)) {
    const task = clausesOf(text)
      .map((part) => moment.classified(part))
      .find(({ label, score }) => isTask(label) && score > 0.5);
    if (task && clausesOf(text).length > 1) return { intent: task.label, score: task.score };
  }
  if (/^(?:affirm|inform)$/.test(intent) && !context.asked && !context.pending && words > 2) {
    // Nothing was asked: what reads like an answer is a request where it stands for itself.
    const alone = moment.alone(text);
    if (isTask(alone.label) && alone.label !== 'clarify' && alone.score >= leastAlone)
      return { intent: alone.label, score: alone.score };
  }
  if (intent === 'inform' && context.lines.length > 0 && isClaim(slots, words))
    return { intent: 'dispute.open', score: guess.score };
  if (
    intent === 'inform' &&
    context.lastIntent === 'payment.status' &&
    !context.asked &&
    (slots.amounts.length > 0 || slots.date)
  )
    return { intent: 'payment.status', score: guess.score };
  if (intent === 'inform' && !context.asked && !context.pending && context.listed.length === 0) {
    if (slots.invoices.length + slots.orders.length + slots.amounts.length > 0)
      return { intent: 'invoice.find', score: guess.score };
    if (slots.cases.length > 0) return { intent: 'case.status', score: guess.score };
    if (slots.reason || slots.claimed !== undefined || slots.delivered !== undefined)
      return { intent: 'dispute.open', score: guess.score };
    return secondTask(0.15) ?? guess;
  }
  const fresh = !context.lastIntent && !context.pending && !context.invoice && !context.asked;
  if (fresh && context.listed.length === 0 && /^(?:affirm|deny|correct)$/.test(intent)) {
    return secondTask(0.2) ?? (intent === 'correct' ? { intent: 'inform', score: guess.score } : guess);
  }
  return guess;
}

const isClaim = (slots: Slots, words: number): boolean =>
  slots.delivered !== undefined || slots.claimed !== undefined || (slots.reason !== undefined && words > 3);
