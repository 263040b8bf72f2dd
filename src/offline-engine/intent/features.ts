export type FeatureOptions = {
  /** Pairs of words, also with one word between them. */
  readonly pairs: boolean;
  /** Lengths of the letter groups, from and to. */
  readonly letters: readonly [number, number];
};

/** Features with how often each occurs. */
export type Features = ReadonlyMap<string, number>;

/** Lower case, without accents, every digit a 0. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/\d/g, '0');

export const tokensOf = (text: string): string[] =>
  plain(text).match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?|[?!$€£%#]/gu) ?? [];

/** Words ("w:"), pairs ("b:", "s:") and letter groups ("c:") with how often each occurs, and marks ("m:") that are no words of the text. */
export function featuresOf(text: string, options: FeatureOptions, marks: readonly string[] = []): Features {
  const counts = new Map<string, number>();
  const add = (feature: string): void => {
    counts.set(feature, (counts.get(feature) ?? 0) + 1);
  };
  for (const mark of marks) add(`m:${mark}`);
  const tokens = tokensOf(text);
  for (const token of tokens) add(`w:${token}`);
  if (options.pairs) {
    const framed = ['^', ...tokens, '$'];
    for (let index = 0; index + 1 < framed.length; index++) add(`b:${framed[index]} ${framed[index + 1]}`);
    for (let index = 0; index + 2 < tokens.length; index++) add(`s:${tokens[index]} _ ${tokens[index + 2]}`);
  }
  const [shortest, longest] = options.letters;
  for (const token of tokens) {
    const framed = `<${token}>`;
    for (let length = shortest; length <= longest; length++) {
      for (let start = 0; start + length <= framed.length; start++)
        add(`c:${framed.slice(start, start + length)}`);
    }
  }
  return counts;
}
