import { type Features, plain } from '../intent/features.ts';
import type { NumberPlace } from './numbers.ts';
import type { ValueReading } from './read-values.ts';
import type { Slots } from './slots.ts';

/** Values that people also mention in passing: "since March", "three weeks ago", "my last job". */
export const passing = ['date', 'range', 'days', 'months', 'filter'] as const;
export type PassingValue = (typeof passing)[number];

const tagOf: Readonly<Record<PassingValue, string>> = {
  date: 'dateval',
  range: 'daterange',
  days: 'durval',
  months: 'durval',
  filter: 'zfilter',
};

/** What tells whether a value bears on the request: the request itself, the words around the value, and what was asked. */
export function featuresOfPassing(kind: PassingValue, reading: ValueReading, place: NumberPlace): Features {
  const { tagged, slots, spans } = reading;
  const words: readonly string[] = plain(tagged).match(/[\p{L}\p{N}]+|[?!.,]/gu) ?? [];
  const at = words.indexOf(tagOf[kind]);
  const near = (offset: number): string => (at < 0 ? '~' : (words[at + offset] ?? '|'));
  const value = kind === 'filter' ? (slots.filter ?? '') : '';
  const intent = place.intent ?? 'none';
  return new Map(
    [
      `k:${kind}`,
      `ki:${kind} ${intent}`,
      `kv:${kind} ${value}`,
      `kvi:${kind} ${value} ${intent}`,
      `ka:${kind} ${place.asked ?? 'nothing'}`,
      `kp:${kind} ${place.pending ?? 'nothing'}`,
      `kia:${kind} ${intent} ${place.asked ?? 'nothing'}`,
      `p:${kind} ${near(-1)}`,
      `pi:${intent} ${kind} ${near(-1)}`,
      `pp:${near(-2)} ${near(-1)}`,
      `n:${kind} ${near(1)}`,
      `q:${kind} ${tagged.includes('?')}`,
      `r:${kind} ${slots.reason ?? 'none'} ${intent}`,
      `c:${kind} ${spans.filter(({ tag }) => tag === tagOf[kind]).length > 1}`,
      `l:${kind} ${words.length < 6} ${intent}`,
    ].map((feature) => [feature, 1]),
  );
}

/** Whether the reading has such a value. */
export const hasPassing = (kind: PassingValue, slots: Slots): boolean => slots[kind] !== undefined;
