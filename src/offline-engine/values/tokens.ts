import { plain } from '../intent/features.ts';
import { mark } from './masked-text.ts';
import type { ValueReading } from './read-values.ts';

/** A word or sign of a message, or the kind of a value that stands there. */
export type Token = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isValue: boolean;
};

const word = /[\p{L}\p{N}]+(?:['’&./-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu;

/** The words of a message in order; values of a known form are one token each. */
export function tokensOfReading({ source, spans }: ValueReading): Token[] {
  return [...source.replaceAll(mark, ' ').matchAll(word)].flatMap(({ 0: text, index: start }) => {
    const end = start + text.length;
    const span = spans.find((other) => other.start < end && start < other.end);
    if (!span) return [{ text, start, end, isValue: /^\d+(?:[.,]\d+)?$/.test(text) }];
    const isFirst = start <= span.start || source.slice(span.start, start).trim() === '';
    return isFirst ? [{ text: span.tag, start, end: span.end, isValue: true }] : [];
  });
}

/** A word as features name it: plain letters, numbers as "num". */
export const formOf = ({ text, isValue }: Token): string =>
  /^\d/.test(text) && isValue ? 'num' : plain(text);
