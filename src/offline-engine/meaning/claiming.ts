import { pattern } from '../words/pattern.ts';
import { alternatives, startsWith } from '../words/words.ts';
import { act, type Reader, understood } from './moment.ts';

const greeting = startsWith('answers', 'greet');
const claiming = pattern(`^(?:${alternatives('requests', 'claiming')})[\\s.!?]*$`);

/** "I want to dispute something": what is wrong, and with which invoice, is still to be asked. */
export const readClaiming: Reader = (moment) => {
  const { text, context } = moment;
  // a list that was shown asks which one to look at: nothing waits for the answer
  const isFree =
    !context.asked || context.asked === 'more' || (context.asked === 'invoice' && !context.pending);
  if (context.side !== 'customer' || !isFree || !claiming.test(text.replace(greeting, ''))) return undefined;
  const { reason, product, ...slots } = moment.slotsFor('dispute.open', text);
  return understood(moment, [act('dispute.open', slots, text)]);
};
