import { wordFiles } from './languages.ts';
import { firstOf, type Pattern, pattern } from './pattern.ts';
import type { WordFile, wordGroups } from './word-file.ts';

type Groups = typeof wordGroups;
type Group = Exclude<keyof Groups, 'dates'>;
type Key<G extends keyof Groups> = Groups[G][number];

const files = [...wordFiles.values()];

/** Alternatives of all languages together; "(?!)" (never matches) when no language has any. */
const joined = (lists: readonly (string | undefined)[]): string => lists.filter(Boolean).join('|') || '(?!)';

export const alternatives = <G extends Group>(group: G, key: Key<G>): string =>
  joined(files.map((file) => of(file, group, key)));

function of<G extends Group>(file: WordFile, group: G, key: Key<G>): string | undefined {
  const entries: Readonly<Partial<Record<string, string>>> = file[group];
  return entries[key];
}

export const dateWords = (key: Key<'dates'>): string => joined(files.map((file) => file.dates.words[key]));

/** A pattern that matches only whole words. */
export const wholeWords = (words: string): Pattern =>
  pattern(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`);

/** The words of a key, a list for each language that has any. */
const listsOf = <G extends Group>(group: G, key: Key<G>): string[] =>
  files.map((file) => of(file, group, key) ?? '').filter(Boolean);

/** The words of a key in any language, as whole words. */
export const anyOf = <G extends Group>(group: G, key: Key<G>): Pattern =>
  firstOf(listsOf(group, key).map(wholeWords));

/** A message that begins with one of the words; what follows them is the rest. */
export const startsWith = <G extends Group>(group: G, key: Key<G>): Pattern =>
  firstOf(listsOf(group, key).map((words) => pattern(`^(?:${words})(?![\\p{L}\\p{N}])[\\s,.!:;-]*`)));

/** A message that is one of the words and nothing else but signs. */
export const isWholly = <G extends Group>(group: G, key: Key<G>): Pattern =>
  firstOf(listsOf(group, key).map((words) => pattern(`^[¿\\s]*(?:${words})[\\s?!.]*$`)));

type ListKey =
  | 'filler'
  | 'not-products'
  | 'product-before'
  | 'product-after'
  | 'product-never'
  | 'product-clues'
  | 'pointing'
  | 'keep'
  | 'stems'
  | 'articles'
  | 'endings'
  | 'plurals'
  | 'signature';

/** Space-separated lists of all languages as one set. */
export const wordSet = (key: ListKey): ReadonlySet<string> =>
  new Set(files.flatMap((file) => file[key].split(/\s+/)).filter(Boolean));

/** Lists written with | in all languages, joined. */
export const listPattern = (key: ListKey): string => joined(files.map((file) => file[key]));

export const merged = (key: 'numbers' | 'ordinals'): ReadonlyMap<string, number> =>
  new Map(files.flatMap((file) => Object.entries(file[key])));

/** Alternatives, longest first, so that "half a dozen" wins over "dozen". */
export const longestFirst = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('.', '\\.'))
    .join('|') || '(?!)';

export const dateLists = (key: 'months' | 'weekdays'): ReadonlyMap<string, number> =>
  new Map(
    files.flatMap((file) =>
      file.dates[key].flatMap((names, index) => names.split('|').map((name) => [name, index] as const)),
    ),
  );
