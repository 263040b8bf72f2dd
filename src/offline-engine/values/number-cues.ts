import { anyOf } from '../words/words.ts';
import type { WrittenNumber } from './numbers.ts';

const cues = (
  [
    'delivered',
    'billed',
    'claimed',
    'claimed-after',
    'delivered-after',
    'billed-after',
    'never',
    'only',
  ] as const
).map((key) => [key, anyOf('cues', key)] as const);
const sentenceEnd = /[.;!?\n]\s/;
/** So many characters around a number are searched. */
const reach = 50;

/** Which words that tell of billing, delivery or claims stand nearest. */
export function cueFeatures({ start, end }: WrittenNumber, source: string): string[] {
  const left =
    source
      .slice(Math.max(0, start - reach), start)
      .split(sentenceEnd)
      .at(-1) ?? '';
  const right = source.slice(end, end + reach).split(sentenceEnd)[0] ?? '';
  const found = (text: string, sign: 1 | -1) =>
    cues
      .flatMap(([key, words]) => words.matches(text).map(({ index }) => ({ key, at: sign * index })))
      .sort((a, b) => a.at - b.at)
      .map(({ key }) => key);
  const [before, after] = [found(left, -1), found(right, 1)];
  const [nearestBefore = 'no'] = before;
  const [nearestAfter = 'no'] = after;
  return [
    `cl:${nearestBefore}`,
    `cr:${nearestAfter}`,
    `clr:${nearestBefore} ${nearestAfter}`,
    ...new Set(before.map((key) => `cb:${key}`)),
    ...new Set(after.map((key) => `ca:${key}`)),
  ];
}
