import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf } from '../words/words.ts';
import { reasonsIn } from './clause.ts';
import { filler, notProducts } from './goods-sentence.ts';
import type { ValueReading } from './read-values.ts';
import type { Token } from './tokens.ts';

/** Languages that name goods by what they are made of or for: "máquina de humo", "cuffie da doccia". */
const namesOnward: ReadonlySet<string> = new Set(['es', 'fr', 'it', 'pt']);
const joint = pattern(`^(?:${alternatives('cues', 'made-of')})$`);
const joinedWord = pattern(`^(?:${alternatives('cues', 'made-of-joined')})\\p{L}{3,}$`);
const document = anyOf('documents', 'invoice');
const line = anyOf('documents', 'line');

/** First and last token of a name of goods. */
type Edges = { readonly first: number; readonly last: number };

/** A name of goods without the words behind it that are none, and with what it is made of. */
export function withinEdges(tokens: readonly Token[], edges: Edges, { language }: ValueReading): Edges {
  const trimmed = withoutTail(tokens, edges);
  return namesOnward.has(language) ? withMaterial(tokens, trimmed) : trimmed;
}

const isFunctionWord = (word: string): boolean => filler.has(word) && !joint.test(word);

/** "3 casques fendus" names helmets; "meloxicam when Glen" a drug. */
function withoutTail(tokens: readonly Token[], { first, last }: Edges): Edges {
  const wordAt = (at: number): string => tokens[at]?.text.toLowerCase() ?? '';
  for (let at = first + 1; at <= last; at++)
    if (isFunctionWord(wordAt(at))) return withoutTail(tokens, { first, last: at - 1 });
  let end = last;
  while (end > first && (reasonsIn(wordAt(end)).length > 0 || joint.test(wordAt(end)))) end--;
  return { first, last: end };
}

function withMaterial(tokens: readonly Token[], { first, last }: Edges): Edges {
  const isGoods = (at: number): boolean => {
    const token = tokens[at];
    const word = token?.text.toLowerCase() ?? '';
    return (
      token !== undefined &&
      !token.isValue &&
      /^\p{Ll}[\p{L}'-]{2,}$/u.test(token.text) &&
      !filler.has(word) &&
      !notProducts.has(word) &&
      !document.test(word) &&
      !line.test(word)
    );
  };
  const [next = '', after = ''] = [tokens[last + 1]?.text, tokens[last + 2]?.text];
  if (joinedWord.test(next) && isGoods(last + 1)) return { first, last: last + 1 };
  const end = joint.test(`${next} ${after}`) ? last + 3 : joint.test(next) ? last + 2 : last;
  return end > last && isGoods(end) ? { first, last: end } : { first, last };
}
