import type { Pattern } from '../words/pattern.ts';

/** A stretch of text that names a day, a span of days or a length of time. */
export type DateSpan = {
  readonly start: number;
  readonly end: number;
} & (
  | { readonly kind: 'day'; readonly day: string }
  | {
      readonly kind: 'range';
      readonly from: string;
      readonly to: string;
      /** "Since March": up to today, which was not said. */
      readonly isOpen?: boolean;
    }
  | { readonly kind: 'duration'; readonly days?: number; readonly months?: number }
);

export type Meaning =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  | { readonly kind: 'duration'; readonly days?: number; readonly months?: number };

export type DateScan = {
  readonly text: string;
  readonly today: string;
  readonly prefer: 'past' | 'future';
  readonly dayFirst: boolean;
  /** Whether the language writes 1,5: a 13.11 is no number then. */
  readonly commaDecimals: boolean;
  readonly spans: DateSpan[];
};

export const onDay = (day: string | undefined): Meaning | undefined =>
  day === undefined ? undefined : { kind: 'day', day };

/** Reads each match of a pattern that no earlier reading has taken. */
export function scan(
  dates: DateScan,
  words: Pattern,
  meaning: (match: readonly string[], at: number) => Meaning | undefined,
): void {
  for (const match of words.matches(dates.text)) {
    const start = match.index;
    const end = start + match[0].length;
    if (start === end || dates.spans.some((span) => start < span.end && end > span.start)) continue;
    const found = meaning(
      match.map((part) => part ?? ''),
      start,
    );
    if (found) dates.spans.push({ start, end, ...found });
  }
}
