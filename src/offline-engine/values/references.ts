import { pattern } from '../words/pattern.ts';
import { invoiceFilters } from '../words/word-file.ts';
import { alternatives, anyOf, longestFirst, merged } from '../words/words.ts';
import { type MaskedText, readEach } from './masked-text.ts';
import type { Slots } from './slots.ts';

const ordinals = merged('ordinals');
const ordinalWord = `(${longestFirst(ordinals.keys())})`;
const lineWords = alternatives('documents', 'line');
const numberedLine = pattern(
  `(?<![\\p{L}\\d])(?:${lineWords})\\.?\\s*(?:no\\.?|nr\\.?|number|#)?\\s*(\\d{1,3})(?![\\d.,]*\\d|\\p{L})`,
);
const moreLines = `(?:\\s*(?:,|&|\\+|${alternatives('cues', 'and')})\\s*)`;
/** "Lines 1, 2 and 5", "line 2 and line 6"; not the "3 bags" of "line 1 and 3 bags". */
const severalLines = pattern(
  `(?<![\\p{L}\\d])(?:(?:${alternatives('documents', 'lines')})\\s*\\d{1,3}(?:${moreLines}\\d{1,3})+|(?:${lineWords})\\s*\\d{1,3}(?:${moreLines}(?:${lineWords})\\s*\\d{1,3})+)(?![\\d.,]*\\d|\\p{L})`,
);
const ordinalLine = pattern(`(?<![\\p{L}\\d])${ordinalWord}\\s+(?:${lineWords}|rows?|entry)(?!\\p{L})`);
const recentCount = pattern(
  '(\\d{1,2})\\s+(?:most recent|latest|last|newest|recent)\\s+(?:invoices?|bills?)|(?:last|latest|recent)\\s+(\\d{1,2})\\s+(?:invoices?|bills?)',
);
const ordinal = pattern(
  `(?<![\\p{L}\\d])(?:${alternatives('references', 'the')})?\\s*${ordinalWord}(?:\\s+(?:${alternatives('references', 'noun')}))?(?!\\p{L})`,
);
const option = pattern(`(?<![\\p{L}\\d])(?:${alternatives('references', 'option')}|#)\\s*(\\d)(?!\\d)`);
const filters = invoiceFilters.map((filter) => [filter, anyOf('filters', filter)] as const);
const superlatives = (['largest', 'smallest', 'newest', 'oldest'] as const).map(
  (key) => [key, anyOf('references', key)] as const,
);
const notAll = anyOf('references', 'not-all');
const all = anyOf('references', 'all');
const none = anyOf('references', 'none');
const half = anyOf('references', 'half');

/** "line 2", "lines 2 and 5", "the second position". */
export function readLines(masked: MaskedText, slots: Slots): void {
  readEach(masked, severalLines, ([several = '']) => {
    const numbers = [...new Set(several.match(/\d+/g)?.map(Number))];
    const [first] = numbers;
    slots.lines ??= numbers;
    if (first !== undefined) slots.line ??= first;
    return 'linenum';
  });
  readEach(masked, numberedLine, ([, number]) => {
    slots.line ??= Number(number);
    return 'linenum';
  });
  readEach(masked, ordinalLine, ([, word = '']) => {
    const place = ordinals.get(word.toLowerCase());
    if (place !== undefined) slots.line ??= place;
    return 'linenum';
  });
}

/** "three most recent invoices". */
export function readCount(masked: MaskedText, slots: Slots): void {
  readEach(masked, recentCount, ([, before, after]) => {
    slots.count = Number(before || after);
    slots.filter = 'last';
    return 'qtynum recent invoices';
  });
}

/** Filters, ordinals, superlatives, all, none, half: what picks from something listed. */
export function readReferences(text: string, slots: Slots, halfHasNumber: boolean): void {
  const filter = slots.filter ?? filters.find(([, words]) => words.test(text))?.[0];
  if (filter) slots.filter = filter;
  const superlative = superlatives.find(([, words]) => words.test(text))?.[0];
  if (superlative) slots.superlative = superlative;
  const place = ordinal.exec(text)?.[1];
  const chosen = option.exec(text)?.[1];
  if (place !== undefined && slots.line === undefined) slots.ordinal = ordinals.get(place.toLowerCase()) ?? 1;
  else if (chosen !== undefined) slots.ordinal = Number(chosen);
  if (!notAll.test(text) && all.test(text)) slots.all = true;
  if (none.test(text)) slots.none = true;
  if (half.test(text) && !halfHasNumber) slots.half = true;
}
