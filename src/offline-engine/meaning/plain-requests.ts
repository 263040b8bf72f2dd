import { partsOf } from '../text/clauses.ts';
import { documentDigits } from '../values/documents.ts';
import { hasValue, noSlots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { paymentMethods } from '../words/word-file.ts';
import { alternatives, anyOf, startsWith } from '../words/words.ts';
import { bestRequest } from './answer-and-more.ts';
import type { Act } from './context.ts';
import { act, type Moment, type Reader, understood } from './moment.ts';

const no = startsWith('answers', 'no');
const stop = startsWith('answers', 'stop');
const instead = anyOf('cues', 'instead');
const negated = anyOf('cues', 'not');
const invoice = anyOf('documents', 'invoice');
const statement = anyOf('documents', 'statement');
const asFile = anyOf('requests', 'as-file');
const billedTwice = anyOf('requests', 'billed-twice');
const cancelInvoice = anyOf('requests', 'cancel-invoice');
const asksToPay = anyOf('requests', 'asks-to-pay');
const methods = paymentMethods.map((method) => anyOf('methods', method));
const myInvoices = pattern(`^[¿\\s]*(?:${alternatives('requests', 'my-invoices')})[\\s?!.]*$`);
const openItems = pattern(`^[¿\\s]*(?:${alternatives('requests', 'open-items')})[\\s?!.]*$`);
const whole = (
  name: 'asks-case-number' | 'asks-tax' | 'withdraw-case' | 'which-ones' | 'asks-order' | 'count-invoices',
) => pattern(`^[¿\\s]*(?:${alternatives('requests', name)})[\\s?!.]*$`);
const caseNumber = whole('asks-case-number');
const tax = whole('asks-tax');
const why = anyOf('requests', 'why');
const late = anyOf('filters', 'overdue');
const rate = anyOf('requests', 'asks-rate');
const taxWord = anyOf('requests', 'tax-word');
const withdrawal = whole('withdraw-case');
const order = whole('asks-order');
const count = whole('count-invoices');
const whichOnes = whole('which-ones');
/** "… on invoice 30112", with the preposition in front. */
const atInvoice = pattern(
  `(?:\\s+\\p{L}{1,4})?(?:\\s+(?:${alternatives('documents', 'invoice')}))?\\s+#?(?:[A-Z]{1,4}-)?\\d{3,10}[\\s?.!]*$`,
);
const again = pattern(`^[¿\\s]*(?:${alternatives('requests', 'look-again')})[\\s?!.]*$`);
const byWords = [
  ['delivery.proof', anyOf('requests', 'delivery-proof')],
  ['due.extend', anyOf('requests', 'pay-later')],
  ['payment.parts', anyOf('requests', 'pay-in-parts')],
  ['invoice.explain', anyOf('requests', 'price-source')],
] as const;

/** A wish in plain words that the classifier takes for another: proof of delivery, a statement as a file, where a price comes from, two bills for one thing. */
export const readPlainRequest: Reader = (moment) => {
  if (moment.context.side !== 'customer') return undefined;
  const acts =
    lookAgain(moment) ??
    allInvoices(moment) ??
    openOnes(moment) ??
    ofCase(moment) ??
    bareNumber(moment) ??
    ofTax(moment) ??
    ofOrder(moment) ??
    fileOfStatement(moment) ??
    twoForOne(moment) ??
    plainlySaid(moment);
  return acts && understood(moment, acts);
};

/** "Can you check again?", right after it was looked whether a payment is booked. */
const lookAgain = ({ text, raw, context, slotsFor }: Moment): Act[] | undefined =>
  context.lastIntent === 'payment.status' && (again.test(text) || again.test(raw))
    ? [act('payment.status', slotsFor('payment.status', text), text)]
    : undefined;

/** "Which invoices do I have?", whatever was asked before: all of them, not those that were shown. */
const allInvoices = ({ text, raw, slotsFor }: Moment): Act[] | undefined =>
  myInvoices.test(text) || myInvoices.test(raw)
    ? [act('invoice.find', { ...slotsFor('invoice.find', text), invoices: [], all: true }, text)]
    : undefined;

/** "Offene Posten", or "which ones?" of a balance: the invoices with something left to pay. */
const openOnes = ({ text, raw, context, slotsFor }: Moment): Act[] | undefined =>
  openItems.test(text) ||
  openItems.test(raw) ||
  partsOf(raw).some((part) => count.test(part)) ||
  (context.lastIntent === 'balance' && whichOnes.test(raw))
    ? [
        act(
          'invoice.find',
          { ...slotsFor('invoice.find', text), filter: late.test(raw) ? 'overdue' : 'open' },
          text,
        ),
      ]
    : undefined;

/** "What was the case number again?"; "withdraw my claim", where nothing waits that could be dropped. */
function ofCase({ text, raw, context, slotsFor }: Moment): Act[] | undefined {
  if (caseNumber.test(raw)) return [act('case.status', slotsFor('case.status', text), text)];
  const isFree = !context.pending && (!context.asked || context.asked === 'more');
  return isFree && partsOf(raw).some((part) => withdrawal.test(part))
    ? [act('case.withdraw', slotsFor('case.status', text), text)]
    : undefined;
}

/** A message without the invoice it is of, and whether it has one: by its number, or as the one that is talked of. */
function besideInvoice({ raw, context, reading }: Moment): {
  readonly said: string;
  readonly isOfInvoice: boolean;
} {
  const isNamed = reading.slots.invoices.length > 0;
  const said = isNamed ? raw.replace(atInvoice, '') : raw;
  return { said, isOfInvoice: isNamed || context.invoice !== undefined };
}

const bare = pattern(
  `^[¿\\W]*(?:(?:${alternatives('requests', 'ellipsis')}|${alternatives('requests', 'opening')})\\s+)*(?:(?:${alternatives('requests', 'the-number')})\\s+)?#?(\\d{4,8})[\\s?.!]*$`,
);
/** Numbers that are hardly a year. */
const noYear = /^(?!(?:19|20)\d\d$)/;
const ofOneInvoice = /^(?:invoice\.(?:copy|explain)|payment\.(?:status|due))$/;

/** "1003?", "and the 0998": the same of another invoice, or the invoice; the case where one of that number was shown. */
function bareNumber({ text, raw, context }: Moment): Act[] | undefined {
  const { asked, lastIntent = '', listed, case: at } = context;
  const number = bare.exec(raw)?.[1];
  if (number === undefined || !noYear.test(number) || (asked && asked !== 'more')) return undefined;
  const shown = [at, ...listed.flatMap(({ type, id }) => (type === 'case' ? id : []))];
  const ofCase = shown.find((known) => known !== undefined && documentDigits(known) === number);
  if (ofCase) return [act('case.status', { ...noSlots(), cases: [ofCase] }, text)];
  const intent = ofOneInvoice.test(lastIntent) ? lastIntent : 'invoice.find';
  return [act(intent, { ...noSlots(), invoices: [number] }, text)];
}

/** "Why is the tax so high?", "why is there tax on 20336 and none on 20375?" */
function ofTax(moment: Moment): Act[] | undefined {
  const { text, raw, slotsFor } = moment;
  const { said, isOfInvoice } = besideInvoice(moment);
  // "Why is there tax? We are exempt" says what is wrong.
  const isOfTaxAlone = partsOf(raw).every((part) => /\d/.test(part) || taxWord.test(part) || why.test(part));
  const isWhy = why.test(raw) && taxWord.test(raw) && isOfTaxAlone;
  const isAsked = isWhy || (rate.test(raw) && raw.includes('?'));
  return isOfInvoice && (tax.test(said) || isAsked)
    ? [act('tax.explain', slotsFor('invoice.explain', text), text)]
    : undefined;
}

/** "Who ordered it?", "order number for 20388?": the invoice tells the order. */
function ofOrder(moment: Moment): Act[] | undefined {
  const { text, context, slotsFor } = moment;
  const { said, isOfInvoice } = besideInvoice(moment);
  if (!isOfInvoice || !order.test(said)) return undefined;
  const slots = slotsFor('invoice.find', text);
  const invoices = slots.invoices.length > 0 ? slots.invoices : [context.invoice ?? ''].filter(Boolean);
  return [act('invoice.find', { ...noSlots(), invoices }, text)];
}

/** "Can I have it as a PDF?" after a statement. */
function fileOfStatement({ text, context, reading, slotsFor }: Moment): Act[] | undefined {
  const isFile =
    asFile.test(text) && !stop.test(text) && reading.slots.invoices.length === 0 && !invoice.test(text);
  if (!isFile) return undefined;
  const note = act('statement.file', slotsFor('statement', text), text);
  if (context.lastIntent?.startsWith('statement') && !reading.slots.range) return [note];
  return statement.test(text) ? [act('statement', note.slots, text), note] : undefined;
}

/** "You sent two invoices for the same thing, 20301 and 20299" and "I want one of them cancelled". */
function twoForOne({ text, slotsFor }: Moment): Act[] | undefined {
  const isCancelled = cancelInvoice.test(text);
  if (!isCancelled && !billedTwice.test(text)) return undefined;
  const slots = slotsFor('dispute.open', text);
  return isCancelled || slots.invoices.length > 0
    ? [act('dispute.open', { ...slots, reason: 'duplicate' }, text)]
    : undefined;
}

/** "Do you take PayPal?" */
const asksMethod = (text: string): boolean =>
  asksToPay.test(text) && methods.some((method) => method.test(text));

function plainlySaid(moment: Moment): Act[] | undefined {
  const { text, context } = moment;
  const [intent, words] =
    byWords.find(([, known]) => known.test(text)) ??
    (asksMethod(text) || asksMethod(moment.raw) ? (['payment.how', asksToPay] as const) : []);
  if (!intent || !words) return undefined;
  const slots = moment.slotsFor(intent, text);
  const isClaim = slots.amounts.length > 1 || instead.test(text);
  if (intent === 'invoice.explain' && isClaim) return undefined;
  const said = act(
    intent,
    slots,
    byWords.some(([, known]) => known.test(text)) || asksMethod(text) ? text : moment.raw,
  );
  const found = words.exec(text);
  const before = text.slice(0, found?.index ?? 0);
  const refuses = (context.asked || context.pending) && no.test(text) && !negated.test(text.replace(no, ''));
  if (refuses) return [act('deny', moment.reading.slots, text), said];
  const part = before.trim() ? bestRequest(moment, before) : undefined;
  // What the whole message surely asks for is asked before the words that were heard.
  const { label, score } = moment.prediction;
  const first = part && part.intent === label && score >= sure ? { ...part, score } : part;
  const isOther = first && first.score >= sure && first.intent !== intent && hasValue(first.slots);
  return isOther ? [first, said] : [said];
}

/** How sure what stands before must be of a request of its own. */
const sure = 0.8;
