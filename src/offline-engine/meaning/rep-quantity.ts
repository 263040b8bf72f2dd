import { pattern } from '../words/pattern.ts';
import { beginsWithRepWords, isRepWords, repAlternatives } from '../words/rep-words.ts';
import { alternatives, longestFirst, merged } from '../words/words.ts';

const numberWords = merged('numbers');
const number = `\\d+(?:[.,]\\d{1,3})?|${longestFirst(numberWords.keys())}`;
/** "Send 24 replacements" names no goods. */
const newOnes = isRepWords('way-reorder');
/** "8 gutschreiben": what is to be done with so many. */
const done = (['credit', 'reorder', 'way-credit', 'do-reorder'] as const).map((key) => isRepWords(key));
const unit = pattern(`^(?:${alternatives('cues', 'unit')})$`);
const notThat = `(?:${repAlternatives('not-that-many')})\\s+(?:${number})(?![\\p{L}\\p{N}])(?:\\s+\\p{L}+)?`;
const quantity = pattern(
  `^\\W*(?:(?:${repAlternatives('quantity-before')})(?![\\p{L}\\p{N}])[\\s,.:;!-]*)*(${number})(?![\\p{L}\\p{N}.,]*\\d)` +
    `(?:\\s+(\\p{L}+))??((?:[\\s,]+(?:${repAlternatives('quantity-after')})(?![\\p{L}\\p{N}]))*(?:[\\s,]+${notThat})?)[\\s.!?]*$`,
);
const half = pattern(
  `^\\W*(?:(?:${repAlternatives('quantity-before')})(?![\\p{L}\\p{N}])[\\s,.:;!-]*)*(?:${alternatives('references', 'half')})` +
    `(?:[\\s,]+(?:${repAlternatives('quantity-after')})(?![\\p{L}\\p{N}]))*[\\s.!?]*$`,
);
const instead = pattern(`[\\s,]*(?:${notThat})`);
const anyNumber = pattern(`(?<![\\p{L}\\p{N}.,-])(?:${number})(?![\\p{L}\\p{N}])`);

const decimalOf = (written: string): string =>
  String(numberWords.get(written.toLowerCase()) ?? written.replace(',', '.'));

/** "Not 24, 12": of two numbers the one that is meant now. */
const another = pattern(
  `^\\W*(?:${repAlternatives('not-that-many')})\\s+(?:${number})(?:\\s+\\p{L}+)??[\\s,;]+(?:(?:${alternatives('cues', 'but')})\\s+)?(${number})(?![\\p{L}\\p{N}.,]*\\d)(?:\\s+(\\p{L}+))?[\\s.!]*$`,
);

/** "2", "for 8 of them", "make it 4 instead of 6", "4 gloves": how many units or goods a message says that says nothing else; decimal string. */
export function bareQuantity(
  text: string,
  isGoods: (word: string) => boolean,
): { readonly value: string; readonly isAlone: boolean } | undefined {
  const found = another.exec(text) ?? quantity.exec(text);
  if (!found?.[1]) return undefined;
  const [, , of] = found;
  if (of !== undefined && !unit.test(of) && !isGoods(of)) return undefined;
  return { value: decimalOf(found[1]), isAlone: /^\W*[\d.,]+\W*$/.test(text) };
}

/** "Make it half", "no, only half of it". */
export const isBareHalf = (text: string): boolean => half.test(text);

/** "Send 4 emails": the word behind a bare quantity that may be goods; undefined for units, and where a message says more. */
export function countedIn(text: string): string | undefined {
  const bare = [beginsWithRepWords('credit'), beginsWithRepWords('reorder')].map((verb) =>
    text.replace(verb, ''),
  );
  const of = bare.map((said) => quantity.exec(said)?.[2]).find((word) => word !== undefined);
  const isDone = of !== undefined && done.some((verb) => verb.test(of));
  return of === undefined || unit.test(of) || newOnes.test(of) || isDone ? undefined : of;
}

/** "Credit 4 instead of 6": the number that is meant; undefined when nothing is put in another's place. */
export function quantityInstead(text: string): string | undefined {
  if (!instead.test(text)) return undefined;
  const left = anyNumber.matches(text.replace(instead.exec(text)?.[0] ?? '', ' '));
  return left.length === 1 && left[0] ? decimalOf(left[0][0]) : undefined;
}
