import type { LogEntry } from '#domain/views/log-entry.ts';
import { detectLanguage } from '../text/language.ts';
import { ownWords } from '../text/own-words.ts';

/** A message in the customer's own words; `entry` is its number in the log, `language` the one it is read in. */
export type CustomerMessage = { readonly entry: number; readonly text: string; readonly language: string };

/** What the customer wrote, without the words of buttons, quoted mail and signatures. */
export function customerMessages(entries: readonly LogEntry[], language: string): CustomerMessage[] {
  const offered = new Set(
    entries.flatMap(({ body }) => (body.kind === 'message' ? (body.quickReplies ?? []) : [])),
  );
  return entries.flatMap(({ seq, author, body }) => {
    if (author !== 'customer' || body.kind !== 'message' || offered.has(body.text.trim())) return [];
    const text = ownWords(body.text).replaceAll('’', "'");
    return [{ entry: seq, text, language: detectLanguage(text, language) }];
  });
}
