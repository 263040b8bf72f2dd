import type { Request } from '../memory/state.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives } from '../words/words.ts';

const adding = pattern(`(?:${alternatives('requests', 'adding')})(?![\\p{L}\\p{N}])[\\s,:]*([^]{6,})$`);
const afterThat = /(?:\bthat\b|:|\s[-–—])\s+(.{6,})$/is;

/** What the customer wants added: the answer to our question, the words after "that", or a long message as it is. */
export const noteOf = ({ note, text, said = text, slots }: Request): string | undefined =>
  note ??
  adding.exec(said)?.[1] ??
  afterThat.exec(said)?.[1] ??
  (said.split(/\s+/).length > 9 || slots.claimed !== undefined ? said : undefined);
