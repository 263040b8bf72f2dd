import { plainDecimal } from './quantity.ts';

const marks = new Map<string, { readonly decimal: string; readonly group: string }>();

/** What separates decimals and thousands in a language: "1,234.5" in English, "1.234,5" in German. */
function marksOf(language: string) {
  const known = marks.get(language);
  if (known) return known;
  const parts = new Intl.NumberFormat(language).formatToParts(1_234_567.5);
  const mark = (type: 'decimal' | 'group') => parts.find((part) => part.type === type)?.value ?? '';
  const found = { decimal: mark('decimal'), group: mark('group') };
  marks.set(language, found);
  return found;
}

/** Whether thousands stand apart by a space, in the language or as its own country writes it: "11 875,62" in Portugal, "11.875,62" in Brazil. */
export const groupsBySpace = (language: string): boolean =>
  [language, ...inItsCountry(language)].some((tag) => /^\s$/.test(marksOf(tag).group));

const inItsCountry = (language: string): string[] =>
  /^[a-z]{2}$/.test(language) ? [`${language}-${language.toUpperCase()}`] : [];

const longestNumber = 40;

/**
 * The values a written number can have, as plain decimal strings without a sign. "1.234" is one number in English and
 * another in German; "2,3" may also be two numbers. Each reading is a list of values that all belong to it.
 */
export function readNumber(written: string, language: string): readonly (readonly string[])[] {
  const digits = written.replace(/['’\u00a0\u202f ]/g, '');
  if (digits.length > longestNumber) return [[digits]];
  const used = [...digits.replace(/\d/g, '')];
  const last = used.at(-1);
  if (last === undefined) return [[plainDecimal(digits)]];
  const parts = digits.split(/[.,]/).map((part) => plainDecimal(part));
  if (used.includes('.') && used.includes(',')) {
    const onlyOne = used.indexOf(last) === used.length - 1;
    return onlyOne && inThousands(digits.slice(0, digits.lastIndexOf(last)))
      ? [[decimal(digits, last)]]
      : [parts];
  }
  if (used.length > 1) return inThousands(digits) ? [[whole(digits)], parts] : [parts];
  const thousands = last !== marksOf(language).decimal && inThousands(digits);
  const read = thousands ? [whole(digits)] : [decimal(digits, last)];
  return last === ',' && marksOf(language).decimal === '.' ? [read, parts] : [read];
}

/** Digits in groups of three after the first one to three, as thousands are written. */
const inThousands = (digits: string): boolean => /^[1-9]\d{0,2}(?:[.,]\d{3})*$/.test(digits);
const whole = (digits: string): string => plainDecimal(digits.replace(/[.,]/g, ''));

function decimal(digits: string, mark: string): string {
  const at = digits.lastIndexOf(mark);
  return plainDecimal(`${digits.slice(0, at).replace(/[.,]/g, '')}.${digits.slice(at + 1)}`);
}
