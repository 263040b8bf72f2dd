import { type Pattern, pattern } from '../words/pattern.ts';
import { listPattern, wordSet } from '../words/words.ts';
import { isBlotted, justAfter } from './masked-text.ts';
import type { FoundQuantity } from './quantities.ts';

export const filler = wordSet('filler');
const notProducts = wordSet('not-products');
const wholePattern = (source: string): Pattern => pattern(`^(?:${source})$`);
const skipped = wholePattern(listPattern('product-before'));
const ends = wholePattern(listPattern('product-after'));
const never = pattern(`^(?:${listPattern('product-never')})(?!\\p{L})`);
const clues = listPattern('product-clues')
  .split(/\|(?=\(\?:)/)
  .map((clue) => pattern(`(?<!\\p{L})${clue} ((?:\\p{L}[\\p{L}\\p{N}&-]*\\s*){1,3})`));

/** Up to three words that name goods, or undefined. */
function goodsAt(text: string): string | undefined {
  const words: string[] = [];
  for (const raw of text.trim().split(/\s+/)) {
    const word = raw.replace(/[^\p{L}\p{N}'&-]/gu, '');
    if (!word || isBlotted(raw)) break;
    if (words.length === 0 && (/^\d+$/.test(word) || skipped.test(word))) continue;
    if (
      ends.test(word) ||
      (filler.has(word.toLowerCase()) && !(word.toLowerCase() === 'of' && words.length === 1))
    )
      break;
    words.push(word);
    if (words.length === 3 || /[,.;:!?]$/.test(raw)) break;
  }
  if (/^(?:of|and)$/i.test(words.at(-1) ?? '')) words.pop();
  const goods = words.join(' ');
  return goods.length > 2 && !notProducts.has(goods.toLowerCase()) && !never.test(goods) ? goods : undefined;
}

/** The product a message names: in quotation marks, after a quantity, or after "the", "for", "with". */
export function readProduct(text: string, quantities: readonly FoundQuantity[]): string | undefined {
  const quoted = /["']([^"']{3,40})["']/.exec(text.replace(/(\p{L})'(\p{L})/gu, '$1’$2'))?.[1];
  if (quoted && !isBlotted(quoted)) return quoted;
  for (const quantity of quantities) {
    const goods = quantity.value === '1' ? undefined : goodsAt(justAfter(text, quantity.end));
    if (goods) return goods;
  }
  for (const clue of clues) {
    for (const match of clue.matches(text)) {
      const goods = goodsAt(match[1] ?? '');
      if (goods) return goods;
    }
  }
  return undefined;
}
