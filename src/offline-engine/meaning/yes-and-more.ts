import { yesAndMore } from '../reading.ts';
import { noSlots } from '../values/slots.ts';
import type { Act, Context, Interpretation } from './context.ts';
import { act, isTask, type Moment, momentOf, understood } from './moment.ts';

const written = /^(?:dispute\.open|case\.(?:add_info|evidence))$/;
/** What would go on with the claim that was read back, or with a note to it: no wish of its own beside the yes. */
const goesOn = /^(?:dispute\.open|case\.add_info)$/;
/** A question right after is of the case that the yes opens; its number is not known yet. */
const toBeOpened = '';
const leastOfCase = 0.25;
const answered = /^(?:policy\.|delivery\.proof|statement\.file)/;

/** "Yes. And can I get a copy?": the yes to what was read back, and what is asked beside it, read as if it had been said right after. */
export function readYesAndMore(
  moment: Moment,
  read: (text: string, context: Context) => Interpretation,
): Interpretation | undefined {
  const { raw, context } = moment;
  if (context.asked !== 'confirmation' || !written.test(context.pending ?? '')) return undefined;
  const found = yesAndMore(raw);
  if (!found) return undefined;
  const { asked, pending, ...after } = context;
  const filed = { ...after, lastIntent: 'case.status', case: context.case ?? toBeOpened };
  const { acts, choice } = read(found.more, filed);
  const isBeside = ({ intent }: Act): boolean =>
    (isTask(intent) && !goesOn.test(intent) && !choice) || answered.test(intent);
  // What cannot be made out, said right after a case is opened, may well be about that case.
  const isOfCase =
    !acts.every(isBeside) && momentOf(found.more, filed).prediction.scoreOf('case.status') > leastOfCase;
  const unclear = act(isOfCase ? 'case.status' : 'clarify', noSlots(), found.more);
  const more = acts.every(isBeside) ? acts : [unclear];
  return understood(moment, [act('affirm', noSlots(), found.yes), ...more]);
}
