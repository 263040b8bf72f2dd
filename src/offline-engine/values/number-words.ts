import { wordFiles } from '../words/languages.ts';
import { firstOf, type Pattern, pattern } from '../words/pattern.ts';
import { alternatives, anyOf, longestFirst, merged, wholeWords } from '../words/words.ts';
import { digitsForHalves, scales, scaleWord } from './halves.ts';
import { daysInDigits } from './spoken-days.ts';

const numbers = merged('numbers');
const numberWord = firstOf(
  [...wordFiles.values()].map((file) => wholeWords(longestFirst(Object.keys(file.numbers)))),
  true,
);
const halfOf = pattern(`(?<![\\p{L}\\p{N}])(?:${alternatives('cues', 'half-of')}) (?=\\d)`);
const compounds = [...wordFiles.values()]
  .filter((file) => file.tens.length > 0)
  .map((file) => ({
    tens: file.tens,
    ones: file.ones,
    words: wholeWords(`(?:${file.tens.join('|')})[- ](?:${file.ones.join('|')})`),
  }));
const never = pattern('(?!)');
/** Stands behind hundreds and thousands that words said, until what follows them is added: "30 thousand 405". */
const roundMark = '\u0002';
/** "2 dozen", "3 hundred", "20k", "2.5 thousand". */
const scaled = pattern(
  `(?<![\\p{L}\\d.,-])(\\d{1,3}(?:[.,]\\d)?)${roundMark}? ?(${scaleWord})(?![\\p{L}\\d])(?: (?:of|de|di))?`,
);
const lineOne = anyOf('cues', 'line-one');
const oneThing = pattern(`(?<![\\p{L}\\d])(?:${alternatives('cues', 'one-thing')})`);

const halfOfNumber = pattern(
  `(?<![\\p{L}\\p{N}])(?:${alternatives('cues', 'half-of')}) (\\d{1,5})(?![\\d.,]*\\d)`,
);
const currency = (['dollar', 'euro', 'pound'] as const).map((name) => alternatives('money', name)).join('|');
const noGoods = [
  alternatives('cues', 'per-one'),
  alternatives('cues', 'the'),
  alternatives('cues', 'not'),
  alternatives('cues', 'but'),
  alternatives('cues', 'and'),
  alternatives('cues', 'instead'),
  alternatives('documents', 'before-number'),
].join('|');
/** "9 euro 80": the hundredths stand behind the currency; in "40 euros 12 pumps" another number does. */
const partedSum = pattern(
  `(?<![\\p{L}\\d.,-])(\\d{1,6})\\s?([€£]|${currency})\\s(\\d{2})(?=\\s*$|[.,;:!?)](?!\\d)|\\s(?:${noGoods})(?!\\p{L}))`,
);
/** "None of the 15". */
const noneOf = pattern(`(?<![\\p{L}\\p{N}])(?:${alternatives('cues', 'none-of')}) (\\d{1,5})(?![\\d.,]*\\d)`);
/** "Seven zero three five five". */
const digitWords = new Map(
  [...wordFiles.values()].flatMap((file) => [
    ...file.ones.map((word, index) => [word, String(index + 1)] as const),
    ...file.zero
      .split('|')
      .filter(Boolean)
      .map((word) => [word, '0'] as const),
  ]),
);
const spelled = wholeWords(
  `(?:(?:${longestFirst(digitWords.keys())})[ -]+){3,9}(?:${longestFirst(digitWords.keys())})`,
);

/** Marks "half of the 24" for the quantity reader. */
export const halfMark = 'halfofthe';

const ownNumbers: ReadonlyMap<string, Pattern> = new Map(
  [...wordFiles].map(([language, file]) => [
    language,
    wholeWords(longestFirst(Object.keys(file['own-numbers']))),
  ]),
);
/** "four zero two eight five", as people dictate a number. */
const dictated = /(?<![\d.,/-])\d(?: \d){3,9}(?![\d.,]*\d)/g;

/** "1 140", as much of the continent writes a thousand. */
const spacedThousands = pattern(
  `(?<![\\p{L}\\d][.,/-]?|\\d |(?:${alternatives('documents', 'line')})\\.? )([1-9]\\d{0,2})((?: \\d{3})+)(?=[.,]\\d{1,2}(?![\\d.,/-]*\\d)|(?! ?\\d|[\\d.,/-]*\\d))`,
);
const andMore = `(?:(?:${alternatives('cues', 'and')}|and) )?`;
/** "100 and 20", "30000 405", where words said the round number. */
const hundredMore = pattern(`(?<![\\d.,])([1-9]\\d?00)${roundMark} ${andMore}(\\d{1,2})(?![\\d.,/-]*\\d)`);
const thousandMore = pattern(
  `([1-9]\\d{0,2}000)${roundMark} ${andMore}([1-9]\\d{0,2})(?:${roundMark})?(?![\\d.,/-]*\\d)`,
);

const added = (_: string, round: string, rest: string): string => String(Number(round) + Number(rest));
const isRound = (value: number | undefined): boolean =>
  value !== undefined && value >= 100 && value % 100 === 0;

/** Writes number words as digits: "twenty-one crates" becomes "21 crates"; words of another language's sense only in their own. */
export function digitsForWords(text: string, language: string): string {
  const file = wordFiles.get(language);
  const own = file?.['own-numbers'] ?? {};
  const isNone = (word: string): boolean => file?.['no-numbers'].includes(word.toLowerCase()) ?? false;
  let result = daysInDigits(text, language).replace(ownNumbers.get(language) ?? never, (found) =>
    String(own[found.toLowerCase()] ?? found),
  );
  result = result.replace(spelled, (found) =>
    found
      .toLowerCase()
      .split(/[ -]+/)
      .map((word) => digitWords.get(word) ?? '')
      .join(''),
  );
  for (const { tens, ones, words } of compounds) {
    result = result.replace(words, (found) => {
      const [ten = '', one = ''] = found.toLowerCase().split(/[- ]/);
      return String((tens.indexOf(ten) + 2) * 10 + ones.indexOf(one) + 1);
    });
  }
  return digitsForHalves(result, isNone)
    .replace(numberWord, (found) => {
      const value = isNone(found) ? undefined : numbers.get(found.toLowerCase());
      return (value ?? found) + (isRound(value) ? roundMark : '');
    })
    .replace(lineOne, (_, line: string) => `${line} 1`)
    .replace(oneThing, '1 ')
    .replace(scaled, (found, count: string, word: string) => {
      if (isNone(word)) return found;
      const scale = scales.get(word.toLowerCase()) ?? 1;
      return Number(count.replace(',', '.')) * scale + (isRound(scale) ? roundMark : '');
    })
    .replace(hundredMore, added)
    .replace(thousandMore, added)
    .replaceAll(roundMark, '')
    .replace(spacedThousands, (_, first: string, rest: string) => first + rest.replaceAll(' ', ''))
    .replace(dictated, (found) => found.replaceAll(' ', ''))
    .replace(
      partedSum,
      (_, whole: string, money: string, hundredths: string) => `${whole}.${hundredths} ${money}`,
    )
    .replace(halfOfNumber, (found, whole: string) =>
      Number(whole) % 2 === 0 ? `${Number(whole) / 2} of the ${whole}` : found,
    )
    .replace(noneOf, (_, whole: string) => `0 of the ${whole}`)
    .replace(halfOf, `${halfMark} `);
}
