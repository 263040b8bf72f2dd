import type { Act } from '../meaning/context.ts';
import type { Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { ofGoodsThatCame } from '../words/word-file.ts';
import { alternatives, anyOf } from '../words/words.ts';
import { withSurplus } from './over-delivered.ts';
import type { Request } from './state.ts';

const both = anyOf('requests', 'both');
const onlyCount = pattern(
  `^\\W*(?:(?:${alternatives('answers', 'no')}|${alternatives('answers', 'correcting')})[\\s,.!]+)*(?:${alternatives('cues', 'only')})\\s+\\d+(?:\\s+\\p{L}{1,4}\\s+\\p{L}+)?[\\s.!]*$`,
);

/** A request as an act makes it. */
export const requestOf = (act: Act, change: Partial<Request> = {}): Request => ({
  intent: act.intent,
  slots: asClaim(withSurplus(change.intent ?? act.intent, withoutMarker(act), act.text)),
  text: act.text,
  score: act.score,
  ...(act.note ? { note: act.note } : {}),
  ...change,
});

/** What is wrong with a bill is asked for rather than guessed. */
export const withoutGuess = (act: Act): Act => {
  if (act.intent !== 'dispute.open' || !act.slots.isReasonGuessed) return act;
  const { reason: _, isReasonGuessed: __, ...slots } = act.slots;
  return { ...act, slots };
};

/** "The glass is cracked on both", where two are claimed: it is of those two, not of all that were billed. */
export const withoutBoth = (act: Act, waiting: Request | undefined): Act => {
  const claimed = waiting?.slots.claimed ?? waiting?.slots.quantity;
  if (claimed !== '2' || !act.slots.all || !both.test(act.text)) return act;
  const { all, ...slots } = act.slots;
  return { ...act, slots };
};

/** "1) a copy 2) half of the gloves": what numbers requests is no quantity. */
const withoutMarker = ({ slots, text }: Act): Slots => {
  const { quantity, ...others } = slots;
  const isMarker = quantity !== undefined && new RegExp(`(?:^|\\s)${Number(quantity)}\\)\\s`).test(text);
  return isMarker ? others : slots;
};

/** "No, just 6 of them", asked how many were wrong: so many are wrong, not so many came. */
export function asCounted(act: Act, waiting: Request | undefined, asked: string | undefined): Act {
  const { delivered, ...slots } = act.slots;
  const isCount = asked === 'quantity' && delivered !== undefined;
  const isOfWhatCame = ofGoodsThatCame.test(waiting?.slots.reason ?? '');
  return isCount && isOfWhatCame && onlyCount.test(act.text)
    ? { ...act, slots: { ...slots, claimed: delivered } }
    : act;
}

/** What waits, asked again how many: the number that was said before could not be, and is not held against the next answer. */
export const withoutRefused = (waiting: Request, asked: string | undefined): Request => {
  if (asked !== 'quantity') return waiting;
  const { claimed, delivered, quantity, ...slots } = waiting.slots;
  return { ...waiting, slots };
};

/** What was said of a request so far, and what was said of it now. */
export const told = (before: string, raw: string): string => `${before} / ${raw}`;

/** "20 crates never turned up": with a number it is a quantity that is missing, not the whole delivery. */
const asClaim = (slots: Slots): Slots =>
  slots.reason === 'not_delivered' && slots.claimed !== undefined && slots.claimed !== slots.billed
    ? { ...slots, reason: 'quantity_short' }
    : slots;
