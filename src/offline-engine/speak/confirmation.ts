import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import { packs, type Say, speaker } from './replies.ts';

/** The words that ask for a yes to exactly this write. */
export function confirmationWords(view: ConfirmationView, say: Say): string {
  const { facts } = view;
  const isWhole = view.tool === 'open_dispute' && facts.items.every((item) => item.line === 0);
  return say(`confirm.${view.tool}${isWhole ? '.whole' : ''}`, {
    ...facts,
    reasonText: facts.reasonCode ? say(`reason.${facts.reasonCode}`) : '',
    items: facts.items,
  });
}

/** The words in every language that has replies. */
export const wordsOf = (view: ConfirmationView): string[] =>
  [...packs.keys()].map((language) => confirmationWords(view, speaker(language)));
