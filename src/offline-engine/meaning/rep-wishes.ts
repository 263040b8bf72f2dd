import { documentDigits, sameDocument } from '../values/documents.ts';
import { noSlots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { beginsWithRepWords, isRepWords, repAlternatives, repWords } from '../words/rep-words.ts';
import { readsAsPlainYes } from '../yes.ts';
import { askedOfCase } from './case-asked.ts';
import { type Moment, meant, type Reader } from './moment.ts';
import { proposal } from './rep-other-case.ts';
import { isQuestion } from './rule.ts';

const full = isRepWords('full-amount');
const cancelInvoice = isRepWords('cancel-invoice');
const onIt = isRepWords('case-on-it');
const toGoods = pattern(
  `^\\W*(?:${repAlternatives('to-case')})\\s+(?:${repAlternatives('goods-case')})[\\s.!?]*$`,
);
const queue = repWords('queue-words');
const asks = beginsWithRepWords('question');
const asksWhether = beginsWithRepWords('whether');
const numberIn = /(?<![\d.,])\d{4,10}(?![\d.,])/;

const isFree = ({ context: { asked } }: Moment): boolean => !asked || asked === 'more';

/** "No, the full amount", where a part was prepared. */
const readFull: Reader = (moment) => {
  const { raw, context } = moment;
  const { prepared, lastIntent = '' } = context;
  const intent = [lastIntent, prepared ?? ''].find((known) => proposal.test(known));
  return intent && isFree(moment) && full.test(raw) && !readsAsPlainYes(raw)
    ? meant(moment, intent, { ...noSlots(), all: true })
    : undefined;
};

/** "Cancel 20301 completely", of the invoice of the case: what is disputed on it is credited. */
const readCancelInvoice: Reader = (moment) => {
  const { raw, context } = moment;
  if (context.case === undefined || !isFree(moment) || !cancelInvoice.test(raw)) return undefined;
  const named = numberIn.exec(raw)?.[0];
  const isOfCase = named !== undefined && sameDocument(named, documentDigits(context.case));
  return isOfCase ? undefined : meant(moment, 'rep.credit', noSlots());
};

/** "Is there a case on it", of an invoice that was shown. */
const readCaseOnIt: Reader = (moment) => {
  const { raw, context } = moment;
  return context.invoice !== undefined && onIt.test(raw)
    ? meant(moment, 'case.status', { ...noSlots(), invoices: [context.invoice] })
    : undefined;
};

/** "Go back to the storage boxes one". */
const readGoodsCase: Reader = (moment) => {
  const [, ...names] = toGoods.exec(moment.raw) ?? [];
  const product = names.find(Boolean)?.trim();
  return product && !/\d/.test(product) && moment.context.asked !== 'note'
    ? meant(moment, 'case.status', { ...noSlots(), product })
    : undefined;
};

/** "What are we waiting for", with a case at hand, is no wish to see the list of cases; "how much is that per box" prepares nothing. */
const readOfOpenCase: Reader = (moment) => {
  const { raw, context, prediction } = moment;
  if (context.case === undefined || !isFree(moment) || askedOfCase(raw, context)) return undefined;
  const isList = prediction.label === 'rep.queue' && !queue.test(raw) && !moment.reading.slots.product;
  if (isList) return meant(moment, 'case.status', noSlots());
  const isAsked = (asks.test(raw) || asksWhether.test(raw)) && isQuestion(raw);
  return isAsked && proposal.test(prediction.label)
    ? meant(moment, context.prepared ? '_prepared' : 'rep.validate', noSlots())
    : undefined;
};

/** What reps wish of the case at hand in words of their own. */
export const readRepWishes: Reader = (moment) => {
  for (const read of [readFull, readCancelInvoice, readCaseOnIt, readGoodsCase, readOfOpenCase]) {
    const found = read(moment);
    if (found) return found;
  }
  return undefined;
};
