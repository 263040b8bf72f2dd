import { afterYes } from '../reading.ts';
import { partsOf } from '../text/clauses.ts';
import { noSlots, type Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, startsWith, wholeWords } from '../words/words.ts';
import type { Act } from './context.ts';
import { act, isTask, type Moment, type Reader, understood } from './moment.ts';

const no = startsWith('answers', 'no');
const one = `${alternatives('answers', 'no')}|${alternatives('answers', 'correcting')}|${alternatives('answers', 'stop')}`;
const refusing = pattern(`^(?:(?:${one})(?![\\p{L}\\p{N}])[\\s,.!:;-]*)+`);
/** What a rep does with a claim: to name another one instead corrects the first. */
const action = /^rep\.(?:credit|reorder|reject)$/;
const merely = wholeWords(`${alternatives('cues', 'only')}|${alternatives('cues', 'instead')}`);
/** How sure a part that stands for itself must be of its request, after a yes or no and after a word that drops or corrects. */
const leastSure = 0.5;
const leastSureElse = 0.8;

/** "Yep, and send me the PDF", "no, send them again instead": an answer to what was read back, and what else is wanted. */
export const readAnswerAndMore: Reader = (moment) => {
  const { text, context } = moment;
  if (context.asked !== 'confirmation') return undefined;
  const afterNo = refusing.exec(text)?.[0];
  const agreed = afterNo === undefined ? afterYes(text) : undefined;
  const rest = afterNo === undefined ? agreed : text.slice(afterNo.length);
  if (!rest) return undefined;
  const more = [...new Set([rest, ...partsOf(rest)])]
    .flatMap((part) => requestIn(moment, part))
    .sort((one, other) => other.score - one.score)[0];
  const isPlain = agreed !== undefined || no.test(text);
  if (!more || (!isPlain && more.score < leastSureElse)) return undefined;
  const head =
    agreed !== undefined ? 'affirm' : isInstead(moment, more) ? 'correct' : no.test(text) ? 'deny' : 'cancel';
  return understood(moment, [act(head, noSlots(), text), more]);
};

/** The request that a part makes which is not the one that waits. */
function requestIn(moment: Moment, part: string): Act[] {
  const { label, score } = moment.alone(part);
  if (!isTask(label) || label === 'clarify' || label === moment.context.pending || score < leastSure)
    return [];
  const slots: Slots = moment.slotsFor(label, part);
  return [act(label, slots, part, score)];
}

const isInstead = ({ context, text }: Moment, { intent }: Act): boolean =>
  (action.test(intent) && action.test(context.pending ?? '')) || merely.test(text);
