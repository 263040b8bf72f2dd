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
const lineOne = wholeWords('(line|item|position) one', 'giu');
const oneThing =
  /(?<![\p{L}\d])one (?=(?:more |extra |missing |damaged |broken |cracked )?(?:week|month|day|box|crate|drum|bag|pallet|carton|unit|piece|pcs))/giu;

/** Marks "half of the 24" for the quantity reader. */
export const halfMark = 'halfofthe';

/** Writes number words as digits: "twenty-one crates" becomes "21 crates". */
export function digitsForWords(text: string): string {
  let result = text;
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
    .replace(halfOf, `${halfMark} `);
}

/** A number as people write it, as a decimal string: "1.234,50" and "1,234.50" are "1234.50". */
export function decimalOf(written: string): string {
  const text = written.replace(/\s/g, '');
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma >= 0 && point >= 0)
    return comma > point ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
  if (comma >= 0) return /,\d{3}(?:,|$)/.test(text) ? text.replaceAll(',', '') : text.replace(',', '.');
  return (text.match(/\./g)?.length ?? 0) > 1 ? text.replaceAll('.', '') : text;
}
