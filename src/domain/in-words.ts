import { decimalFromMinor } from './money.ts';

/** Facts as the mails and notes of the seller's team put them, in English. */

/** "£444.00", "1,234.56 PLN". */
export const moneyInWords = (minor: number, currency: string): string =>
  amountInWords(decimalFromMinor(minor, currency), currency);

const symbols: Readonly<Record<string, string>> = { GBP: '£', EUR: '€', USD: '$' };

/** A decimal string with its currency: "444.00" GBP is "£444.00". */
export function amountInWords(amount: string, currency: string): string {
  const [whole = '0', fraction] = amount.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
  const symbol = symbols[currency];
  const sign = amount.startsWith('-') ? '−' : '';
  return symbol === undefined ? `${sign}${grouped} ${currency}` : `${sign}${symbol}${grouped}`;
}

/** "23 November 2026, 12:00 (Europe/London)". */
export function timeInWords(instant: Date, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(instant);
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
  return `${day}, ${time} (${timeZone})`;
}

/** "30 November 2026" for the ISO day 2026-11-30. */
export const dayInWords = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(`${day}T12:00:00Z`));

/** What a customer says about a line, in a sentence. */
export function disputedLineInWords(
  item: {
    readonly line: number;
    readonly description: string;
    readonly invoicedQuantity: string;
    readonly claimedQuantity?: string;
    readonly disputedQuantity: string;
  },
  invoiceNumber: string,
): string {
  if (item.line === 0) return `The whole of ${invoiceNumber}.`;
  const place = `${invoiceNumber} line ${item.line} (${item.description})`;
  return item.claimedQuantity === undefined
    ? `${place}: ${item.disputedQuantity} of ${item.invoicedQuantity} in dispute.`
    : `${place}: ${item.claimedQuantity} of ${item.invoicedQuantity} arrived, ${item.disputedQuantity} in dispute.`;
}
