import { wordFiles } from '../words/languages.ts';
import { pattern } from '../words/pattern.ts';
import { type DisputeType, disputeTypes } from '../words/word-file.ts';
import { alternatives, anyOf, dateWords } from '../words/words.ts';
import { readDates } from './dates.ts';
import { type NumberFormats, readBareNumbers, readNamedDocuments } from './documents.ts';
import { blot, type MaskedText, mark, readEach, withTags } from './masked-text.ts';
import { digitsForWords, halfMark } from './number-words.ts';
import { filler, readProduct } from './product.ts';
import { type FoundQuantity, readQuantities } from './quantities.ts';
import { readCount, readLines, readReferences } from './references.ts';
import { noSlots, type Slots } from './slots.ts';
import { readSums } from './sums.ts';

export type ReadingOptions = {
  readonly today: string;
  readonly prefer?: 'past' | 'future';
  readonly dayFirst?: boolean;
  readonly numberFormats?: NumberFormats;
  /** Of the text; English when not known. */
  readonly language?: string;
};

/** What was read, the text with tags in the values' places, and the words that carry meaning. */
export type ValueReading = {
  readonly slots: Slots;
  readonly tagged: string;
  readonly content: readonly string[];
  /** The message with number words as digits, and where in it values of a known form stand. */
  readonly source: string;
  /** The message as it was written. */
  readonly original: string;
  readonly spans: MaskedText['spans'];
  readonly quantities: readonly FoundQuantity[];
  readonly language: string;
  /** The reason that words tell, whatever the numbers say. */
  readonly toldReason?: DisputeType;
};

const reasons = disputeTypes.map((type) => [type, anyOf('reasons', type)] as const);
const tags =
  /^(?:invnum|casenum|ponum|moneyamt|dateval|daterange|durval|linenum|qtynum|emailaddr|pctval|rangenum|sizeval)$/;

/** Each step of a conversation reads its messages anew: the latest readings are kept. */
const mostKept = 400;
const keptFor = new WeakMap<NumberFormats, Map<string, ValueReading>>();
const usualFormats = new Map<string, ValueReading>();

/**
 * Reads every value in one message: documents, lines, quantities with roles, sums, dates, references, reason, product. A reading may be
 * shared with an earlier one of the same message: nobody may change it.
 */
export function readValues(message: string, options: ReadingOptions): ValueReading {
  const { today, prefer = 'past', dayFirst = true, language = 'en', numberFormats } = options;
  const kept = readingsFor(numberFormats);
  const key = [today, prefer, dayFirst, language, message].join(' ');
  const before = kept.get(key);
  if (before) return before;
  const reading = readAnew(message, options);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, reading);
  return reading;
}

function readingsFor(formats: NumberFormats | undefined): Map<string, ValueReading> {
  if (!formats) return usualFormats;
  const known = keptFor.get(formats);
  if (known) return known;
  const fresh = new Map<string, ValueReading>();
  keptFor.set(formats, fresh);
  return fresh;
}

function readAnew(message: string, options: ReadingOptions): ValueReading {
  const slots = noSlots();
  const plain = message
    .replace(/[’‘´`]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replaceAll(mark, ' ')
    .replace(/[\u00a0\u202f]/g, ' ');
  const language = options.language ?? 'en';
  const source = ` ${digitsForWords(plain, language)} `;
  const masked: MaskedText = { text: source, spans: [] };
  readNamedDocuments(masked, slots);
  readTimes(masked, slots, options);
  readSums(masked, slots);
  readSizes(masked);
  readEach(masked, matters, () => 'rangenum');
  readRanges(masked);
  readLines(masked, slots);
  readBareNumbers(masked, slots, message, options.numberFormats);
  readCount(masked, slots);
  const text = masked.text.toLowerCase();
  readReferences(text, slots, text.includes(halfMark));
  const reason = reasons.find(([, words]) => words.test(text))?.[0];
  if (reason) slots.reason = reason;
  const quantities = readQuantities(text, slots);
  const product = readProduct(masked.text, quantities);
  if (product) slots.product = product;
  const tagged = withTags(masked);
  const content = (tagged.toLowerCase().match(/\p{L}[\p{L}\p{N}'-]+/gu) ?? []).filter(
    (word) => !filler.has(word) && !tags.test(word),
  );
  return {
    slots,
    tagged,
    content,
    source,
    original: message,
    spans: masked.spans,
    quantities,
    language,
    ...(reason ? { toldReason: reason } : {}),
  };
}

const size = pattern(
  `(?<![\\p{L}\\d.,])(?:\\d+(?:[.,/]\\d+)?\\s?(?:${alternatives('cues', 'dimension')})(?![\\p{L}\\d])|\\d+(?:[.,]\\d+)?(?:\\s?[x×]\\s?\\d+(?:[.,]\\d+)?)+(?:\\s?(?:${alternatives('cues', 'dimension')})(?![\\p{L}\\d]))?)`,
);

/** "Two things": no number of goods. */
const matters = pattern(
  `(?<![\\p{L}\\d.,])\\d{1,2} (?=(?:\\p{L}+ )?(?:${alternatives('cues', 'matters')})(?!\\p{L}))`,
);

/** "82 mm", "20x20": how big goods are, not how many. */
const readSizes = (masked: MaskedText): void => readEach(masked, size, () => 'sizeval');

const between = pattern(
  `(?:(?:${dateWords('between')})\\s+)(\\d{1,5})\\s+(?:${dateWords('and')})\\s+(\\d{1,5})(?![\\d.,]*\\d)`,
);
const eitherOr = pattern(
  `(?<![\\p{L}\\d.,/-])(\\d{1,4})\\s?(?:-|–|\\s(?:${alternatives('cues', 'or')})\\s)\\s?(\\d{1,4})(?![\\d.,/-]*\\d|\\p{L})`,
);

/** "Between 30 and 35", "5 or 6": nobody knows the number, so it is none. */
function readRanges(masked: MaskedText): void {
  const isRange = ([, from = '', to = '']: readonly string[]): string | undefined =>
    Number(to) > Number(from) && Number(to) < Number(from) * 3 + 3 ? 'rangenum' : undefined;
  readEach(masked, between, isRange);
  readEach(masked, eitherOr, isRange);
}

/** Languages in which a price has a comma. */
const hasCommaDecimals: ReadonlySet<string> = new Set(
  [...wordFiles].flatMap(([language, { locale }]) =>
    new Intl.NumberFormat(locale).format(1.5).includes(',') ? [language] : [],
  ),
);

function readTimes(masked: MaskedText, slots: Slots, options: ReadingOptions): void {
  const commaDecimals = hasCommaDecimals.has(options.language ?? 'en');
  for (const span of readDates(masked.text, { ...options, commaDecimals })) {
    if (span.kind === 'duration') {
      if (span.days) slots.days ??= span.days;
      if (span.months) slots.months ??= span.months;
      blot(masked, span.start, span.end, 'durval');
    } else if (span.kind === 'range') {
      slots.range ??= { from: span.from, to: span.to, ...(span.isOpen ? { isOpen: true } : {}) };
      blot(masked, span.start, span.end, 'daterange');
    } else {
      // "We are short in December, can it wait until the 18th?": what lies ahead is said last.
      if (slots.date === undefined || options.prefer === 'future') slots.date = span.day;
      blot(masked, span.start, span.end, 'dateval');
    }
  }
}
