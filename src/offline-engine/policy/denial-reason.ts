import { leastReason, reasonOnly } from '../meaning/rep-reason.ts';
import type { Request } from '../memory/state.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives } from '../words/words.ts';

const afterBecause = pattern(`(?:${alternatives('requests', 'because')}|:)\\s+([^]{6,})$`);
/** The tool takes no more. */
const mostReason = 1000;

/** Why a claim is rejected, in the words that the customer will read; undefined when they are too few to be a reason. */
export function denialReason({ note, text, said = text }: Request): string | undefined {
  const words = note === undefined ? afterBecause.exec(said)?.[1] : reasonOnly(note);
  return words && words.length >= leastReason ? words.slice(0, mostReason) : undefined;
}
