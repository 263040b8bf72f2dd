import { pattern } from '../words/pattern.ts';
import { alternatives } from '../words/words.ts';
import type { WrittenNumber } from './numbers.ts';

/** So many characters around a number are searched. */
const reach = 20;
const sizeBefore = pattern(`(?<!\\p{L})(?:${alternatives('cues', 'size-before')})\\s?$`);
/** "96-well plates", "12oz cups"; "300-odd" counts. */
const joined = pattern(
  `^(?:-(?!(?:odd|ish|plus|some|each|off)(?!\\p{L}))\\p{L}{3,}|\\s?oz(?!\\p{L}|\\s(?:of|short|missing|light)))`,
);
/** 14" lids, where no quotation began. */
const inches = /^"(?=\s?\p{L})/u;
const feet = /^'\d{1,2}(?!\d)/;
const afterFeet = /\d'$/;

/** Whether a number belongs to the name of the goods and counts nothing: "size 46", "type 55", "net 45", "14-inch lids", "6'2". */
export function isInName({ start, end }: WrittenNumber, source: string): boolean {
  const before = source.slice(Math.max(0, start - reach), start);
  const after = source.slice(end, end + reach);
  return (
    sizeBefore.test(before) ||
    joined.test(after) ||
    feet.test(after) ||
    afterFeet.test(before) ||
    (inches.test(after) && !source.slice(0, start).includes('"'))
  );
}

const dozens = pattern(`^\\s?(?:${alternatives('cues', 'dozens-short')})(?!\\p{L})`);
const inDozen = 12;

/** "2 dz": 24. */
export const inUnits = (number: WrittenNumber, source: string): WrittenNumber =>
  /^\d{1,3}$/.test(number.value) && dozens.test(source.slice(number.end, number.end + reach))
    ? { ...number, value: String(Number(number.value) * inDozen) }
    : number;
