import { hasValue, type Slots } from '../values/slots.ts';
import { readAnswer } from './answer.ts';
import { readAnswerAndMore } from './answer-and-more.ts';
import { readClosedWords, readPerson } from './closed-words.ts';
import type { Context, Interpretation } from './context.ts';
import { readCorrection } from './correction.ts';
import { readDropping } from './dropping.ts';
import { readAddition, readEllipsis, readPick } from './follow-up.ts';
import { isTask, type Moment, momentOf, type Reader } from './moment.ts';
import { readRepSide } from './rep-side.ts';
import { readSeveral } from './several.ts';
import { readSeveralDisputes } from './several-disputes.ts';
import { readSingle } from './single.ts';

const readers: readonly Reader[] = [
  readRepSide,
  readClosedWords,
  readAnswerAndMore,
  readDropping,
  readCorrection,
  readAnswer,
  readAddition,
  readEllipsis,
  readPick,
  readSeveral,
  readSeveralDisputes,
  readPerson,
];

/** What a message means where it stands. */
export function interpret(message: string, context: Context): Interpretation {
  const moment = momentOf(message, context);
  for (const reader of readers) {
    const found = reader(moment);
    if (found && (trusted.has(reader) || !knowsBetter(moment, found))) return found;
  }
  return readSingle(moment);
}

/** Readers that decide whatever the classifier says: closed lists of words, and several requests. */
const trusted: ReadonlySet<Reader> = new Set([
  readRepSide,
  readClosedWords,
  readAnswerAndMore,
  readSeveral,
  readSeveralDisputes,
  readPerson,
]);
/** From here on the classifier, which has seen how many people write, is right more often than a rule. */
const surer = 0.6;
/** "No, 46 came" corrects, whatever the no alone would be. */
const isNo = /^(?:deny|cancel)$/;

/** A rep who says no right after something was prepared means what was prepared. */
const correctsProposal = ({ asked, lastIntent = '' }: Context): boolean =>
  !asked && lastIntent.startsWith('rep.');

const saysWhat = (slots: Slots): boolean => hasValue(slots) || slots.reason !== undefined;

const knowsBetter = ({ prediction, words, context }: Moment, { acts }: Interpretation): boolean =>
  !(
    correctsProposal(context) &&
    prediction.label === 'inform' &&
    acts.some(({ intent }) => intent === 'correct')
  ) &&
  !(context.asked === 'closing' && acts.some(({ intent }) => intent.startsWith('rep.'))) &&
  !(context.asked === 'note' && acts.some(({ intent }) => intent === 'inform')) &&
  !(acts.some(({ intent }) => intent === 'case.add_info') && !isTask(prediction.label)) &&
  !acts.some(({ intent, slots }) => intent === 'correct' && saysWhat(slots) && isNo.test(prediction.label)) &&
  prediction.score >= surer &&
  prediction.label !== 'clarify' &&
  !acts.some(({ intent }) => intent === 'hesitate') &&
  !(words <= 4 && acts.some(({ intent }) => intent === 'affirm' || intent === 'deny')) &&
  !acts.some(({ intent }) => intent === prediction.label);
