import Big from 'big.js';
import { decimalOf } from '../values/decimal.ts';
import type { ValueReading } from '../values/read-values.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives } from '../words/words.ts';
import { lineAsked } from './context.ts';
import type { Moment } from './moment.ts';

const beforeUnit = pattern(`(\\d+(?:[.,]\\d+)?)\\s+(?:${alternatives('cues', 'unit')})(?![\\p{L}\\p{N}])`);

/** "36 units at 15": of several numbers, those that count no units and are not what was billed. */
export function pricesAmong(
  numbers: readonly string[],
  { source }: ValueReading,
  { context }: Moment,
): readonly string[] {
  const { line, lines } = lineAsked(context);
  const billed = lines.find(({ id }) => Number(id) === line)?.quantity;
  const counted = beforeUnit.matches(source).map(([, number = '']) => decimalOf(number));
  const isCount = (number: string): boolean =>
    counted.includes(number) || (billed !== undefined && new Big(number).eq(billed));
  const prices = numbers.filter((number) => !isCount(number));
  return numbers.length > 1 && prices.length > 0 ? prices : numbers;
}
