import { afterYes, readsAsYes } from '../reading.ts';
import { hasValue, type Slots } from '../values/slots.ts';
import { anyOf, startsWith } from '../words/words.ts';
import { isTask, type Moment } from './moment.ts';
import { between, type Guess, isQuestion, type Rule, readable, sureAlone } from './rule.ts';
import {
  claimOrCase,
  countsNothing,
  howIsTheCase,
  listRather,
  namesCase,
  standsForItself,
} from './which-record.ts';

const no = startsWith('answers', 'no');
const stop = startsWith('answers', 'stop');
const drops = anyOf('answers', 'stop');
/** Below this a reading is little more than a guess. */
const weak = 0.5;
const leastComplaint = 0.3;
/** Two readings nearer to each other than this are a tie, or nearly one. */
const tie = { even: 0.05, near: 0.2 };

const remark = /^(?:complaint|bot\.about|human)$/;
const smallTalk = /^(?:thanks|bye|greet)$/;
/** What needs no more than to be heard; to an open question some of it is an answer. */
const saidOnly = /^(?:thanks|bye|greet|complaint|affirm|deny)$/;
/** "This is a joke", asked how many are missing: a remark answers nothing. */
const remarks: Rule = ({ intent, score }, slots, { context, text, prediction, alone }) => {
  if (!(context.asked || context.pending) || context.asked === 'note' || hasValue(slots)) return undefined;
  if (intent === 'inform') {
    const bare = alone(text);
    return remark.test(bare.label) && bare.score >= sureAlone
      ? { intent: bare.label, score: bare.score }
      : undefined;
  }
  const complaint = prediction.scoreOf('complaint');
  return intent === context.pending && score < weak && complaint >= leastComplaint
    ? { intent: 'complaint', score: complaint }
    : undefined;
};

/** A number at what is read back, without a yes, is another number than the one that was read. */
const changesWhatIsRead: Rule = ({ intent, score }, slots, { context, text }) =>
  (intent === 'inform' || (intent === 'affirm' && afterYes(text) === undefined)) &&
  context.asked === 'confirmation' &&
  namesQuantity(slots)
    ? { intent: 'correct', score }
    : undefined;

export const namesQuantity = ({ claimed, delivered, quantity, amounts }: Slots): boolean =>
  [claimed, delivered, quantity].some((value) => value !== undefined) || amounts.length > 0;

/** "Wait, what's on that one?", "is the surcharge right?": neither a yes nor a no to what was read back. */
const asksBack: Rule = ({ intent, score }, slots, { context, text, alone }) => {
  if (context.asked !== 'confirmation' || !/^(?:affirm|deny)$/.test(intent)) return undefined;
  if (afterYes(text) !== undefined || no.test(text) || stop.test(text) || !isQuestion(text)) return undefined;
  if (slots.line !== undefined && slots.ordinal === undefined) return { intent: 'invoice.explain', score };
  const bare = alone(text);
  const [best] = readable.toSorted((a, b) => bare.scoreOf(b) - bare.scoreOf(a));
  return best && bare.scoreOf(best) >= 0.1 ? { intent: best, score } : undefined;
};

/** "Let me ask my boss": no word of it is a no, so nothing is dropped. */
const hesitates: Rule = ({ intent, score }, _slots, { context, text }) =>
  /^(?:deny|cancel)$/.test(intent) &&
  score < sureAlone &&
  context.asked === 'confirmation' &&
  !no.test(text) &&
  !drops.test(text)
    ? { intent: 'hesitate', score }
    : undefined;

/** A plain yes to no question is no wish to be asked more. */
const plainYes: Rule = ({ intent, score }, _slots, { context, text }) =>
  intent === 'clarify' && !context.asked && readsAsYes(text) ? { intent: 'affirm', score } : undefined;

/** "And the gloves case?": unclear here, clear in itself. */
const clearInItself: Rule = ({ intent, score }, _slots, { context, text, words: count, alone }) => {
  if (intent !== 'clarify' || context.asked || count < 3) return undefined;
  const bare = alone(text);
  return isTask(bare.label) && bare.label !== 'clarify' && bare.score >= sureAlone
    ? { intent: bare.label, score: between(score, bare.score) }
    : undefined;
};

/** Of two readings about as likely here, the one that the words alone speak for. */
const tied: Rule = ({ intent, score }, _slots, { prediction, text, alone }) => {
  const { second } = prediction;
  const lead = score - second.score;
  if (intent !== prediction.label || score >= weak || lead >= tie.near) return undefined;
  if (!isTask(intent) || !isTask(second.label)) return undefined;
  const bare = alone(text);
  const isLikelier = bare.label === second.label && (lead < tie.even || bare.score >= sureAlone);
  return isLikelier ? { intent: second.label, score: between(score, bare.score) } : undefined;
};

/** What tells of a problem and asks nothing is a claim, no question about the rules. */
const tellsOfProblem: Rule = ({ intent, score }, _slots, { text, reading, prediction }) =>
  intent === 'policy.ask' &&
  score < weak &&
  reading.toldReason !== undefined &&
  prediction.second.label === 'dispute.open' &&
  !isQuestion(text)
    ? { intent: 'dispute.open', score: prediction.second.score + score }
    : undefined;

/** Hardly a thank-you or a complaint: nobody knows most of the words. */
const notUnderstood: Rule = ({ intent, score }, _slots, { prediction, context }) =>
  (context.asked ? smallTalk : saidOnly).test(intent) && score < 0.3 && prediction.known < 0.5
    ? { intent: 'oos', score }
    : undefined;

const rules: readonly Rule[] = [
  listRather,
  claimOrCase,
  remarks,
  changesWhatIsRead,
  asksBack,
  hesitates,
  standsForItself,
  plainYes,
  clearInItself,
  tied,
  countsNothing,
  namesCase,
  howIsTheCase,
  tellsOfProblem,
  notUnderstood,
];

/** What the first rule says that knows better than the classifier's guess. */
export function whereItStands(guess: Guess, slots: Slots, moment: Moment): Guess | undefined {
  for (const rule of rules) {
    const better = rule(guess, slots, moment);
    if (better) return better;
  }
  return undefined;
}
