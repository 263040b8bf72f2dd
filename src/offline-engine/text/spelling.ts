import { isGoodsAnywhere } from '../words/goods-words.ts';
import { firstOf } from '../words/pattern.ts';
import { disputeTypes } from '../words/word-file.ts';
import { anyOf, dateLists, merged, wordSet } from '../words/words.ts';
import { slipsBetween } from './edit-distance.ts';
import { remembered } from './remembered.ts';

/** Numbers, months, weekdays, common words: never taken for a slip of something else. */
const kept: ReadonlySet<string> = new Set([
  ...wordSet('keep'),
  ...[...merged('numbers').keys()].flatMap((words) => words.split(' ')),
  ...merged('ordinals').keys(),
  ...dateLists('months').keys(),
  ...dateLists('weekdays').keys(),
]);

/** Months and weekdays that are too long to be meant otherwise: "novembr". */
const longDates = [...dateLists('months').keys(), ...dateLists('weekdays').keys()].filter(
  (name) => name.length >= 7,
);
const dates: ReadonlySet<string> = new Set([...dateLists('months').keys(), ...dateLists('weekdays').keys()]);
const isUnit = anyOf('cues', 'unit');
/** "Verbogen" tells what is wrong, however near it is to other words. */
const reasons = firstOf(disputeTypes.map((type) => anyOf('reasons', type)));
const word = /(?<![\p{L}\p{N}@.-])\p{L}{5,24}(?![\p{L}\p{N}@-])/gu;

/** People write the same names again and again. */
const mostRemembered = 5000;

/** Respells a text of a language. */
export type Spelling = (text: string, language: string) => string;

/** Corrects words that no example knows and that are one slip (two in long words) from one of the same language; `lexicon` has "en word" with how often. */
export function spellingOf(lexicon: ReadonlyMap<string, number>): Spelling {
  const known = new Set([...lexicon.keys()].map((key) => key.slice(3)));
  const correctIn = remembered((language: string) => {
    const own = [...lexicon].filter(([key]) => key.startsWith(language));
    const counts = new Map(own.map(([key, count]) => [key.slice(3), count]));
    const words = [...new Set([...counts.keys(), ...longDates])].filter(({ length }) => length >= 4);
    const withLetter = remembered((letter: string) =>
      words.filter((word) => word[0] === letter || word[1] === letter),
    );
    const corrected = new Map<string, string | undefined>();
    return (written: string): string | undefined => {
      if (corrected.has(written)) return corrected.get(written);
      const found = nearest(written, withLetter(written[0] ?? ''), counts);
      if (corrected.size < mostRemembered) corrected.set(written, found);
      return found;
    };
  });
  return (text, language) =>
    text.replace(word, (written) => {
      const lower = written.toLowerCase();
      const isName = /^\p{Lu}/u.test(written) && !/^\p{Lu}+$/u.test(written) && lower.length < 7;
      if (known.has(lower) || kept.has(lower) || isName || isUnit.test(lower) || isGoodsAnywhere(lower))
        return written;
      return reasons.test(lower) ? written : (correctIn(language)(lower) ?? written);
    });
}

const leastSeen = 10;
/** From so many letters on a word may have two slips. */
const longWord = 9;

function nearest(
  written: string,
  candidates: readonly string[],
  counts: ReadonlyMap<string, number>,
): string | undefined {
  const allowed = written.length >= longWord ? 2 : 1;
  let best: string | undefined;
  let bestScore = 0;
  for (const candidate of candidates) {
    // Two letters more or fewer are another word: "pressure" is no "presse".
    if (Math.abs(candidate.length - written.length) > 1) continue;
    if (dates.has(candidate) && (candidate.length < 7 || written.length < 6)) continue;
    // A word that few have used is as likely meant as the one it would become.
    if ((counts.get(candidate) ?? leastSeen) < leastSeen) continue;
    const slips = slipsBetween(written, candidate);
    if (slips > allowed || isOtherForm(written, candidate)) continue;
    const score = (3 - slips) * 1000 + Math.min(999, counts.get(candidate) ?? 0);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

const endings = wordSet('endings');
const isEnding = (end: string): boolean => end === '' || endings.has(end);
const leastStem = 3;

/** "Crate" and "crates", "explains" and "explained": words that differ by their endings are no slips of each other; a lost e is ("novembr"). */
function isOtherForm(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const [end, otherEnd] = [one.slice(same), other.slice(same)];
  const isLostLetter = end.length > 0 && otherEnd === `e${end}`;
  return same >= leastStem && !isLostLetter && isEnding(end) && isEnding(otherEnd);
}
