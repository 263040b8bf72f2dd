import { anyOf } from '../words/words.ts';
import type { Option } from './context.ts';

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
const stemOf = (word: string): string =>
  plain(word)
    .replace(/ies$/, 'y')
    .replace(/(?:es|s|en)$/, '');
/** "Only 90 came" does not mean the line "deposit, charged on return only". */
const only = anyOf('cues', 'only');
const wordsOf = (text: string): string[] =>
  (text.match(/\p{L}{3,}/gu) ?? []).filter((word) => !only.test(word));

/** The one option whose label shares the most words with a text; undefined when none or several do. Goods win over charges. */
export function byWords(text: string, options: readonly Option[]): Option | undefined {
  const words = new Set(wordsOf(text).map(stemOf));
  const scored = options
    .map((option) => ({
      option,
      hits: wordsOf(option.label ?? '').filter((word) => words.has(stemOf(word))).length,
    }))
    .filter(({ hits }) => hits > 0);
  const best = Math.max(0, ...scored.map(({ hits }) => hits));
  const leading = scored.filter(({ hits }) => hits === best).map(({ option }) => option);
  if (leading.length === 1) return leading[0];
  const goods = leading.filter((option) => option.goods);
  return goods.length === 1 ? goods[0] : undefined;
}
