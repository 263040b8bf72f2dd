import { monthNames } from './month-names.ts';
import { groupsBySpace, readNumber } from './written-number.ts';

/** The values a written number can have; each reading is a list of values that all belong to it. */
type Readings = readonly (readonly string[])[];

/** A day with the year when one is written; a month of a year when no day is. */
export type WrittenDate = { readonly year?: number; readonly month: number; readonly day?: number };

/** Something in a text that a record must bear out, as written and in every way it can be read. */
export type Figure = { readonly text: string } & (
  | { readonly kind: 'link' | 'code' | 'document' }
  | { readonly kind: 'date'; readonly dates: readonly WrittenDate[]; readonly orNumber?: Readings }
  /** Only the minutes of the hour: clocks of other zones show other hours. */
  | { readonly kind: 'time'; readonly minutes: string }
  | { readonly kind: 'money'; readonly currency: string; readonly readings: Readings }
  | { readonly kind: 'number' | 'ordinal'; readonly readings: Readings }
);

export const currencyCodes =
  'EUR|GBP|USD|CHF|JPY|SEK|NOK|DKK|PLN|CZK|HUF|CAD|AUD|NZD|INR|CNY|AED|SGD|HKD|ZAR|BRL|MXN|KWD|BHD';
const currencyOf: Readonly<Record<string, string>> = {
  '£': 'GBP',
  '€': 'EUR',
  $: 'USD',
  '¥': 'JPY',
  euro: 'EUR',
  euros: 'EUR',
  pound: 'GBP',
  pounds: 'GBP',
  pfund: 'GBP',
  dollar: 'USD',
  dollars: 'USD',
};

/** Names with digits that are no records: standards and habits. */
const standardNames = /\b(?:PDF\/A(?:-\d)?|UTF-8|UBL[ -]2\.\d|EN[ -]16931|ISO[ -]\d+|B2B|24\/7|A4)\b/g;

type Finder = {
  readonly pattern: RegExp;
  /** Undefined leaves the text for the finders after this one. */
  readonly read: (found: RegExpMatchArray) => readonly Figure[] | undefined;
};

/** Finds every figure of a text, each once and as one kind. Numbers are read as the language writes them. */
export function figuresIn(text: string, language: string): readonly Figure[] {
  let rest = text.normalize('NFKC').replace(/[−–—]/g, '-').replace(standardNames, ' ');
  const figures: Figure[] = [];
  for (const { pattern, read } of findersOf(language)) {
    let at = 0;
    let left = '';
    for (const found of rest.matchAll(pattern)) {
      const taken = read(found);
      figures.push(...(taken ?? []));
      left += rest.slice(at, found.index) + (taken ? ' '.repeat(found[0].length) : found[0]);
      at = found.index + found[0].length;
    }
    rest = left + rest.slice(at);
  }
  return figures.map((figure) => ({ ...figure, text: figure.text.replace(/[.,\s]+$/, '').trim() }));
}

const finders = new Map<string, readonly Finder[]>();

function findersOf(language: string): readonly Finder[] {
  const known = finders.get(language) ?? makeFinders(language);
  finders.set(language, known);
  return known;
}

/** In this order: what is longer and surer first. */
function makeFinders(language: string): readonly Finder[] {
  const plain = String.raw`\d+(?:[.,'’\u00a0\u202f]\d+)*`;
  const number = groupsBySpace(language) ? String.raw`\d{1,3}(?: \d{3})+(?:,\d+)?|${plain}` : plain;
  const months = monthNames(language);
  const month = `(${[...months.keys()].sort((a, b) => b.length - a.length).join('|')})\\.?(?!\\p{L})`;
  const day = String.raw`(\d{1,2})(?:\.|st|nd|rd|th)?`;
  const sign = String.raw`([£€$¥]|\b(?:${currencyCodes})\b)`;
  const signAfter = String.raw`([£€$¥]|(?:${currencyCodes}|[Ee]uros?|[Pp]ounds?|Pfund|[Dd]ollars?)\b)`;

  const dates = (text: string, days: readonly (string | undefined)[], name = '', year?: string): Figure[] =>
    days.map((one) => ({ kind: 'date', text, dates: [dateOf(year, months.get(name), one)] }));
  const money = (text: string, mark: string, amount: string): Figure[] => [
    {
      kind: 'money',
      text,
      currency: currencyOf[mark.toLowerCase()] ?? mark,
      readings: readNumber(amount, language),
    },
  ];

  return [
    {
      pattern: /(?:https?:\/\/|www\.)\S*[\w/]|[\w.+-]{1,64}@[\w-]+\.[\w.-]*\w/g,
      read: ([text = '']) => [{ kind: 'link', text }],
    },
    {
      // Bank accounts in groups of four, telephone numbers.
      pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b|\+\d[\d ()-]{6,20}\d/g,
      read: ([text = '']) => [{ kind: 'code', text }],
    },
    {
      pattern: /\b(\d{4})-(\d\d)-(\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?/g,
      read: ([text = '', year, m, d]) => [{ kind: 'date', text, dates: [dateOf(year, Number(m), d)] }],
    },
    {
      pattern: new RegExp(
        `(?<![\\d.,])(?:${day} ?(?:-|to|bis|and|und) ?)?${day} (?:of |de )?${month}(?:,? (?:de )?(\\d{4}))?`,
        'gu',
      ),
      read: ([text = '', first, last, name, year]) =>
        dates(text, first === undefined ? [last] : [first, last], name, year),
    },
    {
      pattern: new RegExp(`(?<!\\p{L})${month} ${day}(?!,?\\d)(?:,? (\\d{4}))?`, 'gu'),
      read: ([text = '', name, first, year]) => dates(text, [first], name, year),
    },
    {
      pattern: new RegExp(`(?<!\\p{L})${month} (?:de )?(\\d{4})(?!\\d)`, 'gu'),
      read: ([text = '', name, year]) => dates(text, [undefined], name, year),
    },
    {
      pattern: /(?<![\d.,/])(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d\d)?(?![\d/])/g,
      read: ([text = '', a = '', mark, b = '', year]) => {
        const read =
          mark === '/'
            ? [dateOf(year, Number(b), a), dateOf(year, Number(a), b)]
            : [dateOf(year, Number(b), a)];
        const orNumber = year === undefined ? { orNumber: readNumber(`${a}.${b}`, language) } : {};
        return [{ kind: 'date', text, dates: read, ...orNumber }];
      },
    },
    {
      pattern: /\b\d{1,2}:(\d\d)(?::\d\d)?\b|\b\d{1,2} ?(?:am|pm|Uhr)\b/g,
      read: ([text = '', minutes = '00']) => [{ kind: 'time', text, minutes }],
    },
    {
      pattern: new RegExp(`${sign} ?-?(${number})(?![\\p{L}\\d])`, 'gu'),
      read: ([text = '', mark = '', amount = '']) => money(text, mark, amount),
    },
    {
      // "-2 518,49 €" is a sum below zero, "PAY-5312" is none.
      pattern: new RegExp(`(?<![\\p{L}\\d.,]|[^\\s(]-)(${number}) ?${signAfter}`, 'gu'),
      read: ([text = '', amount = '', mark = '']) => money(text, mark, amount),
    },
    {
      pattern: /(?<![\p{L}\d.,])[\p{L}\d]+(?:(?:[-/_]|\.(?=\d))[\p{L}\d]+)*/gu,
      read: ([text = '']) => wordWithDigits(text, language),
    },
    {
      pattern: new RegExp(number, 'g'),
      read: ([text = '']) => [{ kind: 'number', text, readings: readNumber(text, language) }],
    },
  ];
}

/** A word of letters and digits: "3rd", "5kg", "14-day", "line-2", or else the number of a document. */
function wordWithDigits(text: string, language: string): readonly Figure[] | undefined {
  if (!/\p{L}/u.test(text) || !/\d/.test(text)) return undefined;
  const [, counted, unit = ''] =
    /^(\d+(?:\.\d+)?)-?(st|nd|rd|th|\p{L}{1,2}|\p{Ll}[\p{L}-]+)$/u.exec(text) ?? [];
  if (counted !== undefined) {
    return [
      {
        kind: /^(?:st|nd|rd|th)$/.test(unit) ? 'ordinal' : 'number',
        text,
        readings: readNumber(counted, language),
      },
    ];
  }
  const [, after] = /^\p{L}\p{Ll}+-(\d+)$/u.exec(text) ?? [];
  return after === undefined
    ? [{ kind: 'document', text }]
    : [{ kind: 'number', text, readings: readNumber(after, language) }];
}

const dateOf = (
  year: string | undefined,
  month: number | undefined,
  day: string | undefined,
): WrittenDate => ({
  month: month ?? 0,
  ...(day === undefined ? {} : { day: Number(day) }),
  ...(year === undefined ? {} : { year: Number(year.length === 2 ? `20${year}` : year) }),
});
