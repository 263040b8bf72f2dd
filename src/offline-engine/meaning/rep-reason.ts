import { noSlots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { beginsWithRepWords, isRepWords } from '../words/rep-words.ts';
import { alternatives } from '../words/words.ts';
import { afterCorrecting } from './correction.ts';
import { act, type Reader, understood } from './moment.ts';

const back = beginsWithRepWords('back');
const reasonBefore = beginsWithRepWords('reason-before');
const notReason = isRepWords('no-reason');
const because = pattern(`(?:${alternatives('requests', 'because')}|:)\\s`);
const headAndReason = /^([^,;.–—]+?)(?:[,;.]|\s[-–—])\s+(\S.*)$/s;
/** "Correct: 12 Nov" */
const withColon = /^[^:]{2,20}:\s/;
const task = /^(?:rep|invoice|case)\./;
/** A reason that a customer can read has so many letters; the tool takes no shorter one. */
export const leastReason = 10;
const sureHead = 0.5;
const sureTask = 0.6;

/** The words of a reason without "change the reason:". */
export const reasonOnly = (text: string): string => text.trim().replace(reasonBefore, '').trim();

/** Why a claim is to be rejected: in the same breath, in other words, or not at all. */
export const readRepReason: Reader = (moment) => {
  const { raw, context } = moment;
  const isRejecting = context.pending === 'rep.reject' || context.lastIntent === 'rep.reject';
  if (context.pending === 'rep.reject' && back.test(raw)) {
    const slots = moment.slotsFor('inform', moment.text);
    const dropped = act('cancel', noSlots(), raw);
    return understood(moment, slots.cases.length > 0 ? [dropped, act('rep.confirm', slots, raw)] : [dropped]);
  }
  const changed = reasonBefore.test(raw) ? reasonOnly(raw) : '';
  const corrected = afterCorrecting(raw);
  if (context.lastIntent === 'rep.reject' && withColon.test(raw) && corrected !== raw.trim())
    return understood(moment, [
      { ...act('rep.reject', moment.slotsFor('rep.reject', moment.text), raw), note: corrected },
    ]);
  if (isRejecting && changed.length >= leastReason)
    return understood(moment, [
      { ...act('rep.reject', moment.slotsFor('rep.reject', moment.text), raw), note: changed },
    ]);
  const [, head = '', reason = ''] = because.test(raw) ? [] : (headAndReason.exec(raw) ?? []);
  if (reason.length < leastReason || notReason.test(reason) || context.asked === 'note') return undefined;
  const rejects = moment.alone(head);
  const rest = moment.alone(reason);
  return rejects.label === 'rep.reject' &&
    rejects.score >= sureHead &&
    !(task.test(rest.label) && rest.score >= sureTask)
    ? understood(moment, [
        { ...act('rep.reject', moment.slotsFor('rep.reject', moment.text), raw), note: reason },
      ])
    : undefined;
};
