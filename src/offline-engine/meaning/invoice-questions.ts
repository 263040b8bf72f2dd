import { partsOf } from '../text/clauses.ts';
import { documentDigits } from '../values/documents.ts';
import { noSlots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf, isWholly, startsWith } from '../words/words.ts';
import type { Act } from './context.ts';
import { act, isTask, type Moment, type Reader, understood } from './moment.ts';

const tax = isWholly('requests', 'asks-tax');
const why = anyOf('requests', 'why');
const beginsWithWhy = startsWith('requests', 'why');
const rate = anyOf('requests', 'asks-rate');
const taxWord = anyOf('requests', 'tax-word');
const order = isWholly('requests', 'asks-order');
/** "… on invoice 30112", with the preposition in front. */
const atInvoice = pattern(
  `(?:\\s+\\p{L}{1,4})?(?:\\s+(?:${alternatives('documents', 'invoice')}))?\\s+#?(?:[A-Z]{1,4}-)?\\d{3,10}[\\s?.!]*$`,
);

const inTheMiddle = pattern(
  `\\s+\\p{L}{1,4}(?:\\s+(?:${alternatives('documents', 'invoice')}))?\\s+#?(?:[A-Z]{1,4}-)?\\d{4,10}(?=\\s)`,
);

/** What is asked of one invoice in plain words: by its number alone, how its tax comes about, which order it is of. */
export const readInvoiceQuestion: Reader = (moment) => {
  if (moment.context.side !== 'customer') return undefined;
  const acts = bareNumber(moment) ?? ofTax(moment) ?? ofOrder(moment);
  return acts && understood(moment, acts);
};

/** A message without the invoice it is of, and whether it has one: by its number, or as the one that is talked of. */
function besideInvoice({ raw, context, reading }: Moment): {
  readonly said: string;
  readonly isOfInvoice: boolean;
} {
  const isNamed = reading.slots.invoices.length > 0;
  const said = isNamed ? raw.replace(atInvoice, '').replace(inTheMiddle, '') : raw;
  return { said, isOfInvoice: isNamed || context.invoice !== undefined };
}

const bare = pattern(
  `^[¿\\W]*(?:(?:${alternatives('requests', 'ellipsis')}|${alternatives('requests', 'opening')})\\s+)*(?:(?:${alternatives('requests', 'the-number')})\\s+)?#?(\\d{4,8})[\\s?.!]*$`,
);
const lead = `(?:(?:${alternatives('requests', 'ellipsis')}|${alternatives('requests', 'opening')}|${alternatives('requests', 'both')}|${alternatives('requests', 'the-number')})\\s+)*`;
const bothNumbers = pattern(
  `^\\W*${lead}#?(?:INV-)?(\\d{4,8})\\s*(?:,|&|\\+|${alternatives('cues', 'and')})\\s*${lead}#?(?:INV-)?(\\d{4,8})[\\s?.!]*$`,
);
/** Numbers that are hardly a year. */
const noYear = /^(?!(?:19|20)\d\d$)/;
const ofOneInvoice = /^(?:invoice\.(?:copy|explain)|payment\.(?:status|due))$/;

/** "1003?", "and the 0998": the same of another invoice, or the invoice; the case where one of that number was shown. */
function bareNumber({ text, raw, context, prediction }: Moment): Act[] | undefined {
  const { asked, lastIntent = '', listed, case: at } = context;
  const [one, two] = bothNumbers.exec(raw)?.slice(1) ?? [];
  const isBoth = one !== undefined && two !== undefined && ofOneInvoice.test(lastIntent);
  if (isBoth && (!asked || asked === 'more'))
    return [act(lastIntent, { ...noSlots(), invoices: [one, two] }, text)];
  const number = bare.exec(raw)?.[1];
  // "pdf 52236" asks for more than to see it.
  const isMore = isTask(prediction.label) && !/^(?:clarify|invoice\.find)$/.test(prediction.label);
  if (isMore && !/^[^\p{L}]*$/u.test(raw)) return undefined;
  if (number === undefined || !noYear.test(number) || (asked && asked !== 'more')) return undefined;
  const shown = [at, ...listed.flatMap(({ type, id }) => (type === 'case' ? id : []))];
  const ofCase = shown.find((known) => known !== undefined && documentDigits(known) === number);
  if (ofCase) return [act('case.status', { ...noSlots(), cases: [ofCase] }, text)];
  const intent = ofOneInvoice.test(lastIntent) ? lastIntent : '_invoice';
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
  // "Why on 20336 and not on that one?", right after the tax of another
  const isOfOther =
    moment.context.lastIntent === 'tax.explain' && why.test(raw) && moment.reading.slots.invoices.length > 0;
  const isKnown = (isOfInvoice || (isWhy && beginsWithWhy.test(raw))) && (tax.test(said) || isAsked);
  return isKnown || isOfOther ? [act('tax.explain', slotsFor('invoice.explain', text), text)] : undefined;
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
