import type { DisputeType } from '../words/word-file.ts';
import { wordSet } from '../words/words.ts';
import { clauseAround, kindOfWord, reasonsIn } from './clause.ts';
import type { ValueReading } from './read-values.ts';
import { formOf, type Token, tokensOfReading } from './tokens.ts';

export const notProducts = wordSet('not-products');
export const filler = wordSet('filler');

/** How common a word is among people who write about invoices: "rare" to "common". */
export type Usage = (word: string) => 'rare' | 'some' | 'common';

export const usageOf =
  (people: ReadonlyMap<string, number>, authors: number): Usage =>
  (word) => {
    const share = (people.get(word) ?? 0) / authors;
    return share < 0.1 ? 'rare' : share < 0.35 ? 'some' : 'common';
  };

/** What is known of a message beside its words. */
export type GoodsPlace = {
  readonly intent: string;
  readonly side: string;
  readonly asked?: string | undefined;
  readonly usage: Usage;
};

/** A message as the choice of its goods sees it. */
export type Sentence = {
  readonly tokens: readonly Token[];
  readonly forms: readonly string[];
  /** What each word is: itself when everybody uses it, else what is known of it. A name of goods is learnt by its place, not by heart. */
  readonly kinds: readonly string[];
  readonly place: GoodsPlace;
  readonly reading: ValueReading;
  /** How many words name goods: "0" to "2", or "many". */
  readonly goods: string;
  readonly firstGoods: number;
  readonly lastGoods: number;
  /** By the position of a word. */
  readonly clauses: readonly Clause[];
};

/** What the clause of each word tells, worked out once a clause. */
type Clause = {
  readonly from: number;
  readonly to: number;
  readonly reasons: readonly DisputeType[];
  readonly hasNumber: boolean;
};

function clausesIn(forms: readonly string[]): Clause[] {
  const clauses: Clause[] = [];
  while (clauses.length < forms.length) {
    const [from, to] = clauseAround(forms, clauses.length, clauses.length);
    const text = forms.slice(from, to + 1).join(' ');
    const clause = { from, to, reasons: reasonsIn(text), hasNumber: /num/.test(text) };
    do clauses.push(clause);
    while (clauses.length <= to);
  }
  return clauses;
}

export function sentenceOf(reading: ValueReading, place: GoodsPlace): Sentence {
  const tokens = tokensOfReading(reading);
  const forms = tokens.map(formOf);
  const kinds = tokens.map((token, at) => kindOf(token, forms[at] ?? '', reading.language, place.usage));
  const named = kinds.filter((kind) => kind === '~goods').length;
  return {
    tokens,
    forms,
    kinds,
    place,
    reading,
    goods: named > 2 ? 'many' : String(named),
    firstGoods: kinds.indexOf('~goods'),
    lastGoods: kinds.lastIndexOf('~goods'),
    clauses: clausesIn(forms),
  };
}

function kindOf({ isValue }: Token, form: string, language: string, usage: Usage): string {
  if (isValue || !/\p{L}/u.test(form)) return form;
  const kind = kindOfWord(form, language);
  if (kind !== form) return kind;
  if (usage(form) === 'common' || filler.has(form)) return form;
  return notProducts.has(form) ? '~not' : `~${usage(form)}`;
}
