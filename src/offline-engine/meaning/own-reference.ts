import Big from 'big.js';
import { noSlots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives } from '../words/words.ts';
import type { Interpretation } from './context.ts';
import { act, type Moment, type Reader, understood } from './moment.ts';

const reference = pattern(
  `(?<![\\p{L}\\p{N}])(?:${alternatives('documents', 'reference')})(?![\\p{L}\\p{N}])[\\s:#.=]*((?:\\p{L}{1,8}\\.?[\\s:#.=]+){0,2})(\\p{L}{0,5}[-/]?\\d[\\p{L}\\p{N}/-]*)[\\s.!]*$`,
);
const plain = /^\d+$/;
const mostWords = 8;

/** "Our PO is 4463", "ref 7788", said of what was read back: a number of the customer's own goes along as a note, and is no quantity. */
export const readOwnReference: Reader = (moment) => {
  const { text, raw, words, context } = moment;
  if (
    context.side === 'customer' &&
    context.lastIntent === 'payment.status' &&
    (!context.asked || /^(?:more|invoice|person)$/.test(context.asked))
  )
    return ofPayment(moment);
  const isReadBack = context.asked === 'confirmation' && context.pending === 'dispute.open';
  const found = isReadBack && words <= mostWords ? reference.exec(raw) : undefined;
  if (!found || !isNoQuantity(found[2] ?? '', found[1] ?? '', moment)) return undefined;
  return understood(moment, [{ ...act('hesitate', noSlots(), text), note: raw }]);
};

const nameOfPayment = pattern(
  `(?<![\\p{L}\\p{N}])(?:${alternatives('documents', 'reference')}|${alternatives('requests', 'payment-number')})(?![\\p{L}\\p{N}])[\\s:#.=]*(?:\\p{L}{1,6}\\.?[\\s:#.=]+){0,2}(\\p{L}{0,5}[-/]?\\d[\\p{L}\\p{N}/-]{3,})[\\s.!]*$`,
);

/** "Ref 88210034", after it was told that a payment is not booked yet: by what a person finds it. */
function ofPayment(moment: Moment): Interpretation | undefined {
  const { raw, text, words } = moment;
  const found = words <= mostWords ? nameOfPayment.exec(raw) : undefined;
  return found ? understood(moment, [act('_trace', noSlots(), text)]) : undefined;
}

/** With words before it ("the PO says 3") a number is one of goods where that many were billed. */
const isNoQuantity = (number: string, between: string, { context }: Moment): boolean =>
  between === '' ||
  !plain.test(number) ||
  context.lines.every(({ quantity }) => quantity !== undefined && new Big(number).gt(quantity));
