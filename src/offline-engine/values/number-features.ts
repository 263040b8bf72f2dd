import { plain } from '../intent/features.ts';
import { clauseEnd, reasonsIn, unit } from './clause.ts';
import { mark } from './masked-text.ts';
import { cueFeatures } from './number-cues.ts';
import { neighbourFeatures, wordsAround } from './number-neighbours.ts';
import type { NumberPlace, WrittenNumber } from './numbers.ts';
import type { ValueReading } from './read-values.ts';

const wordOrSign = /[\p{L}\p{N}]+(?:'\p{L}+)?|[.,;:!?#%€$£]/gu;
const quantityTags: readonly (string | undefined)[] = [undefined, 'qtynum', 'moneyamt'];
/** How many characters around a number still tell of it. */
const reach = 90;

/** What tells each number's role: its form, the words around it, its rank among the others, and what was asked. */
export function featuresOfNumbers(
  numbers: readonly WrittenNumber[],
  reading: ValueReading,
  place: NumberPlace,
): string[][] {
  const words = wordsAround(reading);
  const reasons = reasonsIn(words.forms.join(' ')).map((type) => `wr:${type}`);
  return numbers.map((number, at) => [
    ...formFeatures(number, reading, place),
    ...wordFeatures(number, reading),
    ...rankFeatures(number, numbers),
    ...cueFeatures(number, reading.source),
    ...placeFeatures(number, reading, place),
    ...neighbourFeatures(words, numbers, at, reading, place),
    ...reasons,
  ]);
}

function formFeatures(number: WrittenNumber, { source }: ValueReading, { side }: NumberPlace): string[] {
  const digits = number.written.replace(/\D/g, '');
  const next = source
    .slice(number.end, number.end + 14)
    .trim()
    .split(/\s/)[0];
  return [
    `len:${digits.length}`,
    `dec:${/[.,]\d{1,2}$/.test(number.written)}`,
    `sep:${/[/-]/.test(number.written)}`,
    `hash:${source[number.start] === '#'}`,
    `zero:${digits.startsWith('0') && digits.length > 1}`,
    `tag:${number.tag ?? 'none'}`,
    `rule:${number.rule ?? 'none'}`,
    `unit:${unit.test(next ?? '')}`,
    `lenside:${digits.length} ${side}`,
    `alone:${source.trim().length < number.written.length + 6}`,
  ];
}

const withTags = ({ source, spans }: ValueReading, from: number, to: number): string => {
  let text = '';
  let position = from;
  for (const { start, end, tag } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= from || start >= to) continue;
    text += `${source.slice(position, Math.max(position, start))} ${tag} `;
    position = Math.max(position, end);
  }
  return text + source.slice(position, Math.max(position, to));
};

const wordsOf = (text: string): string[] =>
  (plain(text.replaceAll(mark, ' ')).match(wordOrSign) ?? []).map((token) =>
    /^\d+$/.test(token) ? 'num' : token,
  );

/** The words right before and after, and those of its clause. */
function wordFeatures(number: WrittenNumber, reading: ValueReading): string[] {
  const before = wordsOf(withTags(reading, Math.max(0, number.start - reach), number.start));
  const after = wordsOf(withTags(reading, number.end, number.end + reach));
  const [p1 = '^', p2 = '^', p3 = '^'] = before.toReversed();
  const [n1 = '$', n2 = '$', n3 = '$'] = after;
  return [
    `p1:${p1}`,
    `p2:${p2}`,
    `p3:${p3}`,
    `n1:${n1}`,
    `n2:${n2}`,
    `n3:${n3}`,
    `pp:${p2} ${p1}`,
    `nn:${n1} ${n2}`,
    `pn:${p1} ${n1}`,
    `lenp:${number.written.replace(/\D/g, '').length} ${p1}`,
    ...new Set(clause(before.toReversed()).map((word) => `b:${word}`)),
    ...new Set(clause(after).map((word) => `a:${word}`)),
  ];
}

function clause(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word) => clauseEnd.test(word));
  return (end < 0 ? words : words.slice(0, end)).slice(0, 8);
}

/** How a number stands to the others that could be quantities or prices. */
function rankFeatures(number: WrittenNumber, all: readonly WrittenNumber[]): string[] {
  const rivals = all.filter((other) => quantityTags.includes(other.tag) && other.written.length < 7);
  const at = rivals.indexOf(number);
  if (at < 0) return [];
  const rank = rivals.filter((other) => Number(other.value) < Number(number.value)).length;
  return [
    `among:${at + 1}/${rivals.length}`,
    `rank:${rank + 1}/${rivals.length}`,
    `rulerank:${number.rule ?? 'none'} ${rank + 1}/${rivals.length}`,
    `same:${rivals.some((other) => other !== number && other.value === number.value)}`,
  ];
}

function placeFeatures(
  number: WrittenNumber,
  { slots, language }: ValueReading,
  place: NumberPlace,
): string[] {
  const { intent = 'none', asked = 'nothing', pending = 'nothing', side, claimed } = place;
  const length = number.written.replace(/\D/g, '').length;
  return [
    `intent:${intent}`,
    `intentlen:${intent} ${length}`,
    `intentrule:${intent} ${number.rule ?? 'none'}`,
    `asked:${asked}`,
    `askedlen:${asked} ${length}`,
    `pending:${pending}`,
    `was:${claimed !== undefined && Number(claimed) === Number(number.value)}`,
    `reason:${slots.reason ?? 'none'}`,
    `side:${side} ${intent}`,
    `english:${language === 'en'}`,
  ];
}
