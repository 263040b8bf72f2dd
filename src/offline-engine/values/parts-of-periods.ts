import { dateWords, wholeWords } from '../words/words.ts';
import { addDays, addMonths, firstDayOfMonth, lastDayOfMonth, partsOf } from './calendar.ts';
import { type DateScan, onDay, scan } from './date-scan.ts';
import { monthName, months, partOf, periodOf, relative, shiftOf } from './date-words.ts';

const of = `(?:${dateWords('of')})`;
const the = `(?:${dateWords('the')})`;
const partOfPeriod = wholeWords(
  `(?:(?:${dateWords('on')}) )?(?:${the} )?(${dateWords('end')}|${dateWords('middle')}|${dateWords('start')})[- ]?(?:${of} ?)?(?:${the} )?(?:(${relative}) )?(${monthName}|${dateWords('month')}|${dateWords('quarter')}|${dateWords('year')})`,
);
/** German writes the end of a month as one word: "Monatsende". */
const wordOfPeriod = wholeWords(
  `(?:(${relative}) )?(${dateWords('month')}|${dateWords('quarter')}|${dateWords('year')})(${dateWords('end')}|${dateWords('middle')}|${dateWords('start')})`,
);

/** The year of a month and day that were named without one. */
type YearOf = (month: number, day: number) => number;

/** "End of May", "mid next month", "beginning of the year". */
export function readPartsOfPeriods(dates: DateScan, yearOf: YearOf): void {
  const { today } = dates;
  scan(dates, partOfPeriod, ([, part, which, name]) =>
    onDay(partOfMonth(part ?? '', which ?? '', name ?? '', today, yearOf)),
  );
  scan(dates, wordOfPeriod, ([, which, name, part]) =>
    onDay(partOfMonth(part ?? '', which ?? '', name ?? '', today, yearOf)),
  );
}

function partOfMonth(part: string, which: string, name: string, today: string, yearOf: YearOf): string {
  const now = partsOf(today);
  const shift = shiftOf(which);
  const where = partOf(part);
  const month = months.get(name);
  if (month === undefined && periodOf(name) === 'year')
    return `${now.year + shift}-${where === 'end' ? '12-31' : '01-01'}`;
  if (month === undefined && periodOf(name) === 'quarter') {
    const quarter = Math.floor((now.month - 1) / 3) + shift;
    return where === 'end'
      ? lastDayOfMonth(now.year, quarter * 3 + 3)
      : addMonths(`${now.year}-01-01`, quarter * 3);
  }
  const first =
    month === undefined
      ? firstDayOfMonth(today, shift)
      : addMonths(`${yearOf(month + 1, where === 'end' ? 28 : 15)}-01-01`, month);
  const at = partsOf(first);
  return where === 'end'
    ? lastDayOfMonth(at.year, at.month)
    : where === 'middle'
      ? addDays(first, 14)
      : first;
}
