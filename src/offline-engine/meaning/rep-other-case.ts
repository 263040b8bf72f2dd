import { documentDigits, sameDocument } from '../values/documents.ts';
import { noSlots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { beginsWithRepWords, repAlternatives } from '../words/rep-words.ts';
import { alternatives } from '../words/words.ts';
import type { Context } from './context.ts';
import { meant, type Reader } from './moment.ts';

const checking = beginsWithRepWords('check');
const otherCase = pattern(
  `^\\W*(?:(?:${repAlternatives('and-case')})(?![\\p{L}\\p{N}])[\\s,]*)*(?:(?:${alternatives('documents', 'case')})\\s*)?#?((?:[A-Z]{1,4}-)?\\d{3,10})[\\s?.!]*$`,
);
const toCase = pattern(
  `^\\W*(?:${repAlternatives('to-case')})\\s+(?:(?:${alternatives('documents', 'case')})\\s*)?#?((?:[A-Z]{1,4}-)?\\d{3,10})(?:[\\s,]+(?:${repAlternatives('quantity-after')})(?![\\p{L}\\p{N}]))*[\\s?.!]*$`,
);
/** What is prepared for a case, and what is only looked up. */
export const proposal = /^rep\.(?:credit|reorder)$/;
const lookingUp = /^(?:rep\.(?:validate|similar|availability|resolve)|case\.status)$/;

/** "And 1183?" looks the same up of another case; nothing is prepared for a case that is only named. */
export const readOtherCase: Reader = (moment) => {
  const { raw, context, prediction } = moment;
  const { lastIntent = '', asked } = context;
  const [named] = moment.reading.slots.cases;
  if (named && checking.test(raw) && prediction.label === 'rep.confirm') return meant(moment, 'rep.validate');
  const wanted = toCase.exec(raw)?.[1];
  const isInvoice = moment.reading.slots.invoices.some((number) => sameDocument(number, wanted ?? ''));
  if (wanted !== undefined && !isInvoice && isCaseLike(wanted, context.case) && context.asked !== 'note')
    return meant(moment, 'case.status', { ...noSlots(), cases: [likeCase(wanted, context.case)] });
  const other = otherCaseIn(raw, context);
  const [invoice] = otherCase.test(raw) ? moment.reading.slots.invoices : [];
  if ((!other && !invoice) || (asked && asked !== 'more')) return undefined;
  const intent = lookingUp.test(lastIntent)
    ? lastIntent
    : proposal.test(lastIntent)
      ? 'rep.validate'
      : '_case';
  // "What about INV-20418?": the case on that invoice.
  const slots = other
    ? { ...noSlots(), cases: [other] }
    : { ...noSlots(), invoices: invoice ? [invoice] : [] };
  return meant(moment, other || intent !== '_case' ? intent : 'case.status', slots);
};

/** "And 1183": the case that is named and nothing else. */
export function otherCaseIn(text: string, { case: at }: Context): string | undefined {
  const number = otherCase.exec(text)?.[1];
  return number !== undefined && isCaseLike(number, at) ? likeCase(number, at) : undefined;
}

/** Bare digits are a case when they are as many as those of the case at hand, four or more. */
export const isCaseLike = (number: string, at: string | undefined): boolean =>
  (/^[A-Z]/i.test(number) && (at === undefined || lettersOf(number) === lettersOf(at))) ||
  // With no case at hand a number of four digits is one.
  number.length === (at === undefined ? 4 : Math.max(4, documentDigits(at).length));

const lettersOf = (number: string): string => number.replace(/\P{L}/gu, '').toUpperCase();

/** Bare digits with the letters of the case at hand. */
export const likeCase = (number: string, at = ''): string =>
  /^[A-Z]/i.test(number) ? number.toUpperCase() : `${/^\D*/.exec(at)?.[0] ?? ''}${number}`;

/** "Credit 1184": the case at hand, or one that was listed, where the number is its own. */
export const knownCase = (number: string, { case: at, listed }: Context): string | undefined =>
  isCaseLike(number, at)
    ? [at, ...listed.flatMap(({ type, id }) => (type === 'case' ? id : []))].find(
        (known) => known !== undefined && documentDigits(known) === number,
      )
    : undefined;
