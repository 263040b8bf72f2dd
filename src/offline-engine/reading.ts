export { detectLanguage, tellsLanguage } from './text/language.ts';

import type { Side } from './intent/place.ts';
import {
  askedLanguage,
  detectLanguage,
  languageOfReason,
  otherLanguage,
  sureEnoughToAnswer,
} from './text/language.ts';
import { pattern } from './words/pattern.ts';
import { beginsWithRepWords } from './words/rep-words.ts';
import { alternatives, anyOf, startsWith } from './words/words.ts';

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
  return found === conversation ? languageOfReason(text, conversation) : found;
}

const yes = startsWith('answers', 'yes');
const yesMore = pattern(
  `^(?:(?:${alternatives('answers', 'yes-more')}|${alternatives('answers', 'yes')})(?![\\p{L}\\p{N}])[\\s,.!]*)+`,
);
const no = startsWith('answers', 'no');
const stop = startsWith('answers', 'stop');
const correcting = startsWith('answers', 'correcting');
const correction = anyOf('answers', 'correction');
const human = pattern(`^(?:${alternatives('answers', 'human')})[\\s.!?]*$`);
const person = `(?<!\\p{L})(?:${alternatives('answers', 'person')})(?!\\p{L})`;
const speak = `(?<!\\p{L})(?:${alternatives('answers', 'speak')})(?!\\p{L})`;
const reach = `(?<!\\p{L})(?:${alternatives('answers', 'reach')})(?!\\p{L})`;
const noPerson = anyOf('answers', 'no-person');
const wantsPerson = pattern(`(?:${speak}|${reach}).{0,40}${person}|${person}.{0,20}${speak}`);

/** How much of a message is left after its yes; undefined when it does not begin with one. */
export function afterYes(text: string): string | undefined {
  const found = yes.exec(text.trim());
  return found ? text.trim().slice(found[0].length).replace(yesMore, '') : undefined;
}

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Whether a message is a refusal, a stop or a correction of what was asked. */
export const readsAsRefusal = (text: string): boolean =>
  no.test(text.trim()) ||
  stop.test(text.trim()) ||
  correcting.test(text.trim()) ||
  (afterYes(text) === undefined && correction.test(text));

/** Whether a message is a plain yes, without a condition or another wish. */
export function readsAsYes(text: string): boolean {
  const rest = afterYes(text);
  return rest !== undefined && wordsIn(rest) < 3 && !readsAsRefusal(rest) && !/[?]|\d/.test(rest);
}

/** Whether a message asks for a person. */
export const asksForPerson = (text: string): boolean =>
  !refusesPerson(text) && (human.test(text.trim()) || wantsPerson.test(text));

/** "I want no person, just my balance". */
export const refusesPerson = (text: string): boolean => noPerson.test(text);
