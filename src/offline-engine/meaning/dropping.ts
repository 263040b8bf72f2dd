import { afterYes } from '../reading.ts';
import { partsOf } from '../text/clauses.ts';
import { wordCount } from '../text/word-count.ts';
import { hasValue, noSlots } from '../values/slots.ts';
import { startsWith } from '../words/words.ts';
import { bestRequest } from './answer-and-more.ts';
import type { Act } from './context.ts';
import { correctedSlots } from './correction.ts';
import { act, isTask, type Moment, type Reader, understood } from './moment.ts';

/** How sure the classifier must be of what is wanted instead, and of a part that stands for itself. */
const sure = 0.7;
const sureInstead = 0.55;
const leastWords = 3;
const billing = /^billing/;
const stop = startsWith('answers', 'stop');
const goesOnWithNumber = /^\p{L}{1,4}\s+\d/u;

/** "You can go ahead and cancel it", to what was read back: a yes to nothing. */
export const readAgreedDrop: Reader = (moment) => {
  const agreed = moment.context.asked === 'confirmation' ? afterYes(moment.text) : undefined;
  const found = agreed === undefined ? undefined : stop.exec(agreed)?.[0];
  return agreed !== undefined && found !== undefined && wordCount(agreed.slice(found.length)) < leastWords
    ? understood(moment, [act('cancel', moment.reading.slots, moment.text)])
    : undefined;
};

/** "Never mind the statement, is anything overdue?", where nothing waits: what is wanted in the other part. */
function wishBeside({ classified, slotsFor }: Moment, text: string): Act | undefined {
  const [, rest, ...more] = partsOf(text);
  if (rest === undefined || more.length > 0 || text.slice(0, text.indexOf(rest)).includes('?'))
    return undefined;
  const { label, score } = classified(rest);
  return isTask(label) && score > sure ? act(label, slotsFor(label, rest), rest, score) : undefined;
}

/** "Never mind", and what the writer wants instead. */
export const readDropping: Reader = (moment) => {
  const { words, context } = moment;
  // "OK, forget it" agrees to nothing.
  const agreed = afterYes(moment.text);
  const text = agreed !== undefined && stop.test(agreed) ? agreed : moment.text;
  const found = stop.exec(text);
  const beside = found && !context.pending && !context.asked ? wishBeside(moment, text) : undefined;
  if (beside) return understood(moment, [act('cancel', noSlots(), text), beside]);
  if (!found || !(context.pending || context.asked || words <= 4) || (moment.strongOther && words > 6))
    return undefined;
  const rest = text.slice(found[0].length);
  // "Drop that to 5", "leave it at 9" drops nothing.
  if (goesOnWithNumber.test(rest)) {
    const changed = correctedSlots(moment, rest);
    return context.pending && hasValue(changed)
      ? understood(moment, [act('correct', changed, text)])
      : undefined;
  }
  // "Stop. Yes to the crates": what waits is asked plainly once more.
  if (context.asked === 'confirmation' && afterYes(rest) !== undefined)
    return understood(moment, [act('hesitate', noSlots(), text)]);
  const dropped = act('cancel', moment.reading.slots, text);
  if (rest.split(/\s+/).length <= 2 || context.asked === 'confirmation') return understood(moment, [dropped]);
  const next = moment.classified(rest);
  if (isTask(next.label) && next.score > sure)
    return understood(moment, [
      dropped,
      act(next.label, moment.slotsFor(next.label, rest), rest, next.score),
    ]);
  return understood(moment, [dropped]);
};

/** "Never mind the statement, is anything overdue?": what is dropped stands before the comma, what is wanted after it. */
export const readInstead: Reader = (moment) => {
  const { text, raw, context, reading } = moment;
  if (!stop.test(text) || !stop.test(raw) || context.asked === 'confirmation') return undefined;
  const [first = '', ...parts] = partsOf(text);
  // "Stop the billing for ten days, and …" is a wish of its own
  if (billing.test(moment.alone(first).label)) return undefined;
  const rest = parts.join(' ');
  const wanted = rest.split(/\s+/).length >= leastWords ? bestRequest(moment, rest) : undefined;
  return wanted && wanted.score >= sureInstead && wanted.intent !== 'case.add_info'
    ? understood(moment, [act('cancel', reading.slots, text), wanted])
    : undefined;
};
