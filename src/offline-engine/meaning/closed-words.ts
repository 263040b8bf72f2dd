import { afterYes, asksForPerson } from '../reading.ts';
import { placedParts } from '../text/clauses.ts';
import { askedLanguage } from '../text/language.ts';
import { noSlots } from '../values/slots.ts';
import { type Pattern, pattern } from '../words/pattern.ts';
import { alternatives, anyOf, startsWith } from '../words/words.ts';
import { act, type Reader, understood } from './moment.ts';
import { speaksWith } from './ours-after-all.ts';

const whole = (key: 'thanks' | 'bye' | 'greet' | 'human' | 'help' | 'insult'): Pattern =>
  pattern(`^(?:${alternatives('answers', key)})[\\s.!,?]*$`);
const leaving = pattern(
  `^(?:${alternatives('answers', 'bye')})(?:[\\s.!,]+(?:${alternatives('answers', 'yes-ends')}|${alternatives('answers', 'yes-more')}))*[\\s.!,]*$`,
);
/** "Can we go on in German please": a longer message asks for something else too. */
const mostWords = 7;
const bot = anyOf('requests', 'asks-bot');
const mostOfBot = 10;
const closed = [
  ['thanks', whole('thanks')],
  ['bye', whole('bye')],
  ['human', whole('human')],
  ['greet', whole('greet')],
  ['bot.about', whole('help')],
  ['complaint', whole('insult')],
] as const;

/** Messages that are nothing but thanks, goodbye, a greeting, a call for a person or for help, or anger. */
export const readClosedWords: Reader = (moment) => {
  if (moment.words <= mostWords && askedLanguage(moment.raw))
    return understood(moment, [act('language.ask', noSlots(), moment.text)]);
  const intent = closed.find(([, words]) => words.test(moment.text) || words.test(moment.raw))?.[0];
  if (intent) return understood(moment, [act(intent, noSlots(), moment.text)]);
  if (moment.words <= mostOfBot && bot.test(moment.text) && !asksForPerson(moment.text))
    return understood(moment, [act('bot.about', noSlots(), moment.text)]);
  // "Ok, bye for now"; to what was read back it may be a yes.
  const agreed = moment.context.asked === 'confirmation' ? undefined : afterYes(moment.text);
  return leaving.test(agreed ?? moment.text)
    ? understood(moment, [act('bye', noSlots(), moment.text)])
    : undefined;
};

const thanking = startsWith('answers', 'thanks');
const leastTold = 0.5;

/** "Cheers, catch you later": thanks and a goodbye, in the order they are said. */
export const readThanksAndBye: Reader = (moment) => {
  const { text, prediction } = moment;
  if (prediction.label !== 'thanks' && prediction.label !== 'bye') return undefined;
  const told = placedParts(text).flatMap(({ part, at }) => {
    const { label, score } = moment.alone(part);
    return score >= leastTold ? [{ label, at }] : [];
  });
  const thanked = told.find(({ label }) => label === 'thanks')?.at;
  const left = told.find(({ label }) => label === 'bye')?.at;
  const isInOnePart = prediction.label === 'bye' && thanking.test(text);
  if (!isInOnePart && (thanked === undefined || left === undefined)) return undefined;
  const both = [act('thanks', noSlots(), text), act('bye', noSlots(), text)];
  return understood(moment, (thanked ?? 0) <= (left ?? 0) || isInOnePart ? both : both.reverse());
};

/** However sure the classifier is of a request, a call for a person is heard unless that request is this sure. */
const sureRequest = 0.85;

/** "This is a joke, get me a person now!" */
export const readPerson: Reader = (moment) => {
  const { raw, prediction } = moment;
  const isOther =
    prediction.label === 'bot.about' || (prediction.label !== 'human' && prediction.score >= sureRequest);
  return (asksForPerson(raw) || speaksWith(raw)) && !isOther
    ? understood(moment, [act('human', noSlots(), moment.text)])
    : undefined;
};
