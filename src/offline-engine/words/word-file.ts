import * as z from 'zod';

/** Alternatives separated by |, as they stand in a words.yaml. */
const Alternatives = z.string();
const group = <const K extends readonly string[]>(keys: K) =>
  z.partialRecord(z.enum(keys), Alternatives).default({});

const documents = [
  'invoice',
  'case',
  'order',
  'line',
  'lines',
  'prefix',
  'invoice-prefix',
  'case-prefix',
  'order-prefix',
  'statement',
] as const;
const cues = [
  'matters',
  'unit',
  'dimension',
  'delivered',
  'billed',
  'claimed',
  'claimed-after',
  'delivered-after',
  'billed-after',
  'damaged',
  'missing',
  'only',
  'never',
  'out-of',
  'instead',
  'not',
  'but',
  'and',
  'the',
  'half-of',
  'none-of',
  'line-one',
  'one-thing',
  'or',
] as const;
/** What can be wrong with a bill, in the order in which the words decide. */
export const disputeTypes = [
  'duplicate',
  'returned',
  'damaged',
  'wrong_item',
  'not_ordered',
  'not_delivered',
  'discount',
  'tax',
  'freight',
  'wrong_price',
  'quantity_short',
  'other',
] as const;
export type DisputeType = (typeof disputeTypes)[number];
export const invoiceFilters = ['overdue', 'disputed', 'open', 'paid', 'last'] as const;
export type InvoiceFilter = (typeof invoiceFilters)[number];
const references = [
  'largest',
  'smallest',
  'newest',
  'oldest',
  'all',
  'not-all',
  'none',
  'half',
  'other',
  'them',
  'the',
  'noun',
  'option',
] as const;
const money = ['at-least', 'at-most', 'dollar', 'euro', 'pound', 'percent'] as const;
const answers = [
  'yes',
  'yes-more',
  'no',
  'stop',
  'correcting',
  'correction',
  'other-one',
  'no-thanks',
  'below-zero',
  'unknown',
  'waiting',
  'no-person',
  'thanks',
  'bye',
  'greet',
  'human',
  'person',
  'speak',
  'reach',
  'help',
] as const;
const requests = [
  'opening',
  'afresh',
  'linking',
  'next',
  'joining',
  'asking',
  'ellipsis',
  'adding',
  'list-them',
  'paid-claim',
  'asks-paid',
  'by-email',
  'evidence',
  'wants-credit',
  'compared',
  'because',
  'stock',
  'claiming',
  'wrong-bill',
  'too-high',
  'delivery-proof',
  'pay-later',
  'price-source',
  'same-price',
  'billed-twice',
  'cancel-invoice',
  'as-file',
  'previous-one',
  'both',
  'why',
  'asks-when',
  'asks-how-long',
  'asks-due',
  'asks-meanwhile',
  'lists-credit',
  'asks-credit',
  'asks-origin',
  'asks-to-send',
  'asks-to-add',
  'asks-rule',
] as const;
/** What an assistant's message can end by asking, in the order in which the words decide. */
export const questionKinds = [
  'person',
  'quantity',
  'price',
  'note',
  'reason',
  'invoice',
  'line',
  'case',
  'date',
  'closing',
  'choice',
  'confirmation',
  'more',
] as const;
export type QuestionKind = (typeof questionKinds)[number];
/** "before-last" is two back; the joined ones are written as one word with the period after them; "day-number" stands before "15.". */
const dates = [
  'unclear-months',
  'last',
  'next',
  'this',
  'last-after',
  'next-after',
  'before-last',
  'last-joined',
  'next-joined',
  'day-number',
  'day-counted',
  'after-period',
  'before-period',
  'today',
  'yesterday',
  'before-yesterday',
  'tomorrow',
  'end',
  'middle',
  'start',
  'day',
  'week',
  'week-number',
  'month',
  'quarter',
  'year',
  'on',
  'in',
  'to',
  'and',
  'between',
  'since',
  'more',
  'later',
  'of',
  'the',
  'whole',
] as const;

export const wordGroups = {
  documents,
  cues,
  reasons: disputeTypes,
  filters: invoiceFilters,
  references,
  money,
  answers,
  requests,
  questions: questionKinds,
  dates,
};

const counts = z.record(z.string(), z.number().int()).default({});
const list = z.string().default('');

/** One language's words.yaml. */
export const WordFile = z.strictObject({
  name: z.string(),
  locale: z.string(),
  /** How people ask to go on in this language. */
  'asked-for': Alternatives.default('(?!)'),
  numbers: counts,
  /** Number words that mean something else in another language: read only in texts in this one. */
  'own-numbers': counts,
  /** Words that multiply the number before them: "2 dozen". */
  scales: counts,
  /** Number words of other languages that are none in this one: Dutch "dozen" are boxes. */
  'no-numbers': z.array(z.string()).default([]),
  /** What people say for the digit 0. */
  zero: list,
  tens: z.array(z.string()).default([]),
  ones: z.array(z.string()).default([]),
  articles: list,
  ordinals: counts,
  /** UNECE code to the word for one and for several. */
  units: z.record(z.string(), z.tuple([z.string(), z.string()])).default({}),
  documents: group(documents),
  cues: group(cues),
  reasons: group(disputeTypes),
  filters: group(invoiceFilters),
  references: group(references),
  money: group(money),
  answers: group(answers),
  requests: group(requests),
  filler: list,
  'not-products': list,
  'product-before': list,
  'product-after': list,
  'product-never': list,
  'product-clues': list,
  pointing: list,
  keep: list,
  stems: list,
  questions: group(questionKinds),
  signature: list,
  /** Endings by which forms of a word differ: "crate" and "crates". */
  endings: list,
  /** The ending of a plural and what stands there in the singular: "ies:y". */
  plurals: list,
  /** What joins two requests in a message. */
  joints: list,
  dates: z
    .looseObject({ months: z.array(z.string()).length(12), weekdays: z.array(z.string()).length(7) })
    .transform(({ months, weekdays, ...rest }) => ({ months, weekdays, words: group(dates).parse(rest) })),
});
export type WordFile = z.infer<typeof WordFile>;
