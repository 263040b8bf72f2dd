import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import { wordsOf } from './confirmation.ts';

/**
 * Whether an assistant's words read back what a yes to them would write: our own words of any language, to the letter. What another
 * model says in its own words may mean anything else, "shall I drop it", so it is read back once more before a yes counts.
 */
export const readsBack = (said: string, view: ConfirmationView): boolean =>
  wordsOf(view).some((words) => flat(said).includes(flat(words)));

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
