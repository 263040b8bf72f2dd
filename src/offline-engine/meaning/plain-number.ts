import { numbersIn } from '../values/numbers.ts';
import type { ValueReading } from '../values/read-values.ts';
import { wordFiles } from '../words/languages.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf, listPattern, startsWith } from '../words/words.ts';
import type { Moment } from './moment.ts';

const lineWord = anyOf('documents', 'line');
const ones = [...wordFiles.values()].flatMap(({ ones: [one] }) => (one ? [one] : []));
const only = alternatives('cues', 'only');
const unit = `(?:${alternatives('cues', 'unit')})(?![\\p{L}\\p{N}])`;
/** "One", "just the one", "una sola": no number elsewhere, where it begins what it is of. */
const justOne = pattern(
  `^\\W*(?:(?:(?:${only})\\s+)?(?:${[listPattern('articles'), ...ones].join('|')})|${alternatives('cues', 'single')})\\W*$`,
);
const bare = pattern(`^\\W*(?:(?:${only})\\s*)?\\d+(?:[.,]\\d+)*(?:\\s+${unit})?[\\s.!]*$`);
const withUnit = pattern(`\\d\\s+${unit}`);
const mostWords = 6;

const plain = /^\d+(?:\.\d+)?$/;

/** Decimal strings of the numbers of a text, but for those of dates, ranges, sizes and shares. */
export const numbersOf = (reading: ValueReading): string[] =>
  numbersIn(reading)
    .map(({ value }) => value)
    .filter((value) => plain.test(value));

/** The one number that a short message names: "2.", "no. 2", "it's 2, I think", "one"; undefined for none or several. */
export function plainNumber({ text, words, reading }: Moment): string | undefined {
  if (words > mostWords) return undefined;
  if (justOne.test(text)) return '1';
  const found = numbersOf(reading);
  return found.length === 1 ? found[0] : undefined;
}

/** "3", "just 3", "3 boxes": a number and nothing else that tells what it is of. */
export const isBareNumber = ({ text, reading }: Moment): boolean =>
  justOne.test(text) || bare.test(reading.source.trim());

/** "The one with 36 pieces": the number counts something. */
export const countsUnits = ({ reading }: Moment): boolean => withUnit.test(reading.source);

export const namesLine = ({ text }: Pick<Moment, 'text'>): boolean => lineWord.test(text);

const one = pattern(
  `(?<![\\p{L}\\p{N}])(?:${[listPattern('articles'), ...ones].join('|')})\\s+(?:(\\p{L}+)\\s+)?$`,
);
const state = pattern(`^(?:${alternatives('cues', 'damaged')}|${alternatives('cues', 'claimed-after')})$`);
const several = startsWith('cues', 'several');

/** "One storage box was cracked": the goods of a line are named with a one, or an article of one, right before them or before how they are. */
export function namesOne(text: string, product: string, description: string): boolean {
  const at = text.indexOf(product);
  // "1) a copy 2) half the gloves" counts requests.
  const before = text.slice(Math.max(0, at - beforeGoods), Math.max(0, at)).replace(/\d\)/g, ' ');
  const found = at > 0 ? one.exec(before) : null;
  if (!found || several.test(product)) return false;
  const [, between] = found;
  const named = description.toLowerCase().split(/\s+/);
  return between === undefined || state.test(between) || named.includes(between.toLowerCase());
}

const beforeGoods = 40;
