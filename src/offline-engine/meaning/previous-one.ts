import { noSlots } from '../values/slots.ts';
import { anyOf } from '../words/words.ts';
import { act, isTask, type Moment, type Reader, understood } from './moment.ts';

const previous = anyOf('requests', 'previous-one');
const also = /^(?:invoice\.(?:find|copy|explain)|payment\.status)$/;
const both = anyOf('requests', 'both');
const mostWords = { before: 9, both: 4 };

/** "Thanks, and the one before that too?", "both please": what was done with an invoice is wanted for the one before it, or for the last two. */
export const readPreviousOne: Reader = (moment) => {
  const { text, words, context, reading } = moment;
  const { lastIntent = '', invoice, asked, listed } = context;
  const isFree = !asked || asked === 'more';
  if (!isFree || !invoice || reading.slots.invoices.length > 0 || !also.test(lastIntent)) return undefined;
  const isBefore = words <= mostWords.before && previous.test(text);
  const areBoth =
    words <= mostWords.both && listed.length === 0 && both.test(text) && asksNothingElse(moment);
  return isBefore || areBoth ? understood(moment, [act(lastIntent, noSlots(), text)]) : undefined;
};

/** Nothing else is asked for. */
const asksNothingElse = ({ prediction: { label } }: Moment): boolean => label === 'clarify' || !isTask(label);
