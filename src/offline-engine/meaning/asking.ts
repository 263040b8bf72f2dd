import { afterYes } from '../reading.ts';
import { partsOf } from '../text/clauses.ts';
import { noSlots, type Slots } from '../values/slots.ts';
import { anyOf, isWholly, startsWith } from '../words/words.ts';
import type { Act } from './context.ts';
import { act, isTask, type Moment, type Reader, understood } from './moment.ts';
import { isQuestion } from './rule.ts';
import { requestsIn } from './several.ts';

const stop = anyOf('answers', 'stop');
const no = startsWith('answers', 'no');
const rule = anyOf('requests', 'asks-rule');
const toAdd = anyOf('requests', 'asks-to-add');
const toSend = anyOf('requests', 'asks-to-send');
const decision = anyOf('requests', 'asks-when');
const howLong = anyOf('requests', 'asks-how-long');
const due = anyOf('requests', 'asks-due');
const meanwhile = anyOf('requests', 'asks-meanwhile');
const creditNumber = /(?<!\p{L})CN[-\s]?\d{3,}/iu;
const creditNotes = anyOf('requests', 'lists-credit');
const credit = anyOf('requests', 'asks-credit');
const origin = anyOf('requests', 'asks-origin');
const disputed = anyOf('filters', 'disputed');
const caseWord = anyOf('documents', 'case');
const sum = anyOf('requests', 'asks-sum');
const lateFee = anyOf('requests', 'late-fee');
const arrears = anyOf('requests', 'in-arrears');
const openOnIt = anyOf('requests', 'open-on-it');
const whyNot = isWholly('requests', 'why-not');
const bareWhen = isWholly('requests', 'bare-when');

/** What is asked in a text, by the words of the lists, where the talk is of what it can be asked of. */
type Topic = (text: string, slots: Slots, moment: Moment) => string | undefined;

const ofCase = ({ cases }: Slots, { context }: Moment): boolean =>
  context.case !== undefined || cases.length > 0;

/** "When will you decide?": of a case, or, while there is none yet, of the rules. */
const whenDecided: Topic = (text, slots, moment) => {
  if (!decision.test(text) && !howLong.test(text)) return undefined;
  if (ofCase(slots, moment)) return 'case.when';
  if (moment.context.pending === 'dispute.open') return 'policy.ask';
  return decision.test(text) && caseWord.test(text) ? 'case.when' : undefined;
};

/** "When is it due?", "must I pay the rest meanwhile?" */
const whenDue: Topic = (text, slots, moment) => {
  const isKnown = moment.context.invoice !== undefined || slots.invoices.length > 0 || ofCase(slots, moment);
  // "Can I pay a month later?" asks for more time.
  const asksMore = slots.days !== undefined || slots.months !== undefined;
  return isKnown && !asksMore && (due.test(text) || meanwhile.test(text)) ? 'payment.due' : undefined;
};

/** "When?", right after it was told how an invoice or a case stands. */
const whenOfLast: Topic = (text, _slots, { context: { lastIntent = '', asked, invoice } }) => {
  if (!bareWhen.test(text) || (asked && asked !== 'more')) return undefined;
  if (/^(?:case\.|dispute)/.test(lastIntent)) return 'case.when';
  return invoice !== undefined && /^(?:payment|invoice)\./.test(lastIntent) ? 'payment.due' : undefined;
};

const aboutCredit: Topic = (text, _slots, { context }) =>
  creditNotes.test(text) ||
  creditNumber.test(text) ||
  credit.test(text) ||
  (/^(?:balance|payment\.credit)$/.test(context.lastIntent ?? '') && origin.test(text))
    ? 'payment.credit'
    : undefined;

/** "Why is 93.60 in dispute?" */
const whyDisputed: Topic = (text, { amounts, invoices }) =>
  disputed.test(text) && amounts.length > 0 && invoices.length === 0 && isQuestion(text)
    ? 'case.status'
    : undefined;

/** "And in total?", right after invoices were listed. */
const sumOfListed: Topic = (text, { invoices }, { context }) => {
  const isListed = context.asked === 'invoice' || /^invoice\.(?:find|sum)$/.test(context.lastIntent ?? '');
  const areInvoices = context.listed.length > 0 && context.listed.every(({ type }) => type === 'invoice');
  // "The total of those" means all of them.
  const isOfAll = invoices.length === 0 || invoices.length === context.listed.length;
  return isListed && areInvoices && isOfAll && sum.test(text) ? 'invoice.sum' : undefined;
};

/** "What is this late fee?", "is there a charge for paying late?" */
const aboutFee: Topic = (text) => (lateFee.test(text) && isQuestion(text) ? 'payment.fee' : undefined);

const evidence: Topic = (text) => (toSend.test(text) ? 'case.evidence' : undefined);

/** "Can I add something to it?": to a case, or to the one that is to be opened for what waits. */
const addition: Topic = (text, slots, moment) => {
  // "Exactly, and add that …" is a yes first.
  const isYes = moment.context.asked === 'confirmation' && afterYes(text) !== undefined;
  if (!toAdd.test(text) || isYes) return undefined;
  if (moment.context.pending === 'dispute.open' && slots.cases.length === 0) return 'case.evidence';
  return ofCase(slots, moment) ? 'case.add_info' : undefined;
};

/** "Why not?", of an invoice that was told to be unpaid. */
const whyUnpaid: Topic = (text, _slots, { context: { lastIntent, invoice } }) =>
  lastIntent === 'payment.status' && invoice !== undefined && whyNot.test(text) ? 'payment.due' : undefined;

const topics: readonly Topic[] = [
  whenOfLast,
  whyUnpaid,
  (text) => (arrears.test(text) ? 'balance' : undefined),
  (text, _slots, { context }) => (context.invoice && openOnIt.test(text) ? 'payment.due' : undefined),
  (text) => (rule.test(text) ? 'policy.ask' : undefined),
  evidence,
  addition,
  whenDecided,
  aboutCredit,
  whyDisputed,
  whenDue,
  sumOfListed,
  aboutFee,
];

/** As it was written too: respelt, rare words may be others. */
const topicsIn = (texts: readonly string[], slots: Slots, moment: Moment): string[] => [
  ...new Set(topics.flatMap((topic) => texts.flatMap((text) => topic(text, slots, moment) ?? []))),
];

/** What follows "can I add something to it?" is what is to be added. */
const leastNote = 3;
const noteAfter = (text: string): string | undefined => {
  const found = toAdd.exec(text);
  const rest = found ? text.slice(found.index + found[0].length).replace(/^[\s?!.,:;-]+/, '') : '';
  return rest.split(/\s+/).length >= leastNote ? rest : undefined;
};

/** What a question tells of beside: goods that were sent back are told of, no new claim, to ask for their credit. */
const includes: Readonly<Record<string, readonly string[]>> = {
  'case.when': ['case.status'],
  'payment.credit': ['dispute.open', 'case.status', 'invoice.explain', 'invoice.find'],
  'invoice.sum': ['balance'],
  'payment.fee': ['invoice.explain'],
  'case.add_info': ['case.add_info'],
  balance: ['case.status', 'invoice.find'],
  'payment.due': ['balance', 'invoice.find'],
};

/** Questions that are known by their words: when a case is decided, when a bill is due, what a credit is, how to send evidence. */
export const readAsking: Reader = (moment) => {
  const { text, raw, context } = moment;
  if (context.side !== 'customer' || (context.asked === 'note' && !isQuestion(text))) return undefined;
  const slots = moment.slotsFor('payment.status', text);
  const found = topicsIn([text, raw], slots, moment);
  if (found.length === 0) return undefined;
  const asked = found.map((intent): Act => {
    const note = intent === 'case.add_info' ? noteAfter(raw) : undefined;
    return { ...act(intent, slots, text), ...(note ? { note } : {}) };
  });
  const others = otherRequests(moment).filter(
    ({ intent }) => !found.some((own) => includes[own]?.includes(intent)),
  );
  return understood(moment, [...refused(moment), ...others, ...asked]);
};

/** "Forget about it, when is it due?" */
function refused({ text, context }: Moment): Act[] {
  if (stop.test(text) && (context.pending || context.asked)) return [act('cancel', noSlots(), text)];
  return context.asked === 'confirmation' && no.test(text) ? [act('deny', noSlots(), text)] : [];
}

const isOurs = (text: string, moment: Moment): boolean =>
  topicsIn([text], moment.read(text).slots, moment).length > 0;

/** Whether a part is nothing but a piece of the question that was known. */
const isWithin = (part: string, question = ''): boolean =>
  question.includes(part.replace(/^[\s?!.,:;-]+|[\s?!.,:;-]+$/g, ''));

/** How sure a part must be that stands for itself. */
const sureAlone = 0.85;
/** What the readings of the words asked for are near to, and what is wanted only when it is asked. */
const near = /^(?:case\.status|payment\.status|clarify)$/;
const onlyAsked = /^(?:due|billing)\./;

/** What else the message wants, in parts of its own. */
function otherRequests(moment: Moment): Act[] {
  const requests = requestsIn(moment);
  const parts =
    requests.length > 1
      ? requests
      : partsOf(moment.text)
          .map((text) => ({ text, intent: moment.alone(text).label, score: moment.alone(text).score }))
          .filter(({ intent, score }) => score >= sureAlone && !near.test(intent));
  return parts
    .filter(({ intent, text }) => isTask(intent) && (isQuestion(text) || !onlyAsked.test(intent)))
    .filter(({ text }) => !isOurs(text, moment) && !isWithin(text, rule.exec(moment.text)?.[0]))
    .map(({ intent, text, score }) => act(intent, moment.slotsFor(intent, text), text, score));
}
