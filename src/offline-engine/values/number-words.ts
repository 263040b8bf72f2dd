import { wordFiles } from '../words/languages.ts';
import { alternatives, longestFirst, merged, wholeWords } from '../words/words.ts';

const numbers = merged('numbers');
const numberWord = wholeWords(longestFirst(numbers.keys()), 'giu');
const halfOf = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives('cues', 'half-of')}) (?=\\d)`, 'giu');
const compounds = [...wordFiles.values()]
  .filter((file) => file.tens.length > 0)
  .map((file) => ({
    tens: file.tens,
    ones: file.ones,
    pattern: wholeWords(`(?:${file.tens.join('|')})[- ](?:${file.ones.join('|')})`, 'giu'),
  }));
const never = /(?!)/;
/** "2 dozen", "3 hundred". */
const scales: ReadonlyMap<string, number> = new Map(
  [...wordFiles.values()].flatMap((file) => Object.entries(file.scales)),
);
const scaled = new RegExp(
  `(?<![\\p{L}\\d.,])(\\d{1,3}) (${longestFirst(scales.keys())})(?!\\p{L})(?: (?:of|de|di))?`,
  'giu',
);
const lineOne = wholeWords('(line|item|position) one', 'giu');
const oneThing =
  /(?<![\p{L}\d])one (?=(?:more |extra |missing |damaged |broken |cracked )?(?:week|month|day|box|crate|drum|bag|pallet|carton|unit|piece|pcs))/giu;

const halfOfNumber = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${alternatives('cues', 'half-of')}) (\\d{1,5})(?![\\d.,]*\\d)`,
  'giu',
);
/** "None of the 15". */
const noneOf = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${alternatives('cues', 'none-of')}) (\\d{1,5})(?![\\d.,]*\\d)`,
  'giu',
);
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
  'giu',
);

/** Marks "half of the 24" for the quantity reader. */
export const halfMark = 'halfofthe';

const ownNumbers: ReadonlyMap<string, RegExp> = new Map(
  [...wordFiles].map(([language, file]) => [
    language,
    wholeWords(longestFirst(Object.keys(file['own-numbers'])), 'giu'),
  ]),
);
/** "four zero two eight five", as people dictate a number. */
const dictated = /(?<![\d.,/-])\d(?: \d){3,9}(?![\d.,]*\d)/g;

/** "1 140", as much of the continent writes a thousand. */
const spacedThousands = new RegExp(
  `(?<![\\p{L}\\d][.,/-]?|\\d |(?:${alternatives('documents', 'line')})\\.? )([1-9]\\d{0,2})((?: \\d{3})+)(?! ?\\d|[\\d.,/-]*\\d)`,
  'giu',
);
/** "100 and 20", where words said it. */
const hundredMore = new RegExp(
  `(?<![\\d.,])([1-9]\\d?00) (?:(?:${alternatives('cues', 'and')}|and) )?(\\d{1,2})(?![\\d.,/-]*\\d)`,
  'giu',
);
const hundred = wholeWords(
  longestFirst([...numbers, ...scales].filter(([, value]) => value >= 100).map(([word]) => word)),
);

/** Writes number words as digits: "twenty-one crates" becomes "21 crates"; words of another language's sense only in their own. */
export function digitsForWords(text: string, language: string): string {
  const own = wordFiles.get(language)?.['own-numbers'] ?? {};
  let result = text.replace(ownNumbers.get(language) ?? never, (found) =>
    String(own[found.toLowerCase()] ?? found),
  );
  result = result.replace(spelled, (found) =>
    found
      .toLowerCase()
      .split(/[ -]+/)
      .map((word) => digitWords.get(word) ?? '')
      .join(''),
  );
  for (const { tens, ones, pattern } of compounds) {
    result = result.replace(pattern, (found) => {
      const [ten = '', one = ''] = found.toLowerCase().split(/[- ]/);
      return String((tens.indexOf(ten) + 2) * 10 + ones.indexOf(one) + 1);
    });
  }
  return result
    .replace(numberWord, (found) => String(numbers.get(found.toLowerCase()) ?? found))
    .replace(lineOne, '$1 1')
    .replace(oneThing, '1 ')
    .replace(scaled, (_, count: string, word: string) =>
      String(Number(count) * (scales.get(word.toLowerCase()) ?? 1)),
    )
    .replace(hundredMore, (found, hundreds: string, rest: string) =>
      hundred.test(text) ? String(Number(hundreds) + Number(rest)) : found,
    )
    .replace(spacedThousands, (_, first: string, rest: string) => first + rest.replaceAll(' ', ''))
    .replace(dictated, (found) => found.replaceAll(' ', ''))
    .replace(halfOfNumber, (found, whole: string) =>
      Number(whole) % 2 === 0 ? `${Number(whole) / 2} of the ${whole}` : found,
    )
    .replace(noneOf, (_, whole: string) => `0 of the ${whole}`)
    .replace(halfOf, `${halfMark} `);
}
