export { detectLanguage, tellsLanguage } from './text/language.ts';
export { afterYes, readsAsPlainYes, readsAsRefusal, readsAsYes, yesAndMore } from './yes.ts';

import type { Side } from './intent/place.ts';
import {
  askedLanguage,
  detectLanguage,
  languageOfOwnWords,
  otherLanguage,
  sureEnoughToAnswer,
} from './text/language.ts';
import { pattern } from './words/pattern.ts';
import { beginsWithRepWords } from './words/rep-words.ts';
import { alternatives, anyOf } from './words/words.ts';

const drafting = beginsWithRepWords('draft');

/**
 * The language to answer a message in: the one it asks for; that of the first messages until one tells it; else the conversation's. A language without a
 * pack is answered in the conversation's. A rep who asks for a draft in German goes on in the conversation's.
 */
export function answerLanguage(
  text: string,
  conversation: string,
  isOpen: boolean,
  side: Side = 'customer',
): string {
  if (side === 'rep' && drafting.test(text)) return conversation;
  const found = askedLanguage(text) ?? (isOpen ? languageIn(text, conversation) : conversation);
  return found === otherLanguage ? conversation : found;
}

function languageIn(text: string, conversation: string): string {
  const found = detectLanguage(text, conversation, sureEnoughToAnswer);
  return found === conversation ? languageOfOwnWords(text, conversation) : found;
}

const human = pattern(`^(?:${alternatives('answers', 'human')})[\\s.!?]*$`);
const person = `(?<!\\p{L})(?:${alternatives('answers', 'person')})(?!\\p{L})`;
const speak = `(?<!\\p{L})(?:${alternatives('answers', 'speak')})(?!\\p{L})`;
const reach = `(?<!\\p{L})(?:${alternatives('answers', 'reach')})(?!\\p{L})`;
const noPerson = anyOf('answers', 'no-person');
const nobody = anyOf('requests', 'nobody');
const noBot = anyOf('requests', 'no-bot');
const wantsPerson = pattern(`(?:${speak}|${reach}).{0,40}${person}|${person}.{0,20}${speak}`);

/** Whether a message asks for a person. */
export const asksForPerson = (text: string): boolean =>
  !refusesPerson(text) && (human.test(text.trim()) || wantsPerson.test(text) || noBot.test(text));

/** "I want no person, just my balance". */
export const refusesPerson = (text: string): boolean => noPerson.test(text) || nobody.test(text);
