import { type Pattern, pattern } from '../words/pattern.ts';
import { dateLists, dateWords, listPattern, longestFirst, merged } from '../words/words.ts';

export const months = dateLists('months');
export const weekdays = dateLists('weekdays');
export const monthName = `(${longestFirst(months.keys())})`;
export const weekdayName = `(${longestFirst([...weekdays.keys()].filter((name) => name.length > 3))})`;

const numbers = merged('numbers');
const articles = listPattern('articles');
export const count = `((?<!\\d[.,])\\d{1,3}|${longestFirst([...numbers].filter(([, value]) => value <= 12).map(([word]) => word))}|${articles})`;

const isArticle = pattern(`^(?:${articles})$`);
export const countOf = (text: string): number =>
  isArticle.test(text) ? 1 : (numbers.get(text) ?? Number(text));

const kinds = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof kinds)[number] | 'fortnight';
export const period = `(${kinds.map((kind) => dateWords(kind)).join('|')})`;
export const smallPeriod = `(${(['day', 'week', 'fortnight', 'month'] as const).map((kind) => dateWords(kind)).join('|')})`;

const exact = (source: string): Pattern => pattern(`^(?:${source})$`);
const periodTests = ([...kinds, 'fortnight'] as const).map((kind) => [kind, exact(dateWords(kind))] as const);
export const periodOf = (text: string): Period =>
  periodTests.find(([, test]) => test.test(text))?.[0] ?? 'month';

/** How many days a day, a week or a fortnight has. */
export const daysIn = (kind: Period): number => (kind === 'week' ? 7 : kind === 'fortnight' ? 14 : 1);

/** Words that are written as one with the period after them: "Vormonat". */
export const joinedToPeriod = `${dateWords('last-joined')}|${dateWords('next-joined')}`;
const isNext = exact(`${dateWords('next')}|${dateWords('next-after')}|${dateWords('next-joined')}`);
const isLast = exact(`${dateWords('last')}|${dateWords('last-after')}|${dateWords('last-joined')}`);
const isBeforeLast = exact(dateWords('before-last'));
/** -2 for the one before the last, -1 for the last, 1 for the next, 0 for this one. */
export const shiftOf = (text: string): -2 | -1 | 0 | 1 =>
  isNext.test(text) ? 1 : isLast.test(text) ? -1 : isBeforeLast.test(text) ? -2 : 0;

export const relative = (['this', 'next', 'last', 'before-last'] as const)
  .map((key) => dateWords(key))
  .join('|');
const isEnd = exact(dateWords('end'));
const isMiddle = exact(dateWords('middle'));
export const partOf = (text: string): 'end' | 'middle' | 'start' =>
  isEnd.test(text) ? 'end' : isMiddle.test(text) ? 'middle' : 'start';
