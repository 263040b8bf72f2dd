import { afterYes } from '../reading.ts';
import { partsOf } from '../text/clauses.ts';
import { hasValue, noSlots, type Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, startsWith, wholeWords } from '../words/words.ts';
import type { Act } from './context.ts';
import { correctedSlots } from './correction.ts';
import { act, isTask, type Moment, type Reader, understood } from './moment.ts';
import { isQuestion } from './rule.ts';

const no = startsWith('answers', 'no');
const one = `${alternatives('answers', 'no')}|${alternatives('answers', 'correcting')}|${alternatives('answers', 'stop')}`;
const refusing = pattern(`^(?:(?:${one})(?![\\p{L}\\p{N}])[\\s,.!:;-]*)+`);
/** What a rep does with a claim: to name another one instead corrects the first. */
const action = /^rep\.(?:credit|reorder|reject)$/;
const merely = wholeWords(`${alternatives('cues', 'only')}|${alternatives('cues', 'instead')}`);
/** How sure a part that stands for itself must be of its request, after a yes or no and after a word that drops or corrects. */
const leastSure = 0.5;
const leastSureElse = 0.8;
const yesAnd = pattern(
  `^\\s*(?:${alternatives('answers', 'yes')})[\\s,.!;:-]+(?:${alternatives('cues', 'and')}|${alternatives('requests', 'linking')}|${alternatives('requests', 'joining')})(?![\\p{L}\\p{N}])`,
);
const answerAndRest = /^\s*([^.,;!?\n]+)[.,;!?\n]+\s*(\S.*)$/s;
const mostWords = 6;
const toReadBack = /^(?:affirm|deny|cancel)$/;
const toQuestion = /^inform$/;
const leastAnswer = 0.6;

/** "Yep, and send me the PDF", "15, and what's my balance?": an answer to what was asked, and what else is wanted. */
export const readAnswerAndMore: Reader = (moment) => afterClosedWords(moment) ?? afterShortAnswer(moment);

/** An answer that begins with a word of the lists. */
const afterClosedWords: Reader = (moment) => {
  const { text, context } = moment;
  if (context.asked !== 'confirmation') return undefined;
  const afterNo = refusing.exec(text)?.[0];
  const agreed = afterNo === undefined ? afterYes(text) : undefined;
  const rest = afterNo === undefined ? agreed : text.slice(afterNo.length);
  if (!rest) return undefined;
  const more = (yesAnd.test(text) ? anotherDispute(moment, rest) : undefined) ?? bestRequest(moment, rest);
  const isPlain = agreed !== undefined || no.test(text);
  if (!more || (!isPlain && more.score < leastSureElse)) return undefined;
  // "No, it was line 2" corrects, whatever its words ask for elsewhere.
  const isCorrection = agreed === undefined && moment.prediction.label === 'correct' && more.text === rest;
  if (isCorrection && moment.prediction.score > more.score && !isQuestion(rest)) return undefined;
  const head =
    agreed !== undefined ? 'affirm' : isInstead(moment, more) ? 'correct' : no.test(text) ? 'deny' : 'cancel';
  const changed = head === 'deny' ? changedBefore(moment, rest, more) : undefined;
  // What is said beside a yes is no word of what was read back.
  const own = agreed === undefined ? text : text.slice(0, text.length - rest.length).trim();
  return understood(moment, [changed ?? act(head, noSlots(), own), more]);
};

/** "No, nine. And how is case 1187?": a no that says how many it was is a correction. */
function changedBefore(moment: Moment, rest: string, more: Act): Act | undefined {
  const [first = '', ...others] = partsOf(rest);
  const said = more.text === rest ? (others.length > 0 ? first : '') : rest.replace(more.text, ' ').trim();
  const slots = correctedSlots(moment, said);
  const isChange = [slots.claimed, slots.delivered, slots.quantity, slots.line].some(
    (value) => value !== undefined,
  );
  return isChange ? act('correct', slots, said) : undefined;
}

/** An answer of a few words up to the first stop, by what the classifier takes it for. */
const afterShortAnswer: Reader = (moment) => {
  const { text, context } = moment;
  const [, answer = '', rest = ''] = answerAndRest.exec(text) ?? [];
  if (!context.asked || !answer || answer.split(/\s+/).length > mostWords) return undefined;
  if (context.asked === 'confirmation' && (afterYes(text) !== undefined || refusing.test(text)))
    return undefined;
  const { label, score } = moment.classified(answer);
  const answers = context.asked === 'confirmation' ? toReadBack : toQuestion;
  if (!answers.test(label) || score < leastAnswer) return undefined;
  const more = bestRequest(moment, rest);
  if (!more || more.score < leastSureElse || more.intent === 'human') return undefined;
  const slots = moment.slotsFor('inform', answer);
  const isAnswer = label !== 'inform' || hasValue(slots) || slots.reason !== undefined;
  return isAnswer ? understood(moment, [act(label, slots, answer, score), more]) : undefined;
};

/** "Yes, and two of the lids are cracked": a problem with other goods beside the one that was read back. */
function anotherDispute(moment: Moment, rest: string): Act | undefined {
  if (moment.context.pending !== 'dispute.open') return undefined;
  const { label, score } = moment.alone(rest);
  const slots = moment.slotsFor(label, rest);
  const isOther = slots.product !== undefined && slots.reason !== undefined && !slots.isReasonGuessed;
  const isTold = moment.read(rest).toldReason !== undefined;
  return label === 'dispute.open' && isTold && score >= leastSure && isOther
    ? act(label, slots, rest, score)
    : undefined;
}

export const bestRequest = (moment: Moment, rest: string): Act | undefined =>
  [...new Set([rest, ...partsOf(rest)])]
    .flatMap((part) => requestIn(moment, part))
    .sort((one, other) => other.score - one.score)[0];

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
