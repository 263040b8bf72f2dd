import Big from 'big.js';
import { numbersOf } from '../meaning/plain-number.ts';
import type { Request } from '../memory/state.ts';
import { questionIn } from '../question.ts';
import { readValues, type ValueReading } from '../values/read-values.ts';
import { anyOf } from '../words/words.ts';
import type { Turn } from './plan.ts';

const some = anyOf('cues', 'several');
const came = [anyOf('cues', 'delivered'), anyOf('cues', 'delivered-after')];
const clauseEnd = /[,;.!?\n]+(?=\s|$)|\s[-–—]\s/;
/** What was answered later is kept behind this, where it is more than a word. */
const answered = ' / ';

/**
 * Whether a number of goods is told as what came, and less of them as wrong, without saying plainly how many: "we got 8, some damaged",
 * "8, 2 of them broken". A number in dispute that was answered later is plain.
 */
export function tellsOfPart(number: string, { text, slots }: Request, { state }: Turn): boolean {
  const { language, today, dayFirst } = state.context;
  const read = (part: string): ValueReading => readValues(part, { language, today, dayFirst });
  const told = text.split(answered).slice(questionIn(state.said) === 'quantity' ? 1 : 0);
  const isOf = (part: string): boolean => numbersOf(read(part)).some((value) => new Big(value).eq(number));
  const said = told.findLast(isOf);
  if (said === undefined) return false;
  const isOfWhatCame = said.split(clauseEnd).some((clause) => {
    return isOf(clause) && came.some((words) => words.test(clause)) && read(clause).toldReason === undefined;
  });
  const isLess = (value: string): boolean =>
    Number(value) !== slots.line && new Big(value).gt(0) && new Big(value).lt(number);
  return isOfWhatCame && (some.test(said) || numbersOf(read(said)).some(isLess));
}
