import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageFolder, languages } from './languages.ts';

const namesOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  languages.map((language) => {
    const path = join(languageFolder, language, 'goods.txt');
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    const names = lines.filter((line) => !line.startsWith('#')).flatMap((line) => line.split(/\s+/));
    return [language, new Set(names.filter(Boolean))];
  }),
);

/** Endings of plurals, longest first. */
const endings = ['ies', 'en', 'es', 's', 'n', 'e', 'i'];

function isNamed(word: string, names: ReadonlySet<string>): boolean {
  return (
    names.has(word) ||
    endings.some((ending) => {
      if (!word.endsWith(ending) || word.length - ending.length < 3) return false;
      const stem = word.slice(0, -ending.length);
      return names.has(stem) || (ending === 'ies' && names.has(`${stem}y`));
    })
  );
}

/** Whether a word (lower case) names goods in a language, in the singular or a usual plural; everywhere people also use English names. */
export const isGoods = (word: string, language: string): boolean =>
  [language, 'en'].some((one) => isNamed(word, namesOf.get(one) ?? none));

/** Whether a word (lower case) names goods in any language. */
export const isGoodsAnywhere = (word: string): boolean =>
  [...namesOf.values()].some((names) => names.has(word));

const none: ReadonlySet<string> = new Set();
