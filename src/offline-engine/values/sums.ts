import { pattern } from '../words/pattern.ts';
import { alternatives } from '../words/words.ts';
import { decimalOf } from './decimal.ts';
import { justBefore, type MaskedText, readEach } from './masked-text.ts';
import type { NamedSum, Slots } from './slots.ts';

const grouped = '\\d{1,3}(?:[., ]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?';
export const moneyCodes =
  'zł|zl|us\\$|s\\$|r\\$|kr|usd|sgd|inr|eur|gbp|chf|sek|nok|dkk|pln|brl|mxn|aud|cad|jpy';
const [dollar, euro, pound] = [
  alternatives('money', 'dollar'),
  alternatives('money', 'euro'),
  alternatives('money', 'pound'),
];
const before = pattern(`([$€£]|${moneyCodes})\\s?(${grouped})(?!\\d)`);
const after = pattern(
  `(?<![\\p{L}\\d.,-])(${grouped})\\s?([$€£]|${moneyCodes}|${dollar}|${euro}|${pound})(?!\\p{L})`,
);
const percent = pattern(`(\\d+(?:[.,]\\d+)?)\\s?(?:%|${alternatives('money', 'percent')})`);
const bare = pattern(
  `(?<![\\p{L}\\d.,-])(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d{1,3}(?:\\.\\d{3})+,\\d{1,2}|\\d+\\.\\d{2})(?!\\d|[.,]\\d|\\s?(?:${alternatives('cues', 'unit')})\\b)`,
);
const atLeast = pattern(`(?:${alternatives('money', 'at-least')}|>)\\s*$`);
const atMost = pattern(`(?:${alternatives('money', 'at-most')}|<)\\s*$`);
const symbols: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP' };
const names = [
  [dollar, 'USD'],
  [euro, 'EUR'],
  [pound, 'GBP'],
].map(([words, code = '']) => ({ test: pattern(`^(?:${words})$`), code }));

const currencyOf = (written: string): string =>
  symbols[written] ?? names.find(({ test }) => test.test(written))?.code ?? written.toUpperCase();

/** Sums of money, with their currency and "over" or "under" when said. */
export function readSums(masked: MaskedText, slots: Slots): void {
  const take = (value: string, currency: string | undefined, at: number): string => {
    const lead = justBefore(masked.text, at);
    const bound: NamedSum['bound'] = atLeast.test(lead) ? 'min' : atMost.test(lead) ? 'max' : undefined;
    slots.amounts.push({
      value: decimalOf(value),
      ...(currency ? { currency } : {}),
      ...(bound ? { bound } : {}),
    });
    return 'moneyamt';
  };
  readEach(masked, before, ([, currency = '', value = ''], at) => take(value, currencyOf(currency), at));
  readEach(masked, after, ([, value = '', currency = ''], at) => take(value, currencyOf(currency), at));
  readEach(masked, percent, ([, value = '']) => {
    slots.percent ??= decimalOf(value);
    return 'pctval';
  });
  readEach(masked, bare, ([value = ''], at) => take(value, undefined, at));
}
