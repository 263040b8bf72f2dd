import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { endingsOfCompounds } from './goods-words.ts';
import { languageFolder, languages } from './languages.ts';
import { readYaml } from './read-yaml.ts';

/** A language's goods-english.yaml: the goods in that language and what bills call them in English. */
const GoodsFile = z.record(z.string(), z.string());

export const plainWord = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .toLowerCase();

const wordsIn = (text: string): string[] => plainWord(text).match(/\p{L}{3,}/gu) ?? [];

type Goods = {
  readonly words: readonly string[];
  readonly english: readonly string[];
  /** The English names as they are written. */
  readonly names: readonly string[];
};

const goods: readonly Goods[] = languages.flatMap((language) => {
  const path = join(languageFolder, language, 'goods-english.yaml');
  if (!existsSync(path)) return [];
  return Object.entries(GoodsFile.parse(readYaml(path))).map(([name, english]) => ({
    words: wordsIn(name).filter((word) => word.length > 3),
    english: [...new Set(wordsIn(english))],
    names: english.split(',').map((one) => one.trim()),
  }));
});

/** Letters at which an ending begins at the earliest. */
const shortest = 4;
/** "Pumpe" may end a compound, "Sack" is too short for one. */
const leastOfCompound = 5;
const byBeginning = Map.groupBy(
  goods.filter(({ words }) => words.length > 0),
  ({ words: [first = ''] }) => first.slice(0, shortest),
);
const longestOfCompound = goods.filter(
  ({ words }) => words.length === 1 && (words[0]?.length ?? 0) >= leastOfCompound,
);

/** The same word with another ending: "termostat", "termostatów"; both plain. */
function isForm(said: string, known: string): boolean {
  const kept = Math.max(shortest, known.length - 2);
  return said.length <= known.length + 4 && said.startsWith(known.slice(0, kept));
}

/** A compound's last word, in the singular or with a plural's ending. */
const endsIn = (word: string, known: string): boolean =>
  word.length > known.length + 2 &&
  (word.endsWith(known) || endingsOfCompounds.some((ending) => word.endsWith(known + ending)));

/** What goods of several words are called in English where all their words were said: "worki na śmieci". */
export const severalWordsInEnglish = (said: readonly string[]): string[] => {
  const plain = said.map(plainWord);
  return plain.flatMap((word) =>
    (byBeginning.get(word.slice(0, shortest)) ?? [])
      .filter(
        ({ words }) =>
          words.length > 1 && words.every((known) => plain.some((other) => isForm(other, known))),
      )
      .flatMap(({ english }) => english),
  );
};

/** What goods named in other languages are called in English: "kugelhähne" is "ball", "valve". Words as they were written. */
export const inEnglish = (said: readonly string[]): string[] =>
  goodsNamed(said).flatMap(({ english }) => english);

/** The English names of goods named in other languages, those of the most words first. */
export const englishNames = (said: readonly string[]): string[] => [
  ...new Set(
    goodsNamed(said)
      .toSorted((one, other) => other.words.length - one.words.length)
      .flatMap(({ names }) => names),
  ),
];

function goodsNamed(said: readonly string[]): Goods[] {
  const plain = said.map(plainWord);
  return plain.flatMap((word) => {
    const named = (byBeginning.get(word.slice(0, shortest)) ?? []).filter(({ words }) =>
      words.every((known) => plain.some((other) => isForm(other, known))),
    );
    // "Edelstahlschäkel" is a kind of "schäkel", and "Bilgenpumpen" are pumps
    const ending =
      named.length > 0 ? [] : longestOfCompound.filter(({ words: [known = ''] }) => endsIn(word, known));
    return [...named, ...ending];
  });
}
