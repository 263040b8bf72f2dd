import { decimalOf } from './decimal.ts';
import { documentDigits } from './documents.ts';
import { mostNumbers } from './masked-text.ts';
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

const numeral = /(?<![\p{L}\p{N}])#?\d(?:[\d.,/-]*\d)?/gu;
/** "INV-30418", "2026/0417": no plain number looks like these. */
export const hasOwnForm = (number: string): boolean => /[\p{L}/-]/u.test(number);

const skipped = /^(?:rangenum|sizeval|dateval|daterange|durval|emailaddr|pctval)$/;

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
