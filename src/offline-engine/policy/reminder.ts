import type { Request, State } from '../memory/state.ts';
import type { Say } from '../speak/replies.ts';
import type { Said } from './plan.ts';
import { whatFor } from './what-for.ts';

const sentenceEnd = /(?<=[.!?])\s+(?=[\p{Lu}¿])|\n/u;
const listItem = /^\d+\. /m;

/** Comes back to what waits after something else was answered: in full what was not asked yet or wants a yes to its own words, else in short. */
export function reminder(
  { say: full, ask }: Said,
  waiting: Request,
  answered: string,
  { spoken }: State,
  say: Say,
): string {
  const question = full.split(sentenceEnd).at(-1)?.trim() ?? '';
  // another list was shown meanwhile: what is asked would be taken to be of that
  const isShort =
    ask !== 'confirmation' && question.endsWith('?') && spoken.includes(question) && !listItem.test(answered);
  return isShort
    ? say('back.short', { question })
    : `${say('back', { what: whatFor(waiting.intent, say) })} ${full}`;
}
