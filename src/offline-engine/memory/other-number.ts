import Big from 'big.js';
import type { Context } from '../meaning/context.ts';
import { decimalOf } from '../values/decimal.ts';
import { numbersIn } from '../values/numbers.ts';
import { readValues } from '../values/read-values.ts';
import type { Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives } from '../words/words.ts';

type SaidNumbers = { readonly source: string; readonly numbers: readonly string[] };
const isDocument = /^(?:linenum|invnum|casenum|ponum)$/;

/** The numbers of a message as decimal strings, but for those of lines, documents, dates and shares. */
export function saidNumbers(raw: string, { today, language, dayFirst, numberFormats }: Context): SaidNumbers {
  const formats = numberFormats ? { numberFormats } : {};
  const reading = readValues(raw, { today, language, dayFirst, ...formats });
  const told = numbersIn(reading).filter(({ tag }) => tag === undefined || !isDocument.test(tag));
  const numbers = told.map(({ value }) => value).filter((value) => plainNumber.test(value));
  return { source: reading.source, numbers };
}
const plainNumber = /^\d+(?:\.\d+)?$/;

const deniedNumber = pattern(`(?<!\\p{L})(?:${alternatives('cues', 'not')})\\s+(\\d+(?:[.,]\\d+)?)`);

/** "Not 3 but 4": of two numbers the one that did not stand, in the role of the one that did. */
export function otherNumber(
  { source, numbers }: SaidNumbers,
  before: Slots,
  billed: string | undefined,
): Partial<Slots> | undefined {
  const [one, two, ...more] = numbers;
  if (one === undefined || two === undefined || more.length > 0) return undefined;
  const { delivered, amounts } = before;
  const missing = billed && delivered && new Big(billed).minus(delivered).toFixed();
  const claimed = before.claimed ?? missing;
  const denied = deniedNumber.exec(source)?.[1];
  // "9, not 8", where 9 was read back already.
  if (denied !== undefined && decimalOf(denied) === two && one === claimed) return { claimed: one };
  const stood = [claimed, delivered, amounts[0]?.value];
  if (stood.includes(one) === stood.includes(two)) return undefined;
  const [old, other] = stood.includes(one) ? [one, two] : [two, one];
  return old === claimed && old !== delivered ? { claimed: other } : { quantity: other };
}
