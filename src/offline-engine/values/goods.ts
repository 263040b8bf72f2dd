import { type Features, plain } from '../intent/features.ts';
import { type LinearModel, predict } from '../intent/linear-model.ts';
import { isGoods } from '../words/goods-words.ts';
import { anyOf, wordSet } from '../words/words.ts';
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
const notProducts = wordSet('not-products');
const filler = wordSet('filler');
const unit = anyOf('cues', 'unit');

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

const formOf = ({ text, isValue }: Token): string => (/^\d/.test(text) && isValue ? 'num' : plain(text));

/** What is known of a word's surroundings beside its neighbours. */
export type WordPlace = {
  /** The place of the word before in the name of goods: begin, in, or out. */
  readonly before: string;
  readonly intent: string;
  readonly usage: Usage;
  readonly language: string;
};

/** What each word counts as, how many name goods, and which is the first that does. */
type Forms = { readonly all: readonly string[]; readonly named: number; readonly firstNamed: number };

/** The forms of the words of a message, worked out once. */
function formsOf(tokens: readonly Token[], usage: Usage, language: string): Forms {
  const known = formsOfMessage.get(tokens);
  if (known) return known;
  const all = tokens.map((token) => generalForm(token, usage, language));
  const forms = {
    all,
    named: all.filter((form) => form === goodsForm).length,
    firstNamed: all.indexOf(goodsForm),
  };
  formsOfMessage.set(tokens, forms);
  return forms;
}
const formsOfMessage = new WeakMap<readonly Token[], Forms>();
const goodsForm = '~goods';

function generalForm(token: Token, usage: Usage, language: string): string {
  const written = formOf(token);
  if (token.isValue || !/\p{L}/u.test(written)) return written;
  if (unit.test(written)) return '~unit';
  if (isGoods(written, language)) return goodsForm;
  // A name of goods is learnt by its place, not by heart.
  if (usage(written) === 'common' || filler.has(written)) return written;
  return notProducts.has(written) ? '~not' : `~${usage(written)}`;
}

/** What tells whether a word belongs to the name of goods: itself, its neighbours, and what the word before was. */
export function featuresOfWord(
  tokens: readonly Token[],
  at: number,
  { before, intent, usage, language }: WordPlace,
): Features {
  const features = new Set<string>();
  const { all, named, firstNamed } = formsOf(tokens, usage, language);
  const form = (index: number): string => all[index] ?? (index < 0 ? '^' : '$');
  const own = form(at);
  const [p1, p2, p3, n1, n2] = [form(at - 1), form(at - 2), form(at - 3), form(at + 1), form(at + 2)];
  const known = formOf(tokens[at] ?? { text: '', start: 0, end: 0, isValue: true });
  for (const feature of [
    `o:${own}`,
    `p:${p1}`,
    `q:${p2} ${p1}`,
    `r:${p3} ${p2} ${p1}`,
    `n:${n1}`,
    `m:${n1} ${n2}`,
    `po:${p1} ${own}`,
    `qo:${p2} ${p1} ${own}`,
    `on:${own} ${n1}`,
    `pon:${p1} ${own} ${n1}`,
    `t:${before}`,
    `to:${before} ${own}`,
    `tpo:${before} ${p1} ${own}`,
    `ton:${before} ${own} ${n1}`,
    `i:${intent}`,
    `io:${intent} ${own}`,
    `ipo:${intent} ${p1} ${own}`,
    `e:${known.slice(-2)}`,
    `eo:${own} ${known.slice(-1)}`,
  ])
    features.add(feature);
  const isNamed = (index: number): boolean => form(index) === goodsForm;
  const measured =
    p1 === 'num' || p1 === 'qtynum'
      ? 'number'
      : p1 === '~unit'
        ? /num$/.test(p2)
          ? 'number unit'
          : 'unit'
        : p2 === '~unit'
          ? `unit ${p1}`
          : 'no';
  features.add(`g:${named > 2 ? 'many' : named} ${own}`);
  features.add(`gn:${isNamed(at)} ${isNamed(at + 1)} ${isNamed(at + 2)}`);
  features.add(`gnt:${before} ${isNamed(at)} ${isNamed(at + 1)} ${isNamed(at + 2)}`);
  features.add(`me:${measured} ${own}`).add(`met:${before} ${measured} ${own}`);
  features.add(`meg:${measured} ${own} ${isNamed(at + 1)}`);
  features.add(`ig:${intent} ${own} ${named > 0}`);
  if (own === goodsForm) features.add(`gi:${firstNamed < at}`);
  if (/^\p{Lu}/u.test(tokens[at]?.text ?? ''))
    features.add(p1 === '^' || p1 === '.' ? 'first capital' : 'capital');
  return new Map([...features].map((feature) => [feature, 1]));
}

/** How common a word is among people who write about invoices: "rare" to "common". */
export type Usage = (word: string) => 'rare' | 'some' | 'common';

export const usageOf =
  (people: ReadonlyMap<string, number>, authors: number): Usage =>
  (word) => {
    const share = (people.get(word) ?? 0) / authors;
    return share < 0.1 ? 'rare' : share < 0.35 ? 'some' : 'common';
  };

const least = { begin: 0.25, in: 0.5 };

/** The name of the goods in a message, as written; undefined when it names none. */
export function goodsIn(
  reading: ValueReading,
  model: LinearModel,
  usage: Usage,
  intent: string,
): string | undefined {
  const tokens = tokensOfReading(reading);
  const scoreOf = (at: number, before: string, label: string): number =>
    tokens[at]?.isValue
      ? 0
      : predict(
          model,
          featuresOfWord(tokens, at, { before, intent, usage, language: reading.language }),
        ).scoreOf(label);
  let first = -1;
  let best = least.begin;
  for (const at of tokens.keys()) {
    const score = scoreOf(at, 'out', 'begin');
    if (score > best) [first, best] = [at, score];
  }
  if (first < 0) return undefined;
  let last = first;
  while (last + 1 < tokens.length && scoreOf(last + 1, last === first ? 'begin' : 'in', 'in') > least.in)
    last++;
  const name = reading.source.slice(tokens[first]?.start, tokens[last]?.end);
  const words = tokens.slice(first, last + 1).map(formOf);
  const saysNothing = words.every((word) => filler.has(word)) || notProducts.has(words.at(-1) ?? '');
  return saysNothing ? undefined : name;
}
