import { hasValue, type Slots } from '../values/slots.ts';
import { readAnswer } from './answer.ts';
import { readAnswerAndMore } from './answer-and-more.ts';
import { readAsking } from './asking.ts';
import { withBillItself } from './bill-itself.ts';
import { readClaiming } from './claiming.ts';
import { readClosedWords, readPerson, readThanksAndBye } from './closed-words.ts';
import type { Act, Context, Interpretation } from './context.ts';
import { readAfterNo, readCorrection, readDeniedIssue } from './correction.ts';
import { readAgreedDrop, readDropping, readInstead } from './dropping.ts';
import { onlyPoints, readAddition, readEllipsis, readNarrowing, readPick } from './follow-up.ts';
import { readInvoiceQuestion } from './invoice-questions.ts';
import { isTask, type Moment, momentOf, type Reader } from './moment.ts';
import { readNoteAnew } from './note-anew.ts';
import { readOffered } from './offered.ts';
import { readOwnReference } from './own-reference.ts';
import { numbersOf } from './plain-number.ts';
import { readPlainRequest } from './plain-requests.ts';
import { readPreviousOne } from './previous-one.ts';
import { withQuotedMail } from './quoted-mail.ts';
import { readRepSide } from './rep-side.ts';
import { readSeveral } from './several.ts';
import { readSeveralDisputes } from './several-disputes.ts';
import { readSingle } from './single.ts';
import { readStriking } from './striking.ts';
import { readTakenOut } from './taken-out.ts';
import { readTelling } from './telling.ts';
import { saysUnknown } from './unknown.ts';
import { readWaiting } from './waiting.ts';
import { readYesAndMore } from './yes-and-more.ts';

/** A reader, and whether it decides whatever the classifier says: by closed lists of words, or by several requests. */
type Placed = { readonly read: Reader; readonly isSure: boolean };
const sure = (...readers: readonly Reader[]): Placed[] => readers.map((read) => ({ read, isSure: true }));
const likely = (...readers: readonly Reader[]): Placed[] => readers.map((read) => ({ read, isSure: false }));

const readers: readonly Placed[] = [
  ...sure(
    readRepSide,
    readClosedWords,
    readThanksAndBye,
    readOffered,
    readDeniedIssue,
    readAgreedDrop,
    readNoteAnew,
    readClaiming,
    readWaiting,
    readTakenOut,
    readOwnReference,
    readStriking,
    readInvoiceQuestion,
    readPlainRequest,
    readPreviousOne,
    readNarrowing,
    readAsking,
    readTelling,
    readAnswerAndMore,
    readInstead,
  ),
  ...likely(readDropping, readAfterNo, readCorrection, readAnswer),
  ...sure(readAddition),
  ...likely(readEllipsis, readPick),
  ...sure(readSeveral, readSeveralDisputes, readPerson),
];

/** What a message means where it stands. */
export const interpret = (message: string, context: Context): Interpretation =>
  withBillItself(withQuotedMail(interpreted(message, context), message, context, interpret));

function interpreted(message: string, context: Context): Interpretation {
  const moment = momentOf(message, context);
  const agreed = readYesAndMore(moment, interpret);
  if (agreed) return agreed;
  for (const { read, isSure } of readers) {
    const found = read(moment);
    if (found && (isSure || !knowsBetter(moment, found))) return found;
  }
  return readSingle(moment);
}

/** From here on the classifier, which has seen how many people write, is right more often than a rule. */
const surer = 0.6;
const fewWords = 4;
const mostWords = 7;
/** "No, 46 came" corrects, and so does "yes but 46", whatever the word alone would be. */
const isNo = /^(?:deny|cancel|affirm)$/;

/** A rep who says no right after something was prepared means what was prepared. */
const correctsProposal = ({ asked, lastIntent = '' }: Context): boolean =>
  !asked && lastIntent.startsWith('rep.');

const saysWhat = (slots: Slots): boolean => hasValue(slots) || slots.reason !== undefined;

/** A short answer is one, however much it sounds like something else to those who do not know what was asked. */
function isPlainAnswer({ prediction, words, context, reading }: Moment, { intent, slots }: Act): boolean {
  const { asked } = context;
  if (intent === 'correct')
    return (
      context.declined !== undefined ||
      ((asked === 'person' || asked === 'confirmation') && prediction.label === 'inform')
    );
  if (intent === 'clarify') return asked === 'closing';
  if (intent !== 'inform') return false;
  const isNumber = numbersOf(reading).length > 0 || reading.slots.percent !== undefined;
  const isDenial = isNo.test(prediction.label) && isNumber;
  if ((prediction.label === 'correct' || isDenial) && asked !== undefined && words <= mostWords) return true;
  if (words > fewWords) return false;
  const hasDocument = reading.slots.invoices.length + reading.slots.cases.length > 0;
  if (asked === 'invoice' || asked === 'case')
    return prediction.label === 'invoice.find' || (words < fewWords && !hasDocument);
  if (asked === 'reason') return reading.toldReason !== undefined;
  return asked === 'price' && (prediction.label === 'dispute.open' || slots.amounts.length > 0);
}

const knowsBetter = (moment: Moment, found: Interpretation): boolean => {
  const { prediction, words, context } = moment;
  const { acts } = found;
  return (
    !acts.some((one) => isPlainAnswer(moment, one)) &&
    !(
      correctsProposal(context) &&
      prediction.label === 'inform' &&
      acts.some(({ intent }) => intent === 'correct')
    ) &&
    !(context.asked === 'closing' && acts.some(({ intent }) => intent.startsWith('rep.'))) &&
    !(words <= fewWords && acts.some(({ intent, text }) => intent === 'inform' && saysUnknown(text))) &&
    !(onlyPoints(moment) && !context.asked && acts.some(({ intent }) => intent === context.lastIntent)) &&
    !(context.asked === 'note' && acts.some(({ intent }) => intent === 'inform')) &&
    !(acts.some(({ intent }) => intent === 'case.add_info') && !isTask(prediction.label)) &&
    !acts.some(
      ({ intent, slots }) => intent === 'correct' && saysWhat(slots) && isNo.test(prediction.label),
    ) &&
    prediction.score >= surer &&
    prediction.label !== 'clarify' &&
    !acts.some(({ intent }) => intent === 'hesitate' || intent === 'add') &&
    !(words <= fewWords && acts.some(({ intent }) => intent === 'affirm' || intent === 'deny')) &&
    !acts.some(({ intent }) => intent === prediction.label)
  );
};
