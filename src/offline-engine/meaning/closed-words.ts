import { noSlots } from '../values/slots.ts';
import { alternatives } from '../words/words.ts';
import { act, type Reader, understood } from './moment.ts';

const whole = (key: 'thanks' | 'bye' | 'greet' | 'human' | 'help'): RegExp =>
  new RegExp(`^(?:${alternatives('answers', key)})[\\s.!,?]*$`, 'iu');
const closed = [
  ['thanks', whole('thanks')],
  ['bye', whole('bye')],
  ['human', whole('human')],
  ['greet', whole('greet')],
  ['bot.about', whole('help')],
] as const;

/** Messages that are nothing but thanks, goodbye, a greeting, a call for a person or for help. */
export const readClosedWords: Reader = (moment) => {
  const intent = closed.find(([, words]) => words.test(moment.text) || words.test(moment.raw))?.[0];
  return intent && understood(moment, [act(intent, noSlots(), moment.text)]);
};
