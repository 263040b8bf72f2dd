import type { DisputeType } from '../words/word-file.ts';
import { clausesAround, kindOfWord, reasonsIn } from './clause.ts';
import type { NumberPlace, WrittenNumber } from './numbers.ts';
import type { ValueReading } from './read-values.ts';
import { formOf, tokensOfReading } from './tokens.ts';

/** How many words around a number still tell of it. */
const reach = 12;

/** The words of a message, each with its place in the text and its kind. */
export type Words = Readonly<Record<'starts' | 'ends', readonly number[]>> &
  Readonly<Record<'forms' | 'kinds', readonly string[]>> & {
    /** What the clause around a word disputes. */
    readonly disputedAround: (at: number) => readonly DisputeType[];
  };

export function wordsAround(reading: ValueReading): Words {
  const tokens = tokensOfReading(reading);
  const forms = tokens.map(formOf);
  return {
    starts: tokens.map(({ start }) => start),
    ends: tokens.map(({ end }) => end),
    forms,
    disputedAround: disputedIn(forms),
    kinds: tokens.map((token) =>
      token.isValue ? formOf(token) : kindOfWord(formOf(token), reading.language),
    ),
  };
}

/** Reads each clause once, however many numbers stand in it. */
function disputedIn(forms: readonly string[]): Words['disputedAround'] {
  const clauses = clausesAround(forms);
  const known = new Map<string, readonly DisputeType[]>();
  return (at) => {
    const [first, last] = clauses[at] ?? [at, at];
    const key = `${first} ${last}`;
    const reasons = known.get(key) ?? reasonsIn(forms.slice(first, last + 1).join(' '));
    known.set(key, reasons);
    return reasons;
  };
}

/** The words between this number and its neighbours, units and goods beside it, and what its clause disputes. */
export function neighbourFeatures(
  { starts, ends, forms, kinds, disputedAround }: Words,
  numbers: readonly WrittenNumber[],
  which: number,
  reading: ValueReading,
  { intent = 'none' }: NumberPlace,
): string[] {
  const number = numbers[which];
  const at = number ? ends.findIndex((end) => end > number.start) : -1;
  if (!number || at < 0) return [];
  const from = numbers[which - 1]?.end ?? 0;
  const to = numbers[which + 1]?.start ?? Number.POSITIVE_INFINITY;
  const features = new Set<string>();
  for (let near = at - 1; near > at - reach && (starts[near] ?? -1) >= from; near--)
    features.add(`B:${forms[near]}`);
  for (let near = at + 1; near < at + reach && (ends[near] ?? Number.POSITIVE_INFINITY) <= to; near++)
    features.add(`A:${forms[near]}`);
  const kind = (index: number): string => (index < 0 ? '^' : (kinds[index] ?? '$'));
  const word = (step: 1 | -1): string => {
    let index = at + step;
    while (forms[index] !== undefined && !/[\p{L}\p{N}]/u.test(forms[index] ?? '')) index += step;
    return kind(index);
  };
  const [j2, j1, k1, k2, k3] = [kind(at - 2), kind(at - 1), kind(at + 1), kind(at + 2), kind(at + 3)];
  return [
    ...features,
    `k1:${k1}`,
    `k2:${k1} ${k2}`,
    `k3:${k1} ${k2} ${k3}`,
    `j1:${j1}`,
    `j2:${j2} ${j1}`,
    `jk:${j1} ${k1}`,
    `w1:${word(-1)}`,
    `w2:${word(1)}`,
    `w12:${word(-1)} ${word(1)}`,
    `ik:${intent} ${k1}`,
    `ij:${intent} ${j1}`,
    `row:${reading.source.slice(from, number.start).includes('\n')}`,
    ...disputedAround(at).flatMap((type) => [`tr:${type}`, `trk:${type} ${k1}`]),
  ];
}
