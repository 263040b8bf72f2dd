import { isGoods } from '../words/goods-words.ts';
import { type DisputeType, disputeTypes } from '../words/word-file.ts';
import { anyOf } from '../words/words.ts';

const reasons = disputeTypes.map((type) => [type, anyOf('reasons', type)] as const);
/** A sign that ends a clause. */
export const clauseEnd = /^[.!?;]$/;
/** Words like "crates" and "kg". */
export const unit = anyOf('cues', 'unit');

/** Where the clause around some words begins and ends, as positions. */
export function clauseAround(
  forms: readonly string[],
  first: number,
  last: number,
): readonly [number, number] {
  let from = first;
  while (from > 0 && !clauseEnd.test(forms[from - 1] ?? '')) from--;
  let to = last;
  while (to < forms.length - 1 && !clauseEnd.test(forms[to + 1] ?? '')) to++;
  return [from, to];
}

/** For each word the clause it stands in, as `clauseAround` finds it, in one pass. */
export function clausesAround(forms: readonly string[]): readonly (readonly [number, number])[] {
  const ends = forms.map((form) => clauseEnd.test(form));
  const first: number[] = [];
  const last: number[] = [];
  for (let at = 0; at < forms.length; at++) first[at] = at > 0 && !ends[at - 1] ? (first[at - 1] ?? 0) : at;
  for (let at = forms.length - 1; at >= 0; at--)
    last[at] = at < forms.length - 1 && !ends[at + 1] ? (last[at + 1] ?? at) : at;
  return forms.map((_, at) => [first[at] ?? at, last[at] ?? at]);
}

/** The kinds of dispute that the words of a text tell of. */
export const reasonsIn = (text: string): DisputeType[] =>
  reasons.filter(([, words]) => words.test(text)).map(([type]) => type);

/** What a word (lower case) is to a number beside it: a unit, goods, or itself. */
export const kindOfWord = (form: string, language: string): string =>
  unit.test(form) ? '~unit' : isGoods(form, language) ? '~goods' : form;
