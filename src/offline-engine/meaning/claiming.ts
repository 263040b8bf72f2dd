import { type Pattern, pattern } from '../words/pattern.ts';
import { alternatives, startsWith } from '../words/words.ts';
import { act, type Reader, understood } from './moment.ts';

const greeting = startsWith('answers', 'greet');
const whole = (key: 'claiming' | 'wrong-bill' | 'too-high'): Pattern =>
  pattern(`^(?:${alternatives('requests', key)})[\\s.!?]*$`);
/** "I want to dispute INV-30112": which one says nothing of what is wrong. */
const number = /(?:^|\s)#?(?:\p{L}{1,5}-)?\d{4,}(?![\p{L}\d])/u;
const beginnings = [
  { said: whole('claiming') },
  { said: whole('wrong-bill') },
  { said: whole('too-high'), reason: 'wrong_price' },
] as const;

/** "I want to dispute something", "my bill is wrong", "it looks too high": what else is to know is still to be asked. */
export const readClaiming: Reader = (moment) => {
  const { text, context } = moment;
  // a list that was shown asks which one to look at: nothing waits for the answer
  const isFree =
    !context.asked || context.asked === 'more' || (context.asked === 'invoice' && !context.pending);
  if (context.side !== 'customer' || !isFree) return undefined;
  const words = text.replace(greeting, '').replace(number, '');
  const begun = beginnings.find(({ said }) => said.test(words));
  if (!begun) return undefined;
  const { reason: _, product: __, isReasonGuessed: ___, ...slots } = moment.slotsFor('dispute.open', text);
  return understood(moment, [
    act('dispute.open', 'reason' in begun ? { ...slots, reason: begun.reason } : slots, text),
  ]);
};
