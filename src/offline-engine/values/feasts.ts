import { wordFiles } from '../words/languages.ts';
import { pattern } from '../words/pattern.ts';
import { dateWords, longestFirst, wholeWords } from '../words/words.ts';
import { addDays, dayOf, partsOf, weekdayOf } from './calendar.ts';
import { type DateScan, onDay, scan } from './date-scan.ts';
import { justAfter, justBefore } from './masked-text.ts';

const feasts = new Map([...wordFiles.values()].flatMap((file) => Object.entries(file.feasts)));
const named = wholeWords(`(${longestFirst(feasts.keys())})`);
/** "Christmas crackers" are goods: a day stands behind a word of time, or alone. */
const before = pattern(
  `(?:^|(?<!\\p{L})(?:${(['on', 'to', 'before', 'since'] as const).map(dateWords).join('|')})\\s+(?:(?:${dateWords('the')})\\s+)?)$`,
);
/** "Until Christmas" lies ahead. */
const until = pattern(`(?<!\\p{L})(?:${dateWords('to')})\\s+(?:(?:${dateWords('the')})\\s+)?$`);
const goesOn = /^\s+\p{L}/u;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The day a feast falls on in a year; of "11-thu4" the fourth Thursday of November. */
function feastIn(year: number, feast: string): string {
  const [month = '', day = ''] = feast.split('-');
  const weekday = weekdays.indexOf(day.slice(0, 3));
  if (weekday < 0) return dayOf(year, Number(month), Number(day));
  const first = dayOf(year, Number(month), 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (Number(day.slice(3)) - 1) * 7);
}

/** "Since Labor Day", "by Christmas". */
export function readFeasts(dates: DateScan): void {
  const { today, prefer, text } = dates;
  scan(dates, named, ([name = ''], at) => {
    const feast = feasts.get(name);
    const said = justBefore(text, at).trimStart();
    const rest = justAfter(text, at + name.length);
    const isAlone = said === '' && rest.trim().length < 2;
    if (feast === undefined || !(isAlone || (said !== '' && before.test(said) && !goesOn.test(rest))))
      return undefined;
    const { year } = partsOf(today);
    const here = feastIn(year, feast);
    if (prefer === 'past' && !until.test(said)) return onDay(here <= today ? here : feastIn(year - 1, feast));
    return onDay(here >= today ? here : feastIn(year + 1, feast));
  });
}
