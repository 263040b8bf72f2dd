import { wordFiles } from '../words/languages.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, listPattern, longestFirst, merged } from '../words/words.ts';

/** Words that multiply the number before them: "dozen" is 12. */
export const scales: ReadonlyMap<string, number> = new Map(
  [...wordFiles.values()].flatMap((file) => Object.entries(file.scales)),
);
export const scaleWord = longestFirst(scales.keys());

const numbers = merged('numbers');
const count = `(\\d{1,3}|${longestFirst(numbers.keys())})`;
const half = `(?:${alternatives('cues', 'and-half')})`;
/** "6 and a half dozen", "three and a half", "dreieinhalb". */
const countAndHalf = pattern(`(?<![\\p{L}\\d.,])${count}[ -]?${half}(?: (${scaleWord}))?(?!\\p{L})`);
const one = longestFirst([...wordFiles.values()].flatMap((file) => file.ones.slice(0, 1)));
/** "One and a half dozen": the word alone is no number, "one has a crack". */
const oneAndHalf = pattern(`(?<![\\p{L}\\d.,])(?:${one}) ${half} (${scaleWord})(?!\\p{L})`);
/** "A dozen and a half", "two dozen and a half". */
const scaleAndHalf = pattern(
  `(?<![\\p{L}\\d.,])(?:(?:${count}|${listPattern('articles')}) )?(${scaleWord}) ${half}(?!\\p{L})`,
);
const dozenWords = [...scales].filter(([, value]) => value === 12).map(([word]) => word);
const dozen = longestFirst(dozenWords);
/** Those of one dozen: "dozen" of "dozens". */
const oneDozen = longestFirst(
  dozenWords.filter((word) => dozenWords.some((other) => other !== word && other.startsWith(word))),
);
const isOfDozens = pattern(`(?<!\\p{L})(?:${dozen})(?!\\p{L})`);
const phrases = longestFirst([...numbers.keys()].filter((phrase) => isOfDozens.test(phrase)));
/** "Half a dozen", "two dozen", "the dozen"; "a few dozen" is no number. */
const dozens = pattern(
  `(?<![\\p{L}\\d.,-])(?<!(?:${alternatives('cues', 'several')}) )(?:(${phrases})|${count} (${dozen})|(${oneDozen}))(?![\\p{L}-])`,
);

const numberOf = (word: string): number => numbers.get(word.toLowerCase()) ?? Number(word);
const scaleOf = (word: string): number => scales.get(word.toLowerCase()) ?? 1;

/** Writes halves and dozens as digits: "six and a half dozen" becomes "78", "the dozen" "the 12"; `isNone` knows the words that are no number here. */
export const digitsForHalves = (text: string, isNone: (word: string) => boolean): string =>
  text
    .replace(scaleAndHalf, (_, many: string | undefined, scale: string) =>
      String(((many === undefined ? 1 : numberOf(many)) + 0.5) * scaleOf(scale)),
    )
    .replace(oneAndHalf, (_, scale = '') => String(1.5 * scaleOf(scale)))
    .replace(countAndHalf, (_, many: string, scale: string | undefined) =>
      String((numberOf(many) + 0.5) * (scale === undefined ? 1 : scaleOf(scale))),
    )
    .replace(dozens, (found, phrase?: string, many?: string, several?: string, one?: string) => {
      if ([phrase, several, one].some((word) => word !== undefined && isNone(word))) return found;
      return String(
        phrase === undefined ? (many === undefined ? 12 : numberOf(many) * 12) : numberOf(phrase),
      );
    });
