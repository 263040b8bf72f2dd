import { pattern } from '../words/pattern.ts';
import { dateWords } from '../words/words.ts';
import { addDays, lastDayOfMonth } from './calendar.ts';
import { readRanges } from './date-ranges.ts';
import type { DateScan, DateSpan } from './date-scan.ts';
import { justBefore } from './masked-text.ts';
import { readDays } from './single-days.ts';

export type DateReading = {
  readonly today: string;
  /** Which way a date without a year lies. */
  readonly prefer?: 'past' | 'future';
  /** Whether 05/04 is the fifth of April. */
  readonly dayFirst?: boolean;
  readonly commaDecimals?: boolean;
};

const the = `(?:(?:${dateWords('the')}) )?`;
const joinsTo = pattern(`^\\s*(?:${dateWords('to')}|-|–)\\s*${the}$`);
const joinsAnd = pattern(`^\\s*(?:${dateWords('and')}|&|,)\\s*${the}$`);
const afterBetween = pattern(`(?:${dateWords('between')})\\s*${the}$`);
const afterSince = pattern(`(?<!\\p{L})(?:${dateWords('since')})\\s*${the}$`);

/** Finds every day, span and length of time in a text; positions are those of the text given. */
export function readDates(text: string, reading: DateReading): DateSpan[] {
  const lower = text.toLowerCase();
  const dates: DateScan = {
    text: lower.length === text.length ? lower : text,
    today: reading.today,
    prefer: reading.prefer ?? 'past',
    dayFirst: reading.dayFirst ?? true,
    commaDecimals: reading.commaDecimals ?? false,
    spans: [],
  };
  readDays(dates);
  readRanges(dates);
  const sorted = dates.spans.sort((a, b) => a.start - b.start);
  return monthsOfOneYear(joined(sorted, dates.text), dates.text).map((span) => sinceThen(span, dates));
}

const startOf = (span: DateSpan): string | undefined =>
  span.kind === 'day' ? span.day : span.kind === 'range' ? span.from : undefined;
const endOf = (span: DateSpan): string | undefined =>
  span.kind === 'day' ? span.day : span.kind === 'range' ? span.to : undefined;

/** "A to B", "between A and B". */
function joined(spans: readonly DateSpan[], text: string): DateSpan[] {
  const result: DateSpan[] = [];
  for (const span of spans) {
    const before = result.at(-1);
    const from = before && startOf(before);
    const to = endOf(span);
    if (before && from && to) {
      const middle = text.slice(before.end, span.start);
      const isJoined =
        joinsTo.test(middle) ||
        (joinsAnd.test(middle) &&
          (afterBetween.test(justBefore(text, before.start)) || areNeighbours(before, span)));
      if (isJoined) {
        const saysYear = /\d{4}/.test(text.slice(before.start, before.end));
        const isSameYear = !saysYear && from.slice(5) <= to.slice(5);
        const yearBefore =
          from > to || isSameYear
            ? `${Number(to.slice(0, 4)) - Number(from.slice(5) > to.slice(5))}${from.slice(4)}`
            : from;
        result[result.length - 1] = {
          start: before.start,
          end: span.end,
          kind: 'range',
          from: yearBefore,
          to,
        };
        continue;
      }
    }
    result.push(span);
  }
  return result;
}

/** "January and February". */
const areNeighbours = (one: DateSpan, other: DateSpan): boolean =>
  one.kind === 'range' && other.kind === 'range' && addDays(one.to, 1) === other.from;

/** "January to February this year": a range of months followed by a year. */
function monthsOfOneYear(spans: readonly DateSpan[], text: string): DateSpan[] {
  const result: DateSpan[] = [];
  for (const span of spans) {
    const before = result.at(-1);
    const isYear = span.kind === 'range' && span.from.endsWith('-01-01') && span.to.endsWith('-12-31');
    if (isYear && before?.kind === 'range' && /^\s*(?:of\s*)?$/.test(text.slice(before.end, span.start))) {
      const year = span.from.slice(0, 4);
      const to = lastDayOfMonth(Number(year), Number(before.to.slice(5, 7)));
      result[result.length - 1] = { ...before, end: span.end, from: `${year}${before.from.slice(4)}`, to };
    } else result.push(span);
  }
  return result;
}

function sinceThen(span: DateSpan, dates: DateScan): DateSpan {
  const from = startOf(span);
  if (from === undefined || !afterSince.test(justBefore(dates.text, span.start))) return span;
  return { start: span.start, end: span.end, kind: 'range', from, to: dates.today, isOpen: true };
}
