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
  readonly spans: DateSpan[];
};

export const onDay = (day: string | undefined): Meaning | undefined =>
  day === undefined ? undefined : { kind: 'day', day };

const compiled = new Map<string, RegExp>();

/** Reads each match of a pattern that no earlier reading has taken. */
export function scan(
  dates: DateScan,
  pattern: string,
  meaning: (match: readonly string[], at: number) => Meaning | undefined,
): void {
  let expression = compiled.get(pattern);
  if (!expression) {
    expression = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu');
    compiled.set(pattern, expression);
  }
  for (const match of dates.text.matchAll(expression)) {
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
