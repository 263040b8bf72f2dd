import type { LogEntry } from '#domain/views/log-entry.ts';
import { kindOfQuestion, lastQuestion } from '../question.ts';
import { asksForPerson } from '../reading.ts';
import { cuesOf } from './cues.ts';
import { type CustomerMessage, customerMessages } from './customer-messages.ts';
import { quoted, saysAgain, sentencesOf } from './quotes.ts';

/** A question nobody answered yet, with the entries that ask it, the first one first. */
export type OpenQuestion = { readonly words: string; readonly entries: readonly number[] };

const most = 3;

/**
 * What the customer asked and nobody answered. A question that was asked again at the end is open too, whatever was answered.
 * The wish for a person is no question: the hand-over answers it.
 */
export function openForCustomer(entries: readonly LogEntry[], language: string): OpenQuestion[] {
  const messages = customerMessages(entries, language).filter(({ text }) => !asksForPerson(text));
  const asked = messages.flatMap((message) =>
    questionsIn(message).map((words) => ({ words, entry: message.entry })),
  );
  const last = messages.at(-1)?.entry;
  return asked
    .filter(({ words }, at) => !asked.slice(at + 1).some((later) => saysAgain(later.words, words)))
    .map(({ words, entry }) => ({
      words: quoted(words),
      entries: asked
        .filter((one) => one.entry === entry || saysAgain(one.words, words))
        .map((one) => one.entry)
        .filter((one, at, all) => one <= entry && all.indexOf(one) === at),
    }))
    .filter((question) => {
      const entry = question.entries.at(-1) ?? 0;
      return !isAnswered(entries, entry) || (question.entries.length > 1 && entry === last);
    })
    .slice(-most);
}

/** What was last asked of the customer, when all they said since is that they want a person. */
export function openForUs(entries: readonly LogEntry[]): OpenQuestion | undefined {
  const at = entries.findLastIndex(({ author, body }) => isOurs(author) && body.kind === 'message');
  const entry = entries[at];
  if (entry?.body.kind !== 'message') return undefined;
  const { text } = entry.body;
  const words = lastQuestion(text);
  if (words === undefined || ['more', 'person', 'none'].includes(kindOfQuestion(text))) return undefined;
  const isAnswer = ({ author, body }: LogEntry) =>
    author === 'customer' && body.kind === 'message' && !asksForPerson(body.text);
  return entries.slice(at + 1).some(isAnswer) ? undefined : { words: quoted(words), entries: [entry.seq] };
}

function questionsIn({ text, language }: CustomerMessage): string[] {
  const { asking } = cuesOf(language);
  const sentences = sentencesOf(text);
  return sentences.filter((one) => /\p{L}{2}.*\?/u.test(one) || (sentences.length === 1 && asking.test(one)));
}

const isOurs = (author: LogEntry['author']): boolean => author === 'assistant' || author === 'rep';

/** Answered by the assistant's message that names the entry, or by whatever a person wrote after it. */
const isAnswered = (entries: readonly LogEntry[], asked: number): boolean =>
  entries.some(
    ({ seq, author, body }) =>
      seq > asked &&
      body.kind === 'message' &&
      (author === 'rep' || (author === 'assistant' && (body.answers ?? asked) === asked)),
  );
