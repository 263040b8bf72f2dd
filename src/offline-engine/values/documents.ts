import { pattern } from '../words/pattern.ts';
import { alternatives } from '../words/words.ts';
import { justAfter, justBefore, type MaskedText, readEach } from './masked-text.ts';
import type { Slots } from './slots.ts';

/** How this company writes its numbers, when bare digits must be told apart. */
export type NumberFormats = { readonly invoice: RegExp; readonly case: RegExp };

/** "Nr. ", "no-55120": a word for a number is no part of it. */
const numberWord = `(?:(?:${alternatives('documents', 'number-word')})(?:-(?=\\d))?|#|:)*`;
const caseWords = alternatives('documents', 'case');
const email = pattern('(?<![\\w.+-])[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+');
const order = pattern(
  `(?<![\\p{L}\\d])(${alternatives('documents', 'order')})s?[\\s:.#-]*(?:(?:${alternatives('documents', 'number-word')})[\\s:.#-]*)?((?:PO[-\\s]?)?(?:[A-Z]{1,4}-)?\\d[\\dA-Z]*(?:-[\\dA-Z]+)*)(?![\\p{L}\\d])`,
);
const caseNumber = pattern('(?<![\\p{L}\\d])(?:case|cas|dsp|dis|clm|cs)-?\\d{3,8}(?!\\d)');
const namedCase = pattern(
  `(?<![\\p{L}\\d])(${caseWords})\\s*${numberWord}\\s*#?([A-Z]{0,4}-?\\d{3,10}(?:[-/]\\d{2,6})?)(?!\\d)`,
);
const invoicePrefix = alternatives('documents', 'prefix');
const invoiceNumber = pattern(
  `(?<![\\p{L}\\d])(?:${invoicePrefix})[-_.#:\\s]*\\d{3,10}(?:[-/]\\d{1,6})?(?![\\d.,]\\d|\\d)`,
);
const namedInvoice = pattern(
  `(?<![\\p{L}\\d])(?:${alternatives('documents', 'invoice')})\\.?\\s*${numberWord}\\s*#?((?:[A-Z]{1,4}-?)?\\d{4,10}(?:[-/]\\d{1,6})?)(?![\\d.,]\\d|\\d)`,
);
const coded = pattern(
  `(?<![\\p{L}\\d-])(?:(${alternatives('documents', 'invoice-prefix')})|(${alternatives('documents', 'case-prefix')})|(${alternatives('documents', 'order-prefix')}))-(\\d{4}[-/]\\d{2,6}|\\d{3,10})(?![\\d\\p{L}])`,
);
/** "SI/26/3410", "FV/2402/11/2026", and with a known prefix also "FS 1182/11/2026": letters and groups of digits. */
const sectioned = pattern(
  `(?<![\\p{L}\\d/-])(?:(?:${alternatives('documents', 'invoice-prefix')})[/\\s]|([A-Z]{1,4})/)(?:\\d{1,6}/){1,3}\\d{2,6}(?![\\d\\p{L}/-])`,
);
/** "FV 2026/0417" says that 2026/0417 is an invoice. */
const yearAfterWord = pattern(`^(?:${alternatives('documents', 'short-invoice')})\\s(20\\d\\d/\\d{3,6})$`);
/** "Inv 10/11/2026" is the invoice of a day. */
const dateAfterPrefix = /\s\d{1,2}\/(?:\d{1,2}\/)?(?:\d{4}|\d{2})$/;
const sectionedCase = pattern(`^(?:${alternatives('documents', 'case-prefix')})$`);
const sectionedOrder = pattern(`^(?:${alternatives('documents', 'order-prefix')})$`);
/** "2026/0417": a year and a running number. */
const yearly = pattern('(?<![\\p{L}\\d/.-])20\\d\\d[/-]\\d{3,6}(?![\\d/-])');
const bare = pattern('(?<![\\p{L}\\d.,])#?(\\d{5,10})(?![\\d.,]\\d|\\d)');
const verbBefore = /(?:\bto|\bi|\bwe|please|want to|\band)\s*$/i;
const unitAfter = pattern(`^\\s*(?:${alternatives('cues', 'unit')})(?!\\p{L})`);

const add = (list: string[], value: string): void => {
  if (!list.includes(value)) list.push(value);
};

/** E-mail addresses and numbers that say what document they belong to. */
export function readNamedDocuments(masked: MaskedText, slots: Slots): void {
  readEach(masked, email, ([address = '']) => {
    slots.emails.push(address);
    return 'emailaddr';
  });
  readEach(masked, coded, ([, invoice = '', dispute = '', purchase = '', number = '']) => {
    add(
      invoice ? slots.invoices : dispute ? slots.cases : slots.orders,
      `${invoice || dispute || purchase}-${number}`.toUpperCase(),
    );
    return invoice ? 'invnum' : dispute ? 'casenum' : 'ponum';
  });
  readEach(masked, sectioned, ([number = '', letters = '']) => {
    if (!/\d{3}/.test(number) || dateAfterPrefix.test(number)) return undefined;
    const isKnown = sectionedCase.test(letters) || sectionedOrder.test(letters);
    // "Sku A/12/345", "truck w/12/250": of unknown letters only capitals make a document's number.
    if (letters && !isKnown && !/^\p{Lu}{2,}$/u.test(letters)) return undefined;
    const [list, tag] = sectionedCase.test(letters)
      ? ([slots.cases, 'casenum'] as const)
      : sectionedOrder.test(letters)
        ? ([slots.orders, 'ponum'] as const)
        : ([slots.invoices, 'invnum'] as const);
    add(list, (yearAfterWord.exec(number)?.[1] ?? number).toUpperCase());
    return tag;
  });
  readEach(masked, order, ([whole = '', , number = '']) => {
    const digits = number.replace(/\D/g, '').length;
    // "po 120 zł" (120 each) is Polish, not a purchase order.
    if (digits < 3 || (digits < 4 && /^po\s/i.test(whole.trim()))) return undefined;
    const prefixed = /^p\.?o-/i.test(whole.trim()) && !/^po/i.test(number) ? `PO-${number}` : number;
    add(slots.orders, prefixed.toUpperCase());
    return 'ponum';
  });
  readEach(masked, caseNumber, ([number = '']) => {
    add(slots.cases, number.toUpperCase().replace(/^([A-Z]+)(\d)/, '$1-$2'));
    return 'casenum';
  });
  readEach(masked, namedCase, ([, word = '', number = ''], at) => {
    const asVerb =
      verbBefore.test(justBefore(masked.text, at)) || (at < 2 && /^(?:\d{5}|\d{8})$/.test(number));
    if (/^inv/i.test(number) || (/^(?:dispute|claim)$/i.test(word) && asVerb)) return undefined;
    add(slots.cases, number.toUpperCase());
    return 'casenum';
  });
  readEach(masked, invoiceNumber, ([number = '']) => {
    add(
      slots.invoices,
      number
        .trim()
        // "Fv 30360" calls the number an invoice, "FV-30360" is the number.
        .replace(/^(?!inv)\p{L}[^\d-]*\s(?=\d+$|20\d\d\/\d{3,6}$)/iu, '')
        .replace(/[\s.:#_]+/g, '')
        .toUpperCase()
        .replace(/^([A-Z]+)(\d)/, '$1-$2'),
    );
    return 'invnum';
  });
  readEach(masked, namedInvoice, ([, number = '']) => {
    if (/^(?:19|20)\d{2}$/.test(number)) return undefined;
    add(slots.invoices, number.toUpperCase());
    return 'invnum';
  });
  readEach(masked, yearly, ([number = '']) => {
    add(slots.invoices, number);
    return 'invnum';
  });
}

const noDocument = pattern(
  `(?<!\\p{L})(?:${alternatives('documents', 'no-document')})(?:\\s*(?:${alternatives('documents', 'number-word')}))*[\\s:#.-]*$`,
);
const longestName = 40;
const rounded = /000$/;

/** "His check 2281", "slip 90117": a number of something that is no document of ours, and no sum. */
export const isOtherPaper = (source: string, start: number): boolean =>
  noDocument.test(source.slice(Math.max(0, start - longestName), start));

/** Besides, "20k" stands in no message as the number of a document. */
export const isNoDocument = (source: string, start: number, written: string, original: string): boolean =>
  isOtherPaper(source, start) || (rounded.test(written) && !original.includes(written));

/** Long bare numbers: an invoice, unless the company's formats or its six digits say a case. */
export function readBareNumbers(
  masked: MaskedText,
  slots: Slots,
  original: string,
  formats: NumberFormats | undefined,
): void {
  readEach(masked, bare, ([whole = '', number = ''], at) => {
    if (isNoDocument(masked.text, at, number, original)) return undefined;
    if (unitAfter.test(justAfter(masked.text, at + whole.length))) return undefined;
    const isCase = formats ? formats.case.test(number) && !formats.invoice.test(number) : number.length === 6;
    add(isCase ? slots.cases : slots.invoices, number);
    return isCase ? 'casenum' : 'invnum';
  });
}

/** What makes a document number: without prefix, signs and case. */
export const documentKey = (number: string): string =>
  number
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^(?:INV|CASE|CAS|RE|RG)/, '');

/** Whether two written numbers mean the same document: "20418" and "INV-20418". */
export const sameDocument = (a: string, b: string): boolean => documentKey(a) === documentKey(b);

/** The digits of a document's number as written: "2026/0417" and "INV 20260417" have the same. */
export const documentDigits = (number: string): string => number.replace(/\D/g, '');
