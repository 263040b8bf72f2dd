import { type Features, plain } from '../intent/features.ts';
import { anyOf } from '../words/words.ts';
import { decimalOf } from './decimal.ts';
import { documentDigits } from './documents.ts';
import { mark, mostNumbers } from './masked-text.ts';
import type { ValueReading } from './read-values.ts';

/** A number of a message, where it stands, and what it was taken for by form. */
export type WrittenNumber = {
  readonly written: string;
  /** Decimal string; of a document's number only its digits. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** The kind of value the readers of forms saw here. */
  readonly tag?: string;
  /** The role the rules gave it. */
  readonly rule?: string;
};

/** What is known of the place of a message that helps to tell what its numbers are. */
export type NumberPlace = {
  readonly side: string;
  readonly asked?: string;
  readonly pending?: string;
  readonly claimed?: string;
  /** What the whole message asks for. */
  readonly intent?: string;
};

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

const numeral = /(?<![\p{L}\p{N}])#?\d(?:[\d.,/-]*\d)?/gu;
/** "INV-30418", "2026/0417": no plain number looks like these. */
export const hasOwnForm = (number: string): boolean => /[\p{L}/-]/u.test(number);

const skipped = /^(?:rangenum|sizeval|dateval|daterange|durval|emailaddr|pctval)$/;
const unit = anyOf('cues', 'unit');
const clauseEnd = /[.;!?]/;
const wordOrSign = /[\p{L}\p{N}]+(?:'\p{L}+)?|[.,;:!?#%€$£]/gu;
const quantityTags: readonly (string | undefined)[] = [undefined, 'qtynum', 'moneyamt'];

/** Every number of a message that is not part of a date, a duration, an address or a document's own form. */
export function numbersIn({ source, spans, quantities, slots }: ValueReading): WrittenNumber[] {
  const formed = [...slots.invoices, ...slots.cases, ...slots.orders].filter(hasOwnForm).map(documentDigits);
  const isFormed = (written: string): boolean => formed.includes(documentDigits(written));
  return [...source.matchAll(numeral)].slice(0, mostNumbers).flatMap(({ 0: written, index: start }) => {
    const end = start + written.length;
    const span = spans.find((other) => other.start < end && start < other.end);
    if (span && skipped.test(span.tag)) return [];
    if (span && isFormed(written)) return [];
    const rule = quantities.find((quantity) => quantity.start < end && start < quantity.end)?.role;
    const bare = written.replace(/^#/, '');
    return [
      {
        written: bare,
        value: /[/-]/.test(bare) ? bare : decimalOf(bare),
        start,
        end,
        ...(span ? { tag: span.tag } : {}),
        ...(rule ? { rule } : {}),
      },
    ];
  });
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

const tokens = (text: string): string[] =>
  (plain(text.replaceAll(mark, ' ')).match(wordOrSign) ?? []).map((token) =>
    /^\d+$/.test(token) ? 'num' : token,
  );

/** What tells a number's role: its form, the words around it, its rank among the others, and what was asked. */
export function featuresOfNumber(
  number: WrittenNumber,
  all: readonly WrittenNumber[],
  reading: ValueReading,
  place: NumberPlace,
): Features {
  const { source } = reading;
  const before = tokens(withTags(reading, Math.max(0, number.start - 90), number.start));
  const after = tokens(withTags(reading, number.end, number.end + 90));
  const [p1 = '^', p2 = '^', p3 = '^'] = before.toReversed();
  const [n1 = '$', n2 = '$', n3 = '$'] = after;
  const features = new Set<string>();
  const add = (name: string, value: string | number | boolean | undefined): void => {
    if (value !== undefined && value !== false) features.add(`${name}:${value}`);
  };
  const digits = number.written.replace(/\D/g, '');
  add('len', digits.length);
  add('dec', /[.,]\d{1,2}$/.test(number.written));
  add('sep', /[/-]/.test(number.written));
  add('hash', source[number.start] === '#');
  add('zero', digits.startsWith('0') && digits.length > 1);
  add('tag', number.tag ?? 'none');
  add('rule', number.rule ?? 'none');
  add(
    'unit',
    unit.test(
      source
        .slice(number.end, number.end + 14)
        .trim()
        .split(/\s/)[0] ?? '',
    ),
  );
  add('p1', p1);
  add('p2', p2);
  add('p3', p3);
  add('n1', n1);
  add('n2', n2);
  add('n3', n3);
  add('pp', `${p2} ${p1}`);
  add('nn', `${n1} ${n2}`);
  add('pn', `${p1} ${n1}`);
  add('lenp', `${digits.length} ${p1}`);
  add('lenside', `${digits.length} ${place.side}`);
  for (const word of clause(before.toReversed()).slice(0, 8)) add('b', word);
  for (const word of clause(after).slice(0, 8)) add('a', word);
  const rivals = all.filter((other) => quantityTags.includes(other.tag) && other.written.length < 7);
  const at = rivals.indexOf(number);
  if (at >= 0) {
    const rank = rivals.filter((other) => Number(other.value) < Number(number.value)).length;
    add('among', `${at + 1}/${rivals.length}`);
    add('rank', `${rank + 1}/${rivals.length}`);
    add('rulerank', `${number.rule ?? 'none'} ${rank + 1}/${rivals.length}`);
    add(
      'same',
      rivals.some((other) => other !== number && other.value === number.value),
    );
  }
  const left =
    source
      .slice(Math.max(0, number.start - 50), number.start)
      .split(/[.;!?\n]\s/)
      .at(-1) ?? '';
  const right = source.slice(number.end, number.end + 50).split(/[.;!?\n]\s/)[0] ?? '';
  const cuesLeft = cues.flatMap(([key, words]) =>
    [...words.matches(left)].map(({ index }) => ({ key, at: -index })),
  );
  const cuesRight = cues.flatMap(([key, words]) =>
    [...words.matches(right)].map(({ index }) => ({ key, at: index })),
  );
  const nearestLeft = cuesLeft.sort((a, b) => a.at - b.at)[0]?.key ?? 'no';
  const nearestRight = cuesRight.sort((a, b) => a.at - b.at)[0]?.key ?? 'no';
  add('cl', nearestLeft);
  add('cr', nearestRight);
  add('clr', `${nearestLeft} ${nearestRight}`);
  for (const { key } of cuesLeft) add('cb', key);
  for (const { key } of cuesRight) add('ca', key);
  add('intent', place.intent ?? 'none');
  add('intentlen', `${place.intent ?? 'none'} ${digits.length}`);
  add('intentrule', `${place.intent ?? 'none'} ${number.rule ?? 'none'}`);
  add('asked', place.asked ?? 'nothing');
  add('askedlen', `${place.asked ?? 'nothing'} ${digits.length}`);
  add('pending', place.pending ?? 'nothing');
  add('was', place.claimed !== undefined && Number(place.claimed) === Number(number.value));
  add('alone', source.trim().length < number.written.length + 6);
  add('reason', reading.slots.reason ?? 'none');
  return new Map([...features].map((feature) => [feature, 1]));
}

function clause(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word) => clauseEnd.test(word));
  return end < 0 ? words : words.slice(0, end);
}
