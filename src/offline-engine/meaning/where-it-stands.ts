import { afterYes, readsAsYes } from '../reading.ts';
import { hasValue, type Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf, startsWith } from '../words/words.ts';
import { isTask, type Moment } from './moment.ts';

export type Guess = { readonly intent: string; readonly score: number };
/** What the place of a message in its conversation tells of it; undefined when it tells nothing. */
type Rule = (guess: Guess, slots: Slots, moment: Moment) => Guess | undefined;

const no = startsWith('answers', 'no');
const stop = startsWith('answers', 'stop');
const drops = anyOf('answers', 'stop');
const caseWord = anyOf('documents', 'case');
const invoiceWord = anyOf('documents', 'invoice');
const words = `${alternatives('requests', 'opening')}|${alternatives('requests', 'next')}`;
const one = alternatives('answers', 'correcting');
const asking = pattern(`^(?:(?:${one})[\\s,.!-]+)*(?:${words})(?![\\p{L}\\p{N}])|\\?\\s*$`);

/** Whether a message asks something: by its first word, or by its mark. */
export const isQuestion = (text: string): boolean => asking.test(text.trim());

/** How sure a reading of the bare words must be to stand against the reading in its place. */
const sureAlone = 0.8;
/** Below this a reading is little more than a guess. */
const weak = 0.5;
const fairlySure = 0.75;
const leastClaim = 0.15;
const leastComplaint = 0.3;
/** Two readings nearer to each other than this are a tie, or nearly one. */
const tie = { even: 0.05, near: 0.2 };

/** Readings that differ are never so sure together that nobody need be asked. */
const mostOfTwo = 0.75;
/** Two readings that differ are as sure as their mean. */
export const between = (score: number, other: number): number => Math.min(mostOfTwo, (score + other) / 2);

const remark = /^(?:complaint|bot\.about|human)$/;
const smallTalk = /^(?:thanks|bye|greet)$/;
/** What needs no more than to be heard; to an open question some of it is an answer. */
const saidOnly = /^(?:thanks|bye|greet|complaint|affirm|deny)$/;
/** Reading requests: to answer one that was not meant does no harm. */
const readable = ['invoice.find', 'invoice.explain', 'payment.status', 'case.status', 'balance'] as const;

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

/** What names a document of its own stands for itself, whatever was talked of before. */
const standsForItself: Rule = ({ intent, score }, _slots, { context, reading, text, alone }) => {
  if (context.asked || context.pending || !isTask(intent) || score >= 0.7) return undefined;
  if (reading.slots.invoices.length + reading.slots.cases.length === 0) return undefined;
  const bare = alone(text);
  return isTask(bare.label) && bare.label !== intent && bare.score >= sureAlone
    ? { intent: bare.label, score: between(score, bare.score) }
    : undefined;
};

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

const leastStatus = 0.03;

/** "How's it looking", when a case was just opened or talked of. */
const howIsTheCase: Rule = ({ intent }, slots, { context, prediction, text, words: count }) => {
  const isOfCase = context.case !== undefined && /^(?:dispute\.open|case\.)/.test(context.lastIntent ?? '');
  if (
    !/^(?:inform|affirm|oos)$/.test(intent) ||
    afterYes(text) !== undefined ||
    !isOfCase ||
    context.asked ||
    context.pending ||
    hasValue(slots)
  )
    return undefined;
  const status = prediction.scoreOf('case.status');
  const others = ['dispute.open', ...readable].filter((label) => label !== 'case.status');
  return count > 2 && status >= leastStatus && others.every((label) => prediction.scoreOf(label) <= status)
    ? { intent: 'case.status', score: prediction.score }
    : undefined;
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

/** "Dispute 30120" wants a claim made; "and the gloves case?" asks for a case. */
const claimOrCase: Rule = ({ intent, score }, slots, { prediction, text, words: count }) => {
  if (score >= fairlySure || count > 5 || slots.cases.length > 0) return undefined;
  const names = slots.invoices.length > 0;
  const isClaim = prediction.scoreOf('dispute.open') >= leastClaim && !isQuestion(text);
  if (/^(?:case\.status|dispute\.open)$/.test(intent) && names && isClaim)
    return { intent: 'dispute.open', score };
  const isOfInvoice = /^invoice\./.test(intent) && !names;
  return isOfInvoice && caseWord.test(text) && prediction.scoreOf('case.status') >= leastStatus
    ? { intent: 'case.status', score }
    : undefined;
};

/** "Which bills are overdue?" wants the bills, not their sum. */
const listRather: Rule = ({ intent, score }, slots, { text }) =>
  intent === 'balance' && score < sureAlone && slots.filter !== undefined && invoiceWord.test(text)
    ? { intent: 'invoice.find', score }
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
