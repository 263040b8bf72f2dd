import { plainDecimal } from './quantity.ts';
import { currencyCodes, type Figure, figuresIn, type WrittenDate } from './written-figures.ts';

/** Everything the records of a conversation bear out. Values are plain decimal strings without a sign. */
export type Grounds = {
  readonly amounts: ReadonlySet<string>;
  readonly values: ReadonlySet<string>;
  readonly dates: readonly WrittenDate[];
  /** Minutes of the hour that any time or instant shows: clocks of other zones differ by whole hours. */
  readonly minutes: ReadonlySet<string>;
  readonly currencies: ReadonlySet<string>;
  /** All texts without spaces and punctuation, capitals only: numbers of documents, links and accounts are looked up here. */
  readonly compact: string;
};

export const compactText = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Collects from tool results (JSON) and plain texts; JSON tells amounts from counts, plain text does not. */
export function groundsOf(sources: readonly string[], language: string): Grounds {
  const amounts = new Set<string>();
  const values = new Set<string>();
  const dates: WrittenDate[] = [];
  const minutes = new Set<string>();
  const currencies = new Set<string>();
  const compact: string[] = [];

  const readText = (text: string) => {
    compact.push(compactText(text));
    for (const [code] of text.matchAll(currencyCode)) currencies.add(code);
    if (!/\d/.test(text)) return;
    for (const [instant, minute = ''] of text.matchAll(isoInstant)) {
      dates.push(...daysAround(instant));
      minutes.add(minute);
    }
    const locales = sameEverywhere.test(text) ? [language] : new Set([language, 'en', 'de']);
    for (const locale of locales) for (const figure of figuresIn(text, locale)) note(figure);
  };
  const note = (figure: Figure) => {
    if (figure.kind === 'date') dates.push(...figure.dates);
    if (figure.kind === 'time') minutes.add(figure.minutes);
    if (figure.kind === 'money') currencies.add(figure.currency);
    if (figure.kind === 'document')
      for (const digits of figure.text.matchAll(/\d+/g)) values.add(plainDecimal(digits[0]));
    const readings =
      figure.kind === 'date' ? (figure.orNumber ?? []) : 'readings' in figure ? figure.readings : [];
    for (const value of readings.flat()) {
      values.add(value);
      amounts.add(value);
    }
  };
  const readJson = (value: unknown, key: string) => {
    if (typeof value === 'number') values.add(plainDecimal(String(Math.abs(value))));
    else if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) {
      compact.push(compactText(value));
      values.add(plainDecimal(value.replace('-', '')));
      if (!countedKey.test(key)) amounts.add(plainDecimal(value.replace('-', '')));
    } else if (typeof value === 'string') readText(value);
    else if (Array.isArray(value)) {
      values.add(String(value.length));
      for (const one of value) readJson(one, key);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value)) readJson(one, name);
    }
  };

  for (const source of sources) {
    const json = parsed(source);
    if (json === undefined) {
      readText(source);
      // People group thousands by a space in any language: "1 200".
      for (const [grouped] of source.matchAll(spacedGroups)) values.add(grouped.replaceAll(' ', ''));
    } else readJson(json.value, '');
  }
  return { amounts, values, dates, minutes, currencies, compact: compact.join('\n') };
}

const currencyCode = new RegExp(`\\b(?:${currencyCodes})\\b`, 'g');
const spacedGroups = /(?<![\d.,/-])\d{1,3}(?: \d{3})+(?![\d.,/-]*\d)/g;
const isoInstant = /\d{4}-\d\d-\d\dT\d\d:(\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?/g;

/** ISO days, instants and document numbers: no language reads them differently. */
const sameEverywhere = /^(?:\d{4}-\d\d-\d\d\S*|\p{L}[\p{L}\d/-]*)$/u;

/** Keys whose numbers count goods or lines: they never bear out a sum of money. */
const countedKey =
  /line|version|rate|quantity|ordered|invoiced|claimed|delivered|received|returned|transit|short|supported|score/i;

/** The days an instant falls on from the American west coast to eastern Europe. */
function daysAround(instant: string): WrittenDate[] {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return [];
  return [-8, -5, 0, 1, 2, 3].map((hours) => {
    const shifted = new Date(at + hours * 3_600_000);
    return { year: shifted.getUTCFullYear(), month: shifted.getUTCMonth() + 1, day: shifted.getUTCDate() };
  });
}

function parsed(source: string): { value: unknown } | undefined {
  if (!/^\s*[[{"]/.test(source)) return undefined;
  try {
    return { value: JSON.parse(source) };
  } catch {
    return undefined;
  }
}
