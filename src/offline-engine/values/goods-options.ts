import { featuresOfName, featuresOfNone } from './goods-features.ts';
import { filler, type GoodsPlace, notProducts, sentenceOf } from './goods-sentence.ts';
import type { ValueReading } from './read-values.ts';

/** The longest name of goods, in words. */
const longest = 3;

/** Words that may together name the goods of a message, as positions of its tokens; the last option, without positions, is that none do. */
export type GoodsOption = {
  readonly features: readonly string[];
  readonly first?: number;
  readonly last?: number;
};

/** Every way to name the goods of a message by up to three words in a row, and that it names none. */
export function goodsOptions(reading: ValueReading, place: GoodsPlace): GoodsOption[] {
  const sentence = sentenceOf(reading, place);
  const { tokens, forms } = sentence;
  const options: GoodsOption[] = [];
  for (const first of tokens.keys()) {
    if (tokens[first]?.isValue || filler.has(forms[first] ?? '')) continue;
    for (let last = first; last < Math.min(tokens.length, first + longest); last++) {
      const token = tokens[last];
      const form = forms[last] ?? '';
      // "Flour 55": a number may stand inside of a name, a sign or a value of another kind not.
      if (!token || (token.isValue ? !/^\d/.test(token.text) : !/\p{L}/u.test(form))) break;
      if (!token.isValue && !filler.has(form) && !notProducts.has(form))
        options.push({ features: featuresOfName(sentence, first, last), first, last });
    }
  }
  return [...options, { features: featuresOfNone(sentence) }];
}
