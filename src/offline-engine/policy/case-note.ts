import type { Request } from '../memory/state.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, startsWith } from '../words/words.ts';

const adding = pattern(`(?:${alternatives('requests', 'adding')})(?![\\p{L}\\p{N}])[\\s,:]*([^]{6,})$`);
const greeting = startsWith('answers', 'greet');
const afterThat = /(?:\bthat\b|:|\s[-–—])\s+(.{6,})$/is;

/** What the customer wants added: the answer to our question, the words after "that", or a long message as it is. */
export const noteOf = (request: Request): string | undefined => {
  const { note, text, said = text, slots } = request;
  const isTold = said.split(/\s+/).length > 9 || slots.claimed !== undefined;
  return (
    note ??
    adding.exec(said)?.[1] ??
    afterThat.exec(said)?.[1] ??
    (isTold ? wordsOfClaim(request) : undefined)
  );
};

/** The customer's own words for a claim, in the order in which they told it. */
export const wordsOfClaim = ({ note, text, said = text }: Request): string => {
  const told = said.replace(greeting, '').trim();
  return note ?? (told === '' ? said : told);
};
