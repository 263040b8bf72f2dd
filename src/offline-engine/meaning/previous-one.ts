import { noSlots } from '../values/slots.ts';
import { anyOf } from '../words/words.ts';
import { act, type Reader, understood } from './moment.ts';

const previous = anyOf('requests', 'previous-one');
const also = /^(?:invoice\.(?:find|copy|explain)|payment\.status)$/;
const mostWords = 9;

/** "Thanks, and the one before that too?": what was done with an invoice is wanted for the one before it. */
export const readPreviousOne: Reader = (moment) => {
  const { text, words, context, reading } = moment;
  const { lastIntent = '', invoice, asked } = context;
  const isFree = !asked || asked === 'more';
  const names = reading.slots.invoices.length > 0;
  return isFree && invoice && !names && words <= mostWords && also.test(lastIntent) && previous.test(text)
    ? understood(moment, [act(lastIntent, noSlots(), text)])
    : undefined;
};
