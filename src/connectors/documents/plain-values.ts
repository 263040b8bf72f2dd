import Big from 'big.js';
import { minorDigits, minorFromDecimal } from '#domain/money.ts';

/** A value, or why the text is not one and what to write instead. */
export type Value<Result> = { readonly value: Result } | { readonly reason: string; readonly fix: string };

const longestNumber = 40;

/** Reads a plain decimal ("51.43", "-3"), kept as text: digits are never lost. */
export function decimalFrom(text: string): Value<string> {
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text) || text.length > longestNumber) {
    return {
      reason: `"${shortened(text)}" is not a plain decimal number`,
      fix: 'Write digits with a point, such as 1234.50',
    };
  }
  return { value: withoutNeedlessZeros(text) };
}

/** Reads an amount that must be exact in the currency's minor unit. */
export function amountFrom(text: string, currency: string): Value<number> {
  const decimal = decimalFrom(text);
  if ('reason' in decimal) return decimal;
  try {
    return { value: minorFromDecimal(decimal.value, currency) + 0 };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const digits = minorDigits(currency);
    return { reason: error.message, fix: `Give the amount with at most ${digits} decimals` };
  }
}

/** Reads a calendar date "2026-03-31"; the zone that XML allows after it is dropped. */
export function dateFrom(text: string): Value<string> {
  const date = /^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})?$/.exec(text)?.[1];
  if (date !== undefined && isCalendarDate(date)) return { value: date };
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const guess = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return {
    reason: `"${shortened(text)}" is not a date`,
    fix: isCalendarDate(guess) ? `Write ${guess}` : 'Write year-month-day, such as 2026-03-31',
  };
}

/** Reads a line number as printed: 1, 2, 10, 000010. */
export function lineNumberFrom(text: string): Value<number> {
  if (/^0*[1-9]\d{0,8}$/.test(text)) return { value: Number(text) };
  return {
    reason: `"${shortened(text)}" is not a line number`,
    fix: 'Number lines with whole numbers from 1',
  };
}

/** Reads an ISO 4217 code. */
export function currencyFrom(text: string): Value<string> {
  if (/^[A-Z]{3}$/.test(text)) return { value: text };
  return {
    reason: `"${shortened(text)}" is not a currency code`,
    fix: 'Write the ISO 4217 code, such as EUR',
  };
}

export const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

function isCalendarDate(text: string): boolean {
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

function withoutNeedlessZeros(text: string): string {
  const plain = new Big(text.replace(/^\+/, '').replace(/\.$/, '')).toFixed();
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain.replace(/^-0$/, '0');
}

/** Reads a moment with its zone ("2026-03-31T10:42:00+02:00") as an ISO instant. */
export function momentFrom(text: string): Value<string> {
  const isMoment = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const moment = isMoment ? Date.parse(text.replace(' ', 'T')) : Number.NaN;
  if (!Number.isNaN(moment)) return { value: new Date(moment).toISOString() };
  return {
    reason: `"${shortened(text)}" is not a moment with its zone`,
    fix: 'Write 2026-03-31T10:42:00+02:00',
  };
}

export function dateOrMomentFrom(text: string): Value<string> {
  const moment = momentFrom(text);
  return 'value' in moment ? moment : dateFrom(text);
}
