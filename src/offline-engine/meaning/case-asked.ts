import { partsOf } from '../text/clauses.ts';
import { noSlots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { isRepWords } from '../words/rep-words.ts';
import { alternatives } from '../words/words.ts';
import type { Act, Context } from './context.ts';
import { act } from './moment.ts';
import { isCaseLike, likeCase, otherCaseIn } from './rep-other-case.ts';

const questions = [
  ['case.status', isRepWords('show-case')],
  ['rep.words', isRepWords('customer-said')],
  ['rep.history', isRepWords('history')],
  ['rep.customer', isRepWords('customer')],
  ['rep.owner', isRepWords('owner')],
  ['rep.validate', isRepWords('justified')],
  ['rep.validate', isRepWords('evidence')],
] as const;

/** "… on case 1182", with the preposition in front. */
const atCase = pattern(
  `(?:\\s+\\p{L}{1,4})?(?:\\s+(?:${alternatives('documents', 'case')}))?\\s+#?((?:[A-Z]{1,4}-)?\\d{3,10})[\\s?.!]*$`,
);

const itsNumber = /\s+#?(?:[A-Z]{1,4}-)?\d{3,10}[\s?.!]*$/iu;

/** What words ask of the case at hand or of one they name, and of nothing else: what it is about, what was said of it, whether it is right. */
export function askedOfCase(text: string, context: Context): Act | undefined {
  // "What about case 1184, what did they say?"
  const [named = '', question, ...more] = partsOf(text);
  const ofNamed = question !== undefined && more.length === 0 ? otherCaseIn(named, context) : undefined;
  if (ofNamed !== undefined && question !== undefined) return questionOf(question, [ofNamed]);
  const number = atCase.exec(text)?.[1];
  if (number === undefined || !isCaseLike(number, context.case))
    return context.case === undefined ? undefined : questionOf(text, []);
  const cases = [likeCase(number, context.case)];
  // "What did they say on case 1184?", "show me case 1184"
  return questionOf(text.replace(atCase, ''), cases) ?? questionOf(text.replace(itsNumber, ''), cases);
}

function questionOf(text: string, cases: string[]): Act | undefined {
  const intent = questions.find(([, words]) => words.test(text))?.[0];
  return intent && act(intent, { ...noSlots(), cases }, text);
}
