import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageFolder, languages, wordFiles } from './languages.ts';
import { wordSet } from './words.ts';

const namesOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  languages.map((language) => {
    const path = join(languageFolder, language, 'goods.txt');
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    const names = lines.filter((line) => !line.startsWith('#')).flatMap((line) => line.split(/\s+/));
    return [language, new Set(names.filter(Boolean))];
  }),
);

/** Endings of plurals and what stands there in the singular: "ies", "y". */
const endingsOf = (plurals: Iterable<string>): (readonly [string, string])[] =>
  [...plurals].map((both) => {
    const [plural = '', singular = ''] = both.split(':');
    return [plural, singular];
  });
const anyPlurals = endingsOf(wordSet('plurals'));
const pluralsOf = (language: string): (readonly [string, string])[] =>
  endingsOf(wordFiles.get(language)?.plurals.split(/\s+/).filter(Boolean) ?? []);
const leastStem = 3;

const singulars = (word: string, plurals: readonly (readonly [string, string])[]): string[] =>
  plurals.flatMap(([plural, singular]) => {
    const stem = word.slice(0, -plural.length);
    return word.endsWith(plural) && stem.length >= leastStem ? [stem + singular] : [];
  });

/** What a word in the plural may be in the singular, in a language: "boxes" is "boxe" or "box". */
export const singularsOf = (word: string, language: string): string[] => singulars(word, pluralsOf(language));

const isNamed = (word: string, names: ReadonlySet<string>): boolean =>
  names.has(word) || singulars(word, anyPlurals).some((singular) => names.has(singular));

/** Languages that write "steel pipe" as one word, the goods last. */
const compounding: ReadonlySet<string> = new Set(['de', 'nl']);
/** The plural endings that such a word may have. */
export const endingsOfCompounds: readonly string[] = [...compounding].flatMap((language) =>
  pluralsOf(language).map(([plural]) => plural),
);
const shortest = { first: 3, last: 4 };

/** "Badetücher" are towels of some kind. */
function isCompound(word: string, names: ReadonlySet<string>): boolean {
  for (let at = shortest.first; at <= word.length - shortest.last; at++)
    if (isNamed(word.slice(at), names)) return true;
  return false;
}

/** Whether a word (lower case) names goods in a language, in the singular, a usual plural or at the end of a compound. */
export function isGoods(word: string, language: string): boolean {
  const names = namesOf.get(language) ?? none;
  return isNamed(word, names) || (compounding.has(language) && isCompound(word, names));
}

/** Whether a word (lower case) names goods in any language, in the singular or a usual plural. */
export const isGoodsAnywhere = (word: string): boolean =>
  [...namesOf.values()].some((names) => isNamed(word, names));

const none: ReadonlySet<string> = new Set();
