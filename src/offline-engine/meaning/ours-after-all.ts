import { asksForPerson, refusesPerson } from '../reading.ts';
import { anyOf } from '../words/words.ts';
import { isTask, type Moment } from './moment.ts';
import { type Guess, isQuestion, type Rule } from './rule.ts';

/** "Posso parlare con la signora Paola?": whoever it is, it is a person. */
const speakWith = anyOf('answers', 'speak-with');
export const speaksWith = (text: string): boolean => speakWith.test(text) && !refusesPerson(text);
/** So few words that name goods and ask nothing: who says no more wants something of ours. */
const mostBare = 6;
const leastUnclear = 0.1;

/** What is like nothing that is ours and yet asks for a person, or names goods and no more. */
export function oursAfterAll({ score }: Guess, moment: Moment): Guess | undefined {
  const { text, words, context, prediction, slotsFor } = moment;
  if (asksForPerson(text) || speaksWith(text)) return { intent: 'human', score };
  if (context.asked && context.asked !== 'more') return undefined;
  // "Where is our discount?"
  if (context.side === 'customer' && moment.reading.toldReason === 'discount')
    return { intent: 'dispute.open', score };
  const isBare = words <= mostBare && prediction.scoreOf('clarify') >= leastUnclear && !isQuestion(text);
  return isBare && slotsFor('clarify', text).product !== undefined ? { intent: 'clarify', score } : undefined;
}

const stock = anyOf('requests', 'stock');
const othersAccount = anyOf('requests', 'others-account');

/** "What does the pub owe you?" asks of somebody else; what is in stock can be told a rep of the goods of a case. */
export const ofOthers: Rule = ({ intent, score }, _slots, { text, context }) => {
  if (context.side === 'customer')
    return isTask(intent) && othersAccount.test(text) ? { intent: 'oos', score } : undefined;
  const asksForStock = intent.startsWith('rep.') && stock.test(text) && isQuestion(text);
  return asksForStock ? { intent: context.case ? 'rep.availability' : 'oos', score } : undefined;
};
