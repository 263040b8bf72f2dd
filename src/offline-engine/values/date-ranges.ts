import { pattern } from '../words/pattern.ts';
import { dateWords, longestFirst, merged, wholeWords } from '../words/words.ts';
import { addDays, addMonths, firstDayOfMonth, lastDayOfMonth, partsOf, weekdayOf } from './calendar.ts';
import { type DateScan, type Meaning, scan } from './date-scan.ts';
import {
  count,
  countOf,
  daysIn,
  joinedToPeriod,
  monthName,
  months,
  type Period,
  period,
  periodOf,
  relative,
  shiftOf,
  smallPeriod,
} from './date-words.ts';
import { justAfter, justBefore } from './masked-text.ts';

const of = `(?:${dateWords('of')})`;
const the = `(?:${dateWords('the')})`;
const between = (from: string, to: string): Meaning => ({ kind: 'range', from, to });
const unclearMonth = pattern(`^(?:${dateWords('unclear-months')})$`);
const inWord = pattern(`(?:(?<!\\p{L})(?:${dateWords('in')}|\\d)|-|–)\\s*$`);
/** "Jan to June", "dec & jan": a month of a range is one, however short its name. */
const toMonth = pattern(`^\\s*(?:${dateWords('to')}|${dateWords('and')}|&|-|–)\\s*${monthName}(?!\\p{L})`);
const ordinals = merged('ordinals');
const ordinalWord = longestFirst(
  [...ordinals].filter(([, value]) => value > 0 && value < 5).map(([word]) => word),
);

const lastCount = wholeWords(`(?:${the} )?(?:${dateWords('last')}) ${count} ${smallPeriod}`);
const periodBefore = wholeWords(`(?:${the} )?(${relative}) ${period}`);
const periodJoined = wholeWords(`(${joinedToPeriod})${period}`);
const periodAfter = wholeWords(
  `(?:${the} )?${period} (${dateWords('last-after')}|${dateWords('next-after')})`,
);
const weekNumber = wholeWords(
  `(?:${dateWords('week-number')})\\.? ?([1-9]\\d?)(?:[ /](20\\d{2}))?(?![\\d.,/-]*\\d)`,
);
const quarterNumber = wholeWords(
  `(?:q([1-4])|([1-4]\\.|${ordinalWord}) (?:${dateWords('quarter')}))(?: ${of})?(?:[ /](20\\d{2}))?`,
);
const monthNamed = wholeWords(`${monthName}(?:,? (?:${of} ?)?(20\\d{2}))?`);
const yearNamed = wholeWords(
  `(?:(?:${dateWords('whole')} )?(?:${dateWords('year')}) )?(20[123]\\d)(?!-\\d)(?: full year)?`,
);
const lengthOfTime = wholeWords(
  `(?:in |for |by )?${count} (?:(?:${dateWords('more')}) )?${smallPeriod}(?: (?:${dateWords('later')}))?`,
);

/** Spans of days ("last month", "Q2", "March 2026") and lengths of time ("two more weeks"). */
export function readRanges(dates: DateScan): void {
  const { today, prefer } = dates;
  const now = partsOf(today);
  scan(dates, lastCount, ([, amount, unit]) => {
    const kind = periodOf(unit ?? '');
    const back = countOf(amount ?? '');
    return between(kind === 'month' ? addMonths(today, -back) : addDays(today, -back * daysIn(kind)), today);
  });
  scan(dates, periodBefore, ([, which, unit]) =>
    wholePeriod(periodOf(unit ?? ''), shiftOf(which ?? ''), today),
  );
  scan(dates, periodJoined, ([, which, unit]) =>
    wholePeriod(periodOf(unit ?? ''), shiftOf(which ?? ''), today),
  );
  scan(dates, periodAfter, ([, unit, which]) =>
    wholePeriod(periodOf(unit ?? ''), shiftOf(which ?? ''), today),
  );
  scan(dates, weekNumber, ([, week, year]) => {
    if (Number(week) > 53) return undefined;
    const inThisYear = mondayOfWeek(Number(year || now.year), Number(week));
    const monday =
      year || prefer !== 'past' || inThisYear <= today
        ? inThisYear
        : mondayOfWeek(now.year - 1, Number(week));
    return between(monday, addDays(monday, 6));
  });
  scan(dates, quarterNumber, ([, number, name, year]) => {
    const quarter = Number(number) || (ordinals.get(name ?? '') ?? Number.parseInt(name ?? '', 10));
    const in_ = year ? Number(year) : now.year - Number(prefer === 'past' && quarter * 3 - 2 > now.month);
    return between(addMonths(`${in_}-01-01`, quarter * 3 - 3), lastDayOfMonth(in_, quarter * 3));
  });
  scan(dates, monthNamed, ([found = '', name, year], at) => {
    const isMonth =
      inWord.test(justBefore(dates.text, at)) || toMonth.test(justAfter(dates.text, at + found.length));
    if (unclearMonth.test(name ?? '') && !year && !isMonth) return undefined;
    const month = (months.get(name ?? '') ?? 0) + 1;
    const otherYear = prefer === 'past' ? -Number(month > now.month) : Number(month < now.month);
    const in_ = year ? Number(year) : now.year + otherYear;
    return between(addMonths(`${in_}-01-01`, month - 1), lastDayOfMonth(in_, month));
  });
  scan(dates, yearNamed, ([, year]) => between(`${year}-01-01`, `${year}-12-31`));
  scan(dates, lengthOfTime, ([, amount, unit]) => {
    const kind = periodOf(unit ?? '');
    const length = countOf(amount ?? '');
    return kind === 'month'
      ? { kind: 'duration', months: length }
      : { kind: 'duration', days: length * daysIn(kind) };
  });
}

/** Weeks as ISO 8601 counts them: the first one holds the fourth of January. */
function mondayOfWeek(year: number, week: number): string {
  const fourth = `${year}-01-04`;
  return addDays(fourth, (week - 1) * 7 - ((weekdayOf(fourth) + 6) % 7));
}

function wholePeriod(kind: Period, shift: number, today: string): Meaning | undefined {
  const now = partsOf(today);
  if (kind === 'day') return undefined;
  if (kind === 'week') {
    const monday = addDays(today, -((weekdayOf(today) + 6) % 7) + 7 * shift);
    return between(monday, addDays(monday, 6));
  }
  if (kind === 'quarter') {
    const first = addMonths(`${now.year}-01-01`, (Math.floor((now.month - 1) / 3) + shift) * 3);
    return between(first, addDays(addMonths(first, 3), -1));
  }
  if (kind === 'year') return between(`${now.year + shift}-01-01`, `${now.year + shift}-12-31`);
  const first = firstDayOfMonth(today, shift);
  return between(first, addDays(addMonths(first, 1), -1));
}
