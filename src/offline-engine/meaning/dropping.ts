import { startsWith } from '../words/words.ts';
import { act, isTask, type Reader, understood } from './moment.ts';

const stop = startsWith('answers', 'stop');

/** "Never mind", and what the writer wants instead. */
export const readDropping: Reader = (moment) => {
  const { text, words, context } = moment;
  const found = stop.exec(text);
  if (!found || !(context.pending || context.asked || words <= 4) || (moment.strongOther && words > 6))
    return undefined;
  const rest = text.slice(found[0].length);
  const dropped = act('cancel', moment.reading.slots, text);
  if (rest.split(/\s+/).length <= 2 || context.asked === 'confirmation') return understood(moment, [dropped]);
  const next = moment.classified(rest);
  return understood(
    moment,
    isTask(next.label) && next.score > 0.7
      ? [dropped, act(next.label, moment.slotsFor(next.label, rest), rest, next.score)]
      : [dropped],
  );
};
