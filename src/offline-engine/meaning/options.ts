import { inEnglish, plainWord, severalWordsInEnglish } from '../words/goods-in-english.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf } from '../words/words.ts';
import type { Option } from './context.ts';

const stemOf = (word: string): string =>
  plainWord(word)
    .replace(/ies$/, 'y')
    .replace(/(?:es|en|s|e|n)$/, '');
/** "Only 90 came" does not mean the line "deposit, charged on return only". */
const only = anyOf('cues', 'only');
/** "5 boxes of gloves" does not mean the line "Bags, box of 10". */
const unit = pattern(`^(?:${alternatives('cues', 'unit')})$`);
const isGoods = (word: string): boolean => !unit.test(word);
const wordsOf = (text: string): string[] =>
  (text.match(/\p{L}{3,}/gu) ?? []).filter((word) => !only.test(word));

/** The one option whose label shares the most words with a text; undefined when none or several do. Goods win over charges. */
export const byWords = (text: string, options: readonly Option[]): Option | undefined =>
  sharing(wordsOf(text), options);

/** The option that the goods somebody names, or else the whole of what they wrote, mean; goods that are none of them are not taken for their box. */
export function byGoods(
  product: string | undefined,
  text: string,
  options: readonly Option[],
): Option | undefined {
  const named = wordsOf(product ?? '');
  const goods = named.filter(isGoods);
  return (
    sharing(goods.length > 0 ? goods : named, options) ??
    sharing([...wordsOf(text).filter(isGoods), ...severalWordsInEnglish(wordsOf(text))], options) ??
    (goods.length > 0 ? undefined : byWords(text, options))
  );
}

function sharing(said: readonly string[], options: readonly Option[]): Option | undefined {
  const words = new Set([...said, ...inEnglish(said)].map(stemOf));
  const scored = options
    .map((option) => ({
      option,
      hits: wordsOf(option.label ?? '').filter((word) => words.has(stemOf(word))).length,
    }))
    .filter(({ hits }) => hits > 0);
  const best = Math.max(0, ...scored.map(({ hits }) => hits));
  const leading = scored.filter(({ hits }) => hits === best).map(({ option }) => option);
  if (leading.length === 1) return leading[0];
  const ofGoods = leading.filter((option) => option.goods);
  return ofGoods.length === 1 ? ofGoods[0] : undefined;
}
