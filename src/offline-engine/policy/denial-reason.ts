import { leastReason, reasonOnly } from '../meaning/rep-reason.ts';
import type { Request } from '../memory/state.ts';
import { pattern } from '../words/pattern.ts';
import { isRepWords } from '../words/rep-words.ts';
import { alternatives } from '../words/words.ts';
import type { Said, Turn } from './plan.ts';

const afterBecause = pattern(`(?:${alternatives('requests', 'because')}|:)\\s+([^]{6,})$`);
/** "Because 4 are missing": a reason, be it too short a one. */
const tooShort = pattern(`(?<!\\p{L})(?:${alternatives('requests', 'because')})\\s+(\\S.*)$`);
/** The tool takes no more. */
const mostReason = 1000;

const press = isRepWords('press');

/** Why a claim is rejected, in the words that the customer will read; undefined when they are too few to be a reason, or none ("approve it"). */
export function denialReason({ note, text, said = text }: Request): string | undefined {
  const words = note === undefined ? afterBecause.exec(said)?.[1] : reasonOnly(note);
  return words && words.length >= leastReason && !press.test(words) ? words.slice(0, mostReason) : undefined;
}

/** Asks for the reason; where one was too short, with how long it has to be, and the second time with another way. */
export function askForReason(request: Request, { say, state: { said } }: Turn): Said {
  const { text, said: told = text, note = tooShort.exec(told)?.[1] } = request;
  if (note === undefined || press.test(note)) return { say: say('ask.denial'), ask: 'note' };
  const short = say('ask.denial.short');
  const stuck = say('ask.denial.stuck');
  return { say: said.includes(short) || said.includes(stuck) ? stuck : short, ask: 'note' };
}
