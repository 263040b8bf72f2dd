import { pattern } from '../words/pattern.ts';
import { repAlternatives } from '../words/rep-words.ts';
import { alternatives, longestFirst, merged } from '../words/words.ts';

const numberWords = merged('numbers');
const number = `\\d+(?:[.,]\\d{1,3})?|${longestFirst(numberWords.keys())}`;
const goods = `${alternatives('cues', 'unit')}|\\p{L}+`;
const notThat = `(?:${repAlternatives('not-that-many')})\\s+(?:${number})(?![\\p{L}\\p{N}])(?:\\s+\\p{L}+)?`;
const quantity = pattern(
  `^\\W*(?:(?:${repAlternatives('quantity-before')})(?![\\p{L}\\p{N}])[\\s,.:;!-]*)*(${number})(?![\\p{L}\\p{N}.,]*\\d)` +
    `((?:\\s+(?:${goods}))??(?:[\\s,]+(?:${repAlternatives('quantity-after')})(?![\\p{L}\\p{N}]))*(?:[\\s,]+${notThat})?)[\\s.!?]*$`,
);
const instead = pattern(`[\\s,]*(?:${notThat})`);
const anyNumber = pattern(`(?<![\\p{L}\\p{N}.,-])(?:${number})(?![\\p{L}\\p{N}])`);

const decimalOf = (written: string): string =>
  String(numberWords.get(written.toLowerCase()) ?? written.replace(',', '.'));

/** "2", "for 8 of them", "make it 4 instead of 6": how many a message says that says nothing else; decimal string. */
export function bareQuantity(
  text: string,
): { readonly value: string; readonly isAlone: boolean } | undefined {
  const found = quantity.exec(text);
  if (!found?.[1]) return undefined;
  return { value: decimalOf(found[1]), isAlone: /^\W*[\d.,]+\W*$/.test(text) };
}

/** "Credit 4 instead of 6": the number that is meant; undefined when nothing is put in another's place. */
export function quantityInstead(text: string): string | undefined {
  if (!instead.test(text)) return undefined;
  const left = anyNumber.matches(text.replace(instead.exec(text)?.[0] ?? '', ' '));
  return left.length === 1 && left[0] ? decimalOf(left[0][0]) : undefined;
}
