import { wordFiles } from '../words/languages.ts';
import { type Pattern, pattern } from '../words/pattern.ts';
import { longestFirst } from '../words/words.ts';

type Spoken = {
  readonly days: readonly string[];
  /** What stands behind the digits of a day: "9th", "9." */
  readonly ending: string;
  readonly ofMonth: Pattern;
  readonly inMonth: Pattern;
  readonly any: Pattern;
  readonly alone: Pattern;
  readonly possessed: Pattern;
};

const never = '(?!)';
/** "Tuesday" of "tuesday|tues|tue": "tues" is no "tue" with an s. */
const longName = (names: string): string => names.split('|')[0] ?? never;

/** How each language that says days in words does so; spaces and hyphens of "twenty-first" are alike. */
const spoken: ReadonlyMap<string, Spoken> = new Map(
  [...wordFiles]
    .filter(([, { days }]) => days.length > 0)
    .map(([language, { days, dates }]) => {
      const day = `(${longestFirst(days).replaceAll('-', '[- ]')})`;
      const month = `(?:${dates.months.join('|')})`;
      const {
        of = never,
        'unclear-months': unclear = never,
        the = never,
        'before-day': before = never,
        'after-day': after = never,
        'of-a-day': ofDay = never,
        'day-ending': dayEnding,
        tomorrow = never,
        yesterday = never,
      } = dates.words;
      // "The second may be declined"
      const clearMonth = `(?!(?:${unclear})(?!\\p{L}))${month}`;
      const found: Spoken = {
        days,
        ending: dayEnding?.split('|').at(-1) ?? '.',
        // "The fifteenth of December", "December fifteenth"
        ofMonth: pattern(`(?<!\\p{L})${day}(?= (?:(?:${of}) ${month}|${clearMonth})(?!\\p{L}))`),
        inMonth: pattern(`(?<!\\p{L})(${clearMonth},? (?:(?:${the}) )?)${day}(?!\\p{L})`),
        any: pattern(`(?<!\\p{L})${day}(?!\\p{L})`),
        alone: pattern(
          `(?<!\\p{L})((?:${before}) )${day}(?=\\s*[.,;:!?)]|\\s*$|\\s*\\n| (?:${after})(?!\\p{L}))`,
        ),
        possessed: pattern(
          ofDay === never
            ? never
            : `(?<!\\p{L})(${[...dates.weekdays, tomorrow, yesterday].map(longName).join('|')})s (?=(?:${ofDay})(?!\\p{L}))`,
        ),
      };
      return [language, found];
    }),
);

/** "On the ninth" as "on the 9th", "December fifteenth" as "December 15th", "Tuesdays payment" as "Tuesday's payment". */
export function daysInDigits(text: string, language: string): string {
  const words = spoken.get(language);
  if (!words) return text;
  const digits = (day: string): string =>
    `${words.days.indexOf(day.toLowerCase().replace(' ', '-')) + 1}${words.ending}`;
  // "Credit the first; the second may be declined": places in a list.
  const areSeveral = words.any.matches(text).length > 1;
  const alone = (day: string, before: string, whole: string): string =>
    areSeveral ? whole : before + digits(day);
  return text
    .replace(words.ofMonth, (_, day = '') => digits(day))
    .replace(words.inMonth, (_, before = '', day = '') => before + digits(day))
    .replace(words.alone, (whole, before = '', day = '') => alone(day, before, whole))
    .replace(words.possessed, (_, day = '') => `${day}'s `);
}
