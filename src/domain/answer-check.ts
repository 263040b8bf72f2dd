import { compactText, type Grounds, groundsOf } from './grounded-figures.ts';
import { type Figure, figuresIn, type WrittenDate } from './written-figures.ts';

/**
 * The amounts, quantities, dates, percentages and document numbers of an answer that none of the sources bears out, as
 * written. Sources are this conversation's tool results (JSON) and texts, the customer's own words included. Number
 * words and the numbering of a list are not checked.
 */
export const ungroundedNumbers = (answer: string, sources: readonly string[], language: string): string[] =>
  numberCheck(sources, language)(answer);

/** The same for many answers over the same sources: the sources are read once. */
export function numberCheck(sources: readonly string[], language: string): (answer: string) => string[] {
  const grounds = groundsOf(sources, language);
  return (answer) => {
    const listed = [...answer.matchAll(listItem)].length;
    const text = answer.replace(listItem, (item) => item.replace(/\d+[.)]/, ''));
    const missing = figuresIn(text, language).filter((figure) => !isGrounded(figure, grounds, listed));
    return [...new Set(missing.map((figure) => figure.text))];
  };
}

const listItem = /^[ \t>]*(?:[-*•]|\d{1,2}[.)])[ \t]+/gm;

function isGrounded(figure: Figure, grounds: Grounds, listed: number): boolean {
  const { values, amounts, dates, currencies } = grounds;
  const isYear = (value: string) =>
    /^(?:19|20)\d\d$/.test(value) && dates.some(({ year }) => year === Number(value));
  const borneOut = (readings: readonly (readonly string[])[], by: ReadonlySet<string>) =>
    readings.some((reading) => reading.every((value) => by.has(value)));
  switch (figure.kind) {
    case 'link':
      return !/\d/.test(figure.text) || grounds.compact.includes(compactText(figure.text));
    case 'code':
      return grounds.compact.includes(compactText(figure.text));
    case 'document':
      return figure.text.split('/').every((part) => grounds.compact.includes(compactText(part)));
    case 'time':
      return grounds.minutes.has(figure.minutes);
    case 'money':
      return borneOut(figure.readings, amounts) && (currencies.size === 0 || currencies.has(figure.currency));
    case 'date':
      return (
        figure.dates.some((reading) => dates.some((date) => sameDate(reading, date))) ||
        borneOut(figure.orNumber ?? [], values)
      );
    default:
      return (
        borneOut(figure.readings, values) ||
        figure.readings.some((reading) =>
          reading.every((value) => isYear(value) || Number(value) === listed),
        ) ||
        (figure.kind === 'ordinal' &&
          figure.readings.some((reading) => reading.every((value) => Number(value) <= listed)))
      );
  }
}

/** A date agrees when all that both of them say is the same, and the record says at least the month. */
const sameDate = (said: WrittenDate, record: WrittenDate): boolean =>
  said.month === record.month &&
  (said.day === undefined || said.day === record.day) &&
  (said.year === undefined || record.year === undefined || said.year === record.year);
