import { partsOf } from '../text/clauses.ts';
import { hasValue } from '../values/slots.ts';
import { paymentMethods } from '../words/word-file.ts';
import { anyOf, isWholly, startsWith } from '../words/words.ts';
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
const myInvoices = isWholly('requests', 'my-invoices');
const openItems = isWholly('requests', 'open-items');
const caseNumber = isWholly('requests', 'asks-case-number');
const late = anyOf('filters', 'overdue');
const reminder = anyOf('requests', 'asks-reminder');
const withdrawal = isWholly('requests', 'withdraw-case');
const count = isWholly('requests', 'count-invoices');
const reopening = isWholly('requests', 'reopen-case');
const moneyBack = anyOf('requests', 'money-back');
const whichOnes = isWholly('requests', 'which-ones');
const again = isWholly('requests', 'look-again');
const byWords = [
  ['delivery.proof', anyOf('requests', 'delivery-proof')],
  ['due.extend', anyOf('requests', 'pay-later')],
  ['payment.parts', anyOf('requests', 'pay-in-parts')],
  ['details.change', anyOf('requests', 'change-details')],
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
    wantsMoney(moment) ??
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
const openOnes = ({ text, raw, context, reading, slotsFor }: Moment): Act[] | undefined =>
  (reminder.test(raw) && reading.slots.invoices.length === 0) ||
  openItems.test(text) ||
  openItems.test(raw) ||
  partsOf(raw).some((part) => count.test(part)) ||
  (context.lastIntent === 'balance' && whichOnes.test(raw))
    ? [
        act(
          'invoice.find',
          {
            ...slotsFor('invoice.find', text),
            filter: late.test(raw) || reminder.test(raw) ? 'overdue' : 'open',
          },
          text,
        ),
      ]
    : undefined;

/** "What was the case number again?"; "withdraw my claim", where nothing waits that could be dropped. */
function ofCase({ text, raw, context, slotsFor }: Moment): Act[] | undefined {
  if (caseNumber.test(raw)) return [act('case.status', slotsFor('case.status', text), text)];
  if (partsOf(raw).some((part) => reopening.test(part)))
    return [act('case.reopen', slotsFor('case.status', text), text)];
  const isFree = !context.pending && (!context.asked || context.asked === 'more');
  return isFree && partsOf(raw).some((part) => withdrawal.test(part))
    ? [act('case.withdraw', slotsFor('case.status', text), text)]
    : undefined;
}

/** "I want my money back", and nothing of what for: a claim that is asked about. */
const wantsMoney = ({ text, raw, words, context, slotsFor }: Moment): Act[] | undefined =>
  !context.pending && words <= mostOfMoney && moneyBack.test(raw)
    ? [act('dispute.open', slotsFor('dispute.open', text), text)]
    : undefined;
const mostOfMoney = 16;

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
  // What is not for us is told after what is.
  const others = partsOf(text).filter((other) => !words.test(other));
  const isBeside = others.some((other) => (bestRequest(moment, other)?.score ?? 0) >= sure);
  if (intent === 'details.change' && isBeside) return undefined;
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
