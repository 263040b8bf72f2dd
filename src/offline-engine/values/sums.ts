import { alternatives } from '../words/words.ts';
import { decimalOf } from './decimal.ts';
import { type MaskedText, readEach } from './masked-text.ts';
import type { NamedSum, Slots } from './slots.ts';

const grouped = '\\d{1,3}(?:[., ]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?';
const codes = 'zł|zl|us\\$|s\\$|r\\$|kr|usd|sgd|inr|eur|gbp|chf|sek|nok|dkk|pln|brl|mxn|aud|cad|jpy';
const [dollar, euro, pound] = [
  alternatives('money', 'dollar'),
  alternatives('money', 'euro'),
  alternatives('money', 'pound'),
];
const before = new RegExp(`([$€£]|${codes})\\s?(${grouped})(?!\\d)`, 'iu');
const after = new RegExp(
  `(?<![\\p{L}\\d.,-])(${grouped})\\s?([$€£]|${codes}|${dollar}|${euro}|${pound})(?!\\p{L})`,
  'iu',
);
const percent = new RegExp(`(\\d+(?:[.,]\\d+)?)\\s?(?:%|${alternatives('money', 'percent')})`, 'iu');
const bare = new RegExp(
  `(?<![\\p{L}\\d.,-])(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d{1,3}(?:\\.\\d{3})+,\\d{1,2}|\\d+\\.\\d{2})(?!\\d|[.,]\\d|\\s?(?:${alternatives('cues', 'unit')})\\b)`,
  'iu',
);
const atLeast = new RegExp(`(?:${alternatives('money', 'at-least')}|>)\\s*$`, 'iu');
const atMost = new RegExp(`(?:${alternatives('money', 'at-most')}|<)\\s*$`, 'iu');
const symbols: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP' };
const names = [
  [dollar, 'USD'],
  [euro, 'EUR'],
  [pound, 'GBP'],
].map(([words, code = '']) => ({ test: new RegExp(`^(?:${words})$`, 'iu'), code }));

const currencyOf = (written: string): string =>
  symbols[written] ?? names.find(({ test }) => test.test(written))?.code ?? written.toUpperCase();

/** Sums of money, with their currency and "over" or "under" when said. */
export function readSums(masked: MaskedText, slots: Slots): void {
  const take = (value: string, currency: string | undefined, at: number): string => {
    const lead = masked.text.slice(0, at);
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
  readEach(masked, percent, () => 'pctval');
  readEach(masked, bare, ([value = ''], at) => take(value, undefined, at));
}
