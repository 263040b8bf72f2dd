import { afterYes } from '../reading.ts';
import { partsOf } from '../text/clauses.ts';
import { noSlots, type Slots } from '../values/slots.ts';
import { anyOf, isWholly, startsWith } from '../words/words.ts';
import type { Act, Context } from './context.ts';
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
const creditNumber = /(?<!\p{L})(?:CN[-\s]?|credit ?note (?:no\.? |number )?#?)\d{3,}/iu;
const creditNotes = anyOf('requests', 'lists-credit');
const credit = anyOf('requests', 'asks-credit');
const origin = anyOf('requests', 'asks-origin');
const disputed = anyOf('filters', 'disputed');
const caseWord = anyOf('documents', 'case');
const sum = anyOf('requests', 'asks-sum');
const lateFee = anyOf('requests', 'late-fee');
const arrears = anyOf('requests', 'in-arrears');
const openOnIt = anyOf('requests', 'open-on-it');
const joint = startsWith('cues', 'and');
const why = startsWith('requests', 'why');
const dueList = anyOf('requests', 'due-by');
const same = anyOf('requests', 'compare-two');
const balanceWhy = isWholly('requests', 'balance-why');
const promise = isWholly('requests', 'promise-pay');
const agreedPrice = isWholly('requests', 'asks-agreed');
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
  const isKnown =
    moment.context.invoice !== undefined || invoicesIn(text, slots).length > 0 || ofCase(slots, moment);
  // "Can I pay a month later?" asks for more time.
  const asksMore = (part: string): boolean => {
    const { days, months } = moment.read(part).slots;
    return days !== undefined || months !== undefined;
  };
  const isAsked = [text, ...partsOf(text)].some(
    (part) => (due.test(part) || meanwhile.test(part)) && !asksMore(part),
  );
  return isKnown && isAsked ? 'payment.due' : undefined;
};

const mostOfDueBy = 14;
const ofLists =
  /^(?:invoice\.(?:find|explain)|payment\.status|balance|statement|clarify|oos|inform|due\.extend)$/;

/** "What is due by 5 December?" */
const dueBy: Topic = (text, { invoices }, { words, context, prediction, slotsFor }) => {
  if (
    invoices.length > 0 ||
    words > mostOfDueBy ||
    (context.asked && !/^(?:more|invoice)$/.test(context.asked))
  )
    return undefined;
  if (!dueList.test(text) || due.test(text) || !ofLists.test(prediction.label)) return undefined;
  const { date, range } = slotsFor('invoice.due', text);
  return date !== undefined || range !== undefined ? 'invoice.due' : undefined;
};

/** "Is 20353 the same as 20345?" */
const ofTwo: Topic = (text, slots, { words, context }) =>
  invoicesIn(text, slots).length === 2 &&
  words <= mostOfTwo &&
  (!context.asked || context.asked === 'more') &&
  isQuestion(text) &&
  same.test(text)
    ? 'invoice.compare'
    : undefined;
const mostOfTwo = 10;

const longNumber = /(?<![\p{L}\d.,/-])#?(?:INV-)?(\d{4,8})(?![\d/-]|[.,]\d|\p{L})/giu;
/** Numbers that are hardly a year. */
const noYear = /^(?!(?:19|20)\d\d$)/;

/** The invoices that a question names, be it by bare numbers. */
const invoicesIn = (text: string, { invoices }: Slots): string[] =>
  invoices.length > 0
    ? invoices
    : [...text.matchAll(longNumber)].flatMap(([, number = '']) => (noYear.test(number) ? [number] : []));

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
  disputed.test(text) &&
  isQuestion(text) &&
  (invoices.length === 0 ? amounts.length > 0 : invoices.length === 1 && why.test(text))
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

/** "I'll pay on Friday", where nothing waits for an answer. */
const promised: Topic = (text, { invoices, amounts }, { context: { asked, pending } }) =>
  (!asked || /^(?:more|invoice)$/.test(asked)) &&
  !pending &&
  amounts.length + invoices.length === 0 &&
  promise.test(text)
    ? '_promise'
    : undefined;

/** "Which of the two is the price we agreed?", of a line that was shown or read back: a question, and no other price. */
const whichPrice: Topic = (text, _slots, { context: { invoice } }) =>
  invoice !== undefined && agreedPrice.test(text) ? 'invoice.explain' : undefined;

const topics: readonly Topic[] = [
  whichPrice,
  whenOfLast,
  whyUnpaid,
  (text) => (arrears.test(text) ? 'balance' : undefined),
  (text) => (balanceWhy.test(text) ? 'balance.why' : undefined),
  dueBy,
  ofTwo,
  promised,
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
  'invoice.explain': ['invoice.explain', 'dispute.open', 'inform', 'correct'],
  'case.add_info': ['case.add_info'],
  balance: ['case.status', 'invoice.find'],
  'balance.why': ['balance', 'invoice.find', 'statement'],
  'invoice.due': ['invoice.find', 'payment.status', 'balance', 'due.extend', 'statement'],
  'invoice.compare': ['invoice.find', 'dispute.open', 'invoice.explain'],
  _promise: ['payment.status', 'due.extend', 'payment.instructions'],
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
    const own = ownSlots(intent, slots, moment);
    return { ...act(intent, own, text), ...(note ? { note } : {}) };
  });
  const others = otherRequests(moment).filter(
    ({ intent }) => !found.some((own) => includes[own]?.includes(intent)),
  );
  return understood(moment, [...refused(moment), ...others, ...asked]);
};

const lineSlots = ({ line }: Context): Slots => ({ ...noSlots(), ...(line === undefined ? {} : { line }) });

/** The values of a question as it means them: a day that lies ahead, invoices by their bare numbers. */
function ownSlots(intent: string, slots: Slots, { text, slotsFor, context }: Moment): Slots {
  if (intent === 'invoice.due') return slotsFor(intent, text);
  if (intent === 'invoice.explain') return lineSlots(context);
  const isOfInvoice =
    intent === 'invoice.compare' || (intent === 'payment.due' && slots.invoices.length === 0);
  const invoices = isOfInvoice ? invoicesIn(text, slots) : slots.invoices;
  return invoices.length > slots.invoices.length ? { ...slots, invoices, cases: [] } : slots;
}

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
    .filter(
      ({ intent, text }) =>
        isTask(intent) && (isQuestion(text.trim().replace(joint, '')) || !onlyAsked.test(intent)),
    )
    .filter(({ text }) => !isOurs(text, moment) && !isWithin(text, rule.exec(moment.text)?.[0]))
    .map(({ intent, text, score }) => act(intent, moment.slotsFor(intent, text), text, score));
}
