import { decimalFromMinor, minorDigits } from '#domain/money.ts';

/** Writes figures and dates as people of the language expect them; amounts stay exact at any size. */
export type Figures = {
  readonly money: (minor: number) => string;
  /** A price: at least the currency's own decimals, more when it has them. */
  readonly price: (value: string) => string;
  readonly decimal: (value: string) => string;
  readonly percent: (rate: string) => string;
  readonly date: (isoDate: string) => string;
};

export function figuresIn(language: 'de' | 'en', currency: string): Figures {
  // British English writes the day first, as most readers of English documents outside America do.
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const minimumFractionDigits = minorDigits(currency);
  const price = new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits: 20 });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const exactly = (format: Intl.NumberFormat, value: string) =>
    isNumeric(value) ? format.format(value) : value;
  return {
    money: (minor) => exactly(money, decimalFromMinor(minor, currency)),
    price: (value) => exactly(price, value),
    decimal: (value) => exactly(number, value),
    percent: (rate) => exactly(percent, `${rate}e-2`),
    date: (isoDate) => date.format(Date.parse(isoDate)),
  };
}

const isNumeric = (value: string): value is `${number}` => /^-?\d+(\.\d+)?(e-2)?$/.test(value);
