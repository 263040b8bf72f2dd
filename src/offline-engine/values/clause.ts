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

/** The kinds of dispute that the words of a text tell of. */
export const reasonsIn = (text: string): DisputeType[] =>
  reasons.filter(([, words]) => words.test(text)).map(([type]) => type);

/** What a word (lower case) is to a number beside it: a unit, goods, or itself. */
export const kindOfWord = (form: string, language: string): string =>
  unit.test(form) ? '~unit' : isGoods(form, language) ? '~goods' : form;
