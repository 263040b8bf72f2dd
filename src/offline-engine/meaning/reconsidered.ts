import { asksForPerson, refusesPerson } from '../reading.ts';
import { clausesOf, partsOf } from '../text/clauses.ts';
import type { Slots } from '../values/slots.ts';
import { anyOf, startsWith } from '../words/words.ts';
import { isTask, type Moment } from './moment.ts';
import { ofOthers, oursAfterAll } from './ours-after-all.ts';
import { type Guess, isQuestion } from './rule.ts';
import { whereItStands } from './where-it-stands.ts';

const social = /^(?:greet|thanks|bye|bot\.about)$/;
const no = startsWith('answers', 'no');
const stock = anyOf('requests', 'stock');
const evidence = anyOf('requests', 'evidence');

/** Nobody is handed over who did not ask for a person, unless it is this sure that they did. */
export const surePerson = 0.75;
/** A question about rules is like what is not ours; from here on the rules are searched. */
const leastPolicy = 0.05;

/** "The invoice says 12, 10 came": with both numbers it hardly takes a word more to be a claim. */
const leastDispute = 0.1;

const leastTold = 0.2;
const leastAlone = 0.5;
/** "A disgrace, you never get it right" disputes nothing that could be looked at. */
const leastUpset = 0.4;
const namesAnything = ({ invoices, orders, amounts, line, claimed, delivered, quantity }: Slots): boolean =>
  invoices.length + orders.length + amounts.length > 0 ||
  [line, claimed, delivered, quantity].some((value) => value !== undefined);

/** The classifier's guess, where the context or the values know better. */
export function reconsidered(guess: Guess, slots: Slots, moment: Moment): Guess {
  const { prediction, context, text, words, reading } = moment;
  const upset = moment.prediction.second;
  if (
    guess.intent === 'dispute.open' &&
    upset.label === 'complaint' &&
    upset.score > leastUpset &&
    !namesAnything(slots)
  )
    return { intent: 'complaint', score: upset.score };
  const foreign = ofOthers(guess, slots, moment);
  if (foreign) return foreign;
  const better = whereItStands(guess, slots, moment);
  const isHasty = better?.intent === 'human' && better.score < surePerson && !asksForPerson(text);
  if (better && !isHasty) return better;
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
  if (intent === 'oos' && tellsOfGoods(moment))
    return { intent: 'dispute.open', score: prediction.scoreOf('dispute.open') + guess.score };
  const ours = intent === 'oos' ? oursAfterAll(guess, moment) : undefined;
  if (ours) return ours;
  const isRefused = refusesPerson(text);
  if (intent === 'human' && (isRefused || (guess.score < surePerson && !asksForPerson(text)))) {
    const task = isRefused ? withoutPerson(moment) : secondTask(0.2);
    if (task) return { intent: task.intent, score: task.score + guess.score };
  }
  const differs = slots.billed !== undefined && slots.delivered !== undefined && slots.claimed !== undefined;
  if (/^invoice\./.test(intent) && differs && prediction.scoreOf('dispute.open') > leastDispute)
    return { intent: 'dispute.open', score: prediction.scoreOf('dispute.open') + guess.score };
  const isUnsure = guess.score < leastAlone && prediction.scoreOf('dispute.open') > leastTold;
  if (/^invoice\./.test(intent) && isUnsure && reading.toldReason !== undefined && !isQuestion(text))
    return { intent: 'dispute.open', score: guess.score };
  if (intent === 'dispute.open' && context.case && evidence.test(text))
    return { intent: 'case.add_info', score: guess.score };
  if (intent === 'complaint' && (namesAnything(slots) || slots.cases.length > 0)) {
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
  if (intent === 'inform' && (context.lines.length > 0 || isAboutAnInvoice(moment)) && isClaim(slots, words))
    return { intent: 'dispute.open', score: guess.score };
  if (
    intent === 'inform' &&
    context.lastIntent === 'payment.status' &&
    !context.asked &&
    (slots.amounts.length > 0 || slots.date)
  )
    return { intent: 'payment.status', score: guess.score };
  if (intent === 'inform' && !context.asked && !context.pending && context.listed.length === 0) {
    if (reading.toldReason !== undefined && prediction.scoreOf('dispute.open') > leastTold)
      return { intent: 'dispute.open', score: guess.score };
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

const ofGoods = /^(?:damaged|wrong_item|returned|not_ordered)$/;

/** "What about the rags, they came soaked": what is wrong with goods that are named is a problem of ours. */
const tellsOfGoods = ({ text, context, reading, prediction, slotsFor }: Moment): boolean =>
  context.side === 'customer' &&
  ofGoods.test(reading.toldReason ?? '') &&
  prediction.scoreOf('dispute.open') >= leastDispute &&
  slotsFor('dispute.open', text).product !== undefined;

/** What a message asks for that wants no person for it. */
function withoutPerson({ text, alone }: Moment): Guess | undefined {
  const [best] = clausesOf(text)
    .flatMap((clause) => partsOf(clause))
    .map((part) => alone(part))
    .filter(({ label }) => isTask(label) && label !== 'human' && label !== 'clarify')
    .sort((one, other) => other.score - one.score);
  return best && { intent: best.label, score: best.score };
}

/** What is told of an invoice that was shown, when nothing was asked. */
const isAboutAnInvoice = ({ context, reading }: Moment): boolean =>
  context.invoice !== undefined && !context.asked && !context.pending && reading.toldReason !== undefined;

const isClaim = (slots: Slots, words: number): boolean =>
  slots.delivered !== undefined || slots.claimed !== undefined || (slots.reason !== undefined && words > 3);
