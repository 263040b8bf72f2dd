import { plain } from '../intent/features.ts';
import type { LabelledMessage } from './corpus.ts';

/** How many authors use each word. */
export function peopleUsing(messages: readonly LabelledMessage[]): Map<string, number> {
  const authorsOf = new Map<string, Set<string>>();
  for (const { text, author } of messages)
    for (const word of plain(text).match(/[\p{L}\p{N}]+(?:['’&./-][\p{L}\p{N}]+)*/gu) ?? []) {
      const authors = authorsOf.get(word);
      if (authors) authors.add(author);
      else authorsOf.set(word, new Set([author]));
    }
  return new Map([...authorsOf].map(([word, authors]) => [word, authors.size]));
}
