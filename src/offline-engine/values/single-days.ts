import { pattern } from '../words/pattern.ts';
import { alternatives, dateWords, longestFirst, merged, wholeWords } from '../words/words.ts';
import { addDays, addMonths, existingDay, firstDayOfMonth, partsOf, weekdayOf } from './calendar.ts';
import { type DateScan, type Meaning, onDay, scan } from './date-scan.ts';
import {
  count,
  countOf,
  daysIn,
  monthName,
  months,
  periodOf,
  relative,
  shiftOf,
  smallPeriod,
  weekdayName,
  weekdays,
} from './date-words.ts';
import { readFeasts } from './feasts.ts';
import { justBefore } from './masked-text.ts';
import { readPartsOfPeriods } from './parts-of-periods.ts';
import { moneyCodes } from './sums.ts';

const of = `(?:${dateWords('of')})`;
const the = `(?:${dateWords('the')})`;
const onWord = pattern(`(?<!\\p{L})(?:${dateWords('on')})\\s+$`);
const nearDays = 75;
const to = `(?:${dateWords('to')}|${dateWords('and')}|-|–)`;
const ending = `(?:${dateWords('day-ending')})`;
const nth = `(?:${ending}|\\.)?`;
const ordinals = merged('ordinals');
const ordinalDay = `(${longestFirst([...ordinals].filter(([word, value]) => value > 0 && !/\d/.test(word)).map(([word]) => word))})`;
const daysOfMonths = wholeWords(
  `(\\d{1,2})\\.(\\d{1,2})\\.? ?${to} ?(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})?`,
);
const daysBeforeMonth = wholeWords(
  `(?:the )?(\\d{1,2})${nth} ?${to} ?(?:${the} )?(\\d{1,2})${nth} (?:${of} ?)?${monthName}\\.?(?:,? (?:${of} ?)?(20\\d{2}))?`,
);
const daysAfterMonth = wholeWords(
  `${monthName}\\.? (\\d{1,2})${nth} ?${to} ?(\\d{1,2})${nth}(?![\\d/.])(?:,? (20\\d{2}))?`,
);
const isoDays = wholeWords('(\\d{4})-(\\d{1,2})-(\\d{1,2})');
const dotted = wholeWords('(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})?');
const dayDotMonth = `(\\d{1,2})\\.(0[1-9]|1[0-2])(?![.,]?\\d|\\s?(?:[%$€£]|(?:${moneyCodes}|${alternatives('cues', 'unit')}|${alternatives('cues', 'dimension')})(?!\\p{L})))`;
const undotted = wholeWords(`(?:${dateWords('on')}|${dateWords('since')}) ${dayDotMonth}`);
/** "Przelew z 13.11": no price where prices have a comma. */
const undottedAlone = wholeWords(dayDotMonth);
const slashed = wholeWords('(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?');
const ordinalOfMonth = wholeWords(
  `(?:${the} )?${ordinalDay} (?:${of}) (?:${the} )?${monthName}(?:,? (20\\d{2}))?`,
);
const monthAndDay = wholeWords(`${monthName}\\.? (\\d{1,2})${ending}?(?:,? (20\\d{2}))?`);
const dayAndMonth = wholeWords(
  `(?:${the} )?(\\d{1,2})${nth} (?:${of} ?)?${monthName}\\.?(?:,? (?:${of} ?)?(20\\d{2}))?`,
);
const dayOfMonthNear = wholeWords(
  `(?:${the} )?(\\d{1,2})${ending} ${of} (${relative}|${the}) (?:${dateWords('month')})`,
);
const bareDay = wholeWords(`${the} (\\d{1,2})${ending}`);
/** "Am 15.": where the number of a day ends with a dot, and nothing that is counted follows. */
const dottedDay = pattern(
  `(?<![\\p{L}\\p{N}])(?:${dateWords('day-number')}) (\\d{1,2})\\.(?!\\d|\\s*(?:${dateWords('quarter')}|${dateWords('week-number')}|${alternatives('documents', 'line')}|${alternatives('documents', 'invoice')})(?!\\p{L}))`,
);
/** "El día 5", "paid on day 6". */
const countedDay = wholeWords(`(?:${dateWords('day-counted')}) (\\d{1,2})(?![.,/]?\\d)`);
const beforeYesterday = wholeWords(dateWords('before-yesterday'));
const todayWords = wholeWords(dateWords('today'));
const yesterdayWords = wholeWords(dateWords('yesterday'));
const tomorrowWords = wholeWords(dateWords('tomorrow'));
const weekdayNamed = wholeWords(`(?:(${relative}|${dateWords('on')}) )?${weekdayName}`);
const ago = wholeWords(
  `${count} ${smallPeriod} (?:${dateWords('after-period')})|(?:${dateWords('before-period')}) ${count} ${smallPeriod}`,
);

type DayInYear = { readonly month: number; readonly day: number };

/** Single days, the most exact forms first. */
export function readDays(dates: DateScan): void {
  const { today, prefer } = dates;
  const now = partsOf(today);
  const yearOf = (month: number, day: number): number => {
    const later = month > now.month || (month === now.month && day > now.day);
    const earlier = month < now.month || (month === now.month && day < now.day);
    return prefer === 'past' ? now.year - Number(later) : now.year + Number(earlier);
  };
  const named = (year: string | undefined, month: number, day: number): Meaning | undefined =>
    onDay(existingDay(year ? Number(year) : yearOf(month, day), month, day));
  const monthOf = (name: string | undefined): number => (months.get(name ?? '') ?? 0) + 1;
  /** People leave out the year of days that are near. */
  const isNear = (meaning: Meaning): boolean =>
    meaning.kind === 'day' &&
    (prefer === 'past'
      ? meaning.day <= today && meaning.day >= addDays(today, -nearDays)
      : meaning.day >= today && meaning.day <= addDays(today, nearDays));

  /** The last or the next day of that number. */
  const dayNear = (day: number): Meaning | undefined => {
    const here = existingDay(now.year, now.month, day);
    if (here === undefined) return undefined;
    const wrongSide = prefer === 'past' ? here > today : here < today;
    return onDay(wrongSide ? addMonths(here, prefer === 'past' ? -1 : 1) : here);
  };
  const both = (year: string | undefined, from: DayInYear, until: DayInYear): Meaning | undefined => {
    const last = named(year, until.month, until.day);
    if (last?.kind !== 'day') return undefined;
    const first = existingDay(Number(last.day.slice(0, 4)), from.month, from.day);
    return first && first <= last.day ? { kind: 'range', from: first, to: last.day } : undefined;
  };
  scan(dates, daysOfMonths, ([, day, month, lastDay, lastMonth, year]) =>
    both(
      year,
      { month: Number(month), day: Number(day) },
      { month: Number(lastMonth), day: Number(lastDay) },
    ),
  );
  scan(dates, daysBeforeMonth, ([, day, lastDay, name, year]) => {
    const month = monthOf(name);
    return both(year, { month, day: Number(day) }, { month, day: Number(lastDay) });
  });
  scan(dates, daysAfterMonth, ([, name, day, lastDay, year]) => {
    const month = monthOf(name);
    return both(year, { month, day: Number(day) }, { month, day: Number(lastDay) });
  });
  scan(dates, isoDays, ([, year, month, day]) => named(year, Number(month), Number(day)));
  scan(dates, dotted, ([, day, month, year]) => named(year, Number(month), Number(day)));
  const nearDay = ([, day, month]: readonly string[]): Meaning | undefined => {
    const meaning = named(undefined, Number(month), Number(day));
    return meaning && isNear(meaning) ? meaning : undefined;
  };
  scan(dates, undotted, nearDay);
  if (dates.commaDecimals) scan(dates, undottedAlone, nearDay);
  const monthProven = /(?<![\d/])(?:0?[1-9]|1[0-2])\/(?:1[3-9]|2\d|3[01])(?![\d])/.test(dates.text);
  scan(dates, slashed, ([, first, second, year]) => {
    const dayThenMonth = named(year, Number(second), Number(first));
    const monthThenDay = named(year, Number(first), Number(second));
    if (!dayThenMonth || !monthThenDay) return dayThenMonth ?? monthThenDay;
    const [usual, other] =
      dates.dayFirst && !monthProven ? [dayThenMonth, monthThenDay] : [monthThenDay, dayThenMonth];
    return !year && isNear(other) && !isNear(usual) ? other : usual;
  });
  scan(dates, ordinalOfMonth, ([, day, name, year]) =>
    named(year, monthOf(name), ordinals.get(day ?? '') ?? 0),
  );
  scan(dates, monthAndDay, ([, month, day, year]) => named(year, monthOf(month), Number(day)));
  scan(dates, dayAndMonth, ([, day, month, year]) => named(year, monthOf(month), Number(day)));
  scan(dates, dayOfMonthNear, ([, day, which]) => {
    const month = partsOf(firstDayOfMonth(today, shiftOf(which ?? '')));
    return onDay(existingDay(month.year, month.month, Number(day)));
  });
  scan(dates, bareDay, ([, day], at) => {
    if (Number(day) < 4 && !onWord.test(justBefore(dates.text, at))) return undefined;
    return dayNear(Number(day));
  });
  scan(dates, dottedDay, ([, day]) => dayNear(Number(day)));
  scan(dates, countedDay, ([, day]) => dayNear(Number(day)));
  scan(dates, beforeYesterday, () => onDay(addDays(today, -2)));
  scan(dates, todayWords, () => onDay(today));
  scan(dates, yesterdayWords, () => onDay(addDays(today, -1)));
  scan(dates, tomorrowWords, () => onDay(addDays(today, 1)));
  readFeasts(dates);
  scan(dates, weekdayNamed, ([, which, name]) => {
    const ahead = ((weekdays.get(name ?? '') ?? 0) - weekdayOf(today) + 7) % 7;
    const shift = shiftOf(which ?? '');
    const back = shift < 0 || (shift === 0 && prefer === 'past');
    return onDay(addDays(today, back ? ahead - (shift === -2 ? 14 : 7) : ahead || 7));
  });
  readPartsOfPeriods(dates, yearOf);
  scan(dates, ago, (match) => {
    const [, countAfter, unitAfter, countBefore, unitBefore] = match;
    const amount = countOf(countAfter || countBefore || '');
    const unit = periodOf(unitAfter || unitBefore || '');
    return onDay(unit === 'month' ? addMonths(today, -amount) : addDays(today, -amount * daysIn(unit)));
  });
}
