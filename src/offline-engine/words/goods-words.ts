import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageFolder, languages } from './languages.ts';

const names: ReadonlySet<string> = new Set(
  languages.flatMap((language) => {
    const path = join(languageFolder, language, 'goods.txt');
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.filter((line) => !line.startsWith('#')).flatMap((line) => line.split(/\s+/).filter(Boolean));
  }),
);

/** Endings of plurals, longest first. */
const endings = ['ies', 'en', 'es', 's', 'n', 'e', 'i'];

/** Whether a word (lower case) names goods, in the singular or a usual plural. */
export const isGoods = (word: string): boolean =>
  names.has(word) ||
  endings.some((ending) => {
    if (!word.endsWith(ending) || word.length - ending.length < 3) return false;
    const stem = word.slice(0, -ending.length);
    return names.has(stem) || (ending === 'ies' && names.has(`${stem}y`));
  });
