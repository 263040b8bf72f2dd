import { wordCount } from '../text/word-count.ts';
import { noSlots } from '../values/slots.ts';
import { startsWith } from '../words/words.ts';
import { act, type Reader, understood } from './moment.ts';
import { isQuestion } from './rule.ts';

const toTeam = startsWith('requests', 'tell-team');
const leastTold = 3;
const tells = /^(?:dispute\.open|inform|case\.add_info)$/;

/** "36 have arrived so far", right after a case was looked at: a word on that case, when it names nothing of another. */
export const readTelling: Reader = (moment) => {
  const { text, raw, context, prediction, reading } = moment;
  const isOfCase = context.case !== undefined && /^case\./.test(context.lastIntent ?? '');
  const isFree = (!context.asked || context.asked === 'more') && !context.pending;
  // "Tell them the price list says 12.90"
  const told = raw.trim().replace(toTeam, '').trim();
  if (
    context.side === 'customer' &&
    isOfCase &&
    isFree &&
    told !== raw.trim() &&
    wordCount(told) >= leastTold
  )
    return understood(moment, [{ ...act('case.add_info', noSlots(), text), note: told }]);
  if (context.side !== 'customer' || !isOfCase || !isFree || !tells.test(prediction.label)) return undefined;
  const { slots, toldReason } = reading;
  const namesOther =
    slots.invoices.length + slots.cases.length + slots.orders.length + slots.amounts.length > 0;
  const tellsOfGoods = slots.delivered !== undefined || slots.quantity !== undefined;
  if (namesOther || slots.line !== undefined || !tellsOfGoods || toldReason || isQuestion(text))
    return undefined;
  return understood(moment, [{ ...act('case.add_info', reading.slots, text), note: raw }]);
};
