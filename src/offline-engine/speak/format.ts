import { localeOf, wordFiles } from '../words/languages.ts';

const isDecimal = (text: string): text is `${number}` => /^-?\d+(?:\.\d+)?$/.test(text);

/** Sums have the decimals of their currency; a price for one unit may have more. */
const mostPriceDecimals = 4;
const formats = new Map<string, Intl.NumberFormat>();
function numberFormat(language: string, currency?: string): Intl.NumberFormat {
  const key = `${language} ${currency ?? ''}`;
  let format = formats.get(key);
  if (!format) {
    const options: Intl.NumberFormatOptions = currency
      ? { style: 'currency', currency, maximumFractionDigits: mostPriceDecimals }
      : { maximumFractionDigits: 6 };
    format = new Intl.NumberFormat(localeOf(language), options);
    formats.set(key, format);
  }
  return format;
}

const isCurrency = (code: string | undefined): code is string =>
  code !== undefined && /^[A-Za-z]{3}$/.test(code);

/** A decimal string as a sum with its currency; text that is no number stays as it is. */
export const money = (amount: string, currency: string | undefined, language: string): string =>
  isDecimal(amount)
    ? numberFormat(language, isCurrency(currency) ? currency : undefined).format(amount)
    : amount;

export const plainNumber = (amount: string, language: string): string =>
  isDecimal(amount) ? numberFormat(language).format(amount) : amount;

/** A quantity with its unit in words: "120 crates". */
export function quantity(amount: string, unitCode: string, language: string): string {
  const units = wordFiles.get(language)?.units ?? {};
  const [one, several] = units[unitCode] ?? units.C62 ?? ['', ''];
  return `${plainNumber(amount, language)} ${amount === '1' ? one : several}`.trim();
}

/** The name of one of a unit: "crate". */
export const unitName = (unitCode: string, language: string): string =>
  wordFiles.get(language)?.units[unitCode]?.[0] ?? unitCode;

/** An ISO day with the month in words. */
export const day = (iso: string, language: string): string => {
  const said = dated(iso, language, { dateStyle: 'long', timeZone: 'UTC' });
  const first = wordFiles.get(language)?.dates.words['first-day'];
  return first ? said.replace(/^1(?= )/, first) : said;
};
export const monthName = (iso: string, language: string): string =>
  dated(iso, language, { month: 'long', timeZone: 'UTC' });
/** An ISO instant with its hour, in UTC. */
export const moment = (iso: string, language: string): string =>
  dated(iso, language, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  });
/** An ISO instant with its day and hour on the clocks of a time zone. */
export const momentIn = (iso: string, timeZone: string, language: string): string =>
  dated(iso, language, { dateStyle: 'long', timeStyle: 'short', timeZone });

function dated(iso: string, language: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? iso
    : new Intl.DateTimeFormat(localeOf(language), options).format(date);
}
