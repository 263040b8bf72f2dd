import { isGoodsAnywhere } from '../words/goods-words.ts';
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
const word = /(?<![\p{L}\p{N}@.-])\p{L}{4,24}(?![\p{L}\p{N}@-])/gu;

/** People write the same names again and again. */
const mostRemembered = 5000;

export type Spelling = (text: string) => string;

/** Corrects words no example knows that are one slip (two in long words) from one they know. */
export function spellingOf(lexicon: ReadonlyMap<string, number>): Spelling {
  const words = [...new Set([...lexicon.keys(), ...longDates])].filter((known) => known.length >= 4);
  const withLetter = remembered((letter: string) =>
    words.filter((known) => known[0] === letter || known[1] === letter),
  );
  const corrected = new Map<string, string | undefined>();
  const correct = (lower: string): string | undefined => {
    if (corrected.has(lower)) return corrected.get(lower);
    const found = nearest(lower, withLetter(lower[0] ?? ''), lexicon);
    if (corrected.size < mostRemembered) corrected.set(lower, found);
    return found;
  };
  return (text) =>
    text.replace(word, (written) => {
      const lower = written.toLowerCase();
      const isName = /^\p{Lu}/u.test(written) && !/^\p{Lu}+$/u.test(written) && lower.length < 7;
      if (lexicon.has(lower) || kept.has(lower) || isName || isUnit.test(lower) || isGoodsAnywhere(lower))
        return written;
      return correct(lower) ?? written;
    });
}

function nearest(
  written: string,
  candidates: readonly string[],
  lexicon: ReadonlyMap<string, number>,
): string | undefined {
  const allowed = written.length >= 8 ? 2 : 1;
  let best: string | undefined;
  let bestScore = 0;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - written.length) > allowed) continue;
    if (dates.has(candidate) && (candidate.length < 7 || written.length < 6)) continue;
    const slips = slipsBetween(written, candidate);
    if (slips > allowed || (slips === 1 && written.length <= 5 && isOtherForm(written, candidate))) continue;
    const score = (3 - slips) * 1000 + Math.min(999, lexicon.get(candidate) ?? 0);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

/** "crate" and "crates", "came" and "cam": short words that differ at the end are other words. */
const isOtherForm = (a: string, b: string): boolean =>
  `${a}s` === b || `${b}s` === a || (Math.abs(a.length - b.length) === 1 && a.slice(0, -1) === b);
