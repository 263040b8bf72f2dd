import { afterYes } from '../reading.ts';
import { hasValue } from '../values/slots.ts';
import { anyOf } from '../words/words.ts';
import type { Context } from './context.ts';
import { isTask } from './moment.ts';
import { isBareNumber } from './plain-number.ts';
import { between, isQuestion, type Rule, readable, sureAlone } from './rule.ts';

const caseWord = anyOf('documents', 'case');
const invoiceWord = anyOf('documents', 'invoice');
const fairlySure = 0.75;
const leastClaim = 0.15;
const leastStatus = 0.03;

/** What names a document of its own stands for itself, whatever was talked of before. */
export const standsForItself: Rule = ({ intent, score }, _slots, { context, reading, text, alone }) => {
  if (context.asked || context.pending || !isTask(intent) || score >= 0.7) return undefined;
  if (reading.slots.invoices.length + reading.slots.cases.length === 0) return undefined;
  const bare = alone(text);
  return isTask(bare.label) && bare.label !== intent && bare.score >= sureAlone
    ? { intent: bare.label, score: between(score, bare.score) }
    : undefined;
};

/** "500", with a case just opened and nothing asked: nobody can tell what it counts. */
export const countsNothing: Rule = ({ intent, score }, _slots, moment) => {
  const { context } = moment;
  const isOpen = context.asked !== undefined || context.pending !== undefined || context.listed.length > 0;
  return isOfCase(context) && !isOpen && /^(?:inform|dispute\.open)$/.test(intent) && isBareNumber(moment)
    ? { intent: 'clarify', score }
    : undefined;
};

const isOfCase = ({ case: dispute, lastIntent = '' }: Context): boolean =>
  dispute !== undefined && /^(?:dispute\.open|case\.)/.test(lastIntent);

/** "And the gloves case?", "no, the case with the gloves": a case that is named by its goods is looked at. */
export const namesCase: Rule = ({ intent, score }, _slots, { context, text, words, prediction, slotsFor }) =>
  (intent === 'clarify' || (/^(?:deny|oos)$/.test(intent) && score < fairlySure)) &&
  words <= mostOfName &&
  (!context.asked || context.asked === 'more') &&
  !context.pending &&
  caseWord.test(text) &&
  slotsFor('case.status', text).product !== undefined
    ? { intent: 'case.status', score: score + prediction.scoreOf('case.status') }
    : undefined;
const mostOfName = 7;

/** "How's it looking", when a case was just opened or talked of. */
export const howIsTheCase: Rule = ({ intent }, slots, { context, prediction, text, words: count }) => {
  if (
    !/^(?:inform|affirm|oos)$/.test(intent) ||
    afterYes(text) !== undefined ||
    !isOfCase(context) ||
    context.asked ||
    context.pending ||
    hasValue(slots)
  )
    return undefined;
  const status = prediction.scoreOf('case.status');
  const others = ['dispute.open', ...readable].filter((label) => label !== 'case.status');
  return count > 2 && status >= leastStatus && others.every((label) => prediction.scoreOf(label) <= status)
    ? { intent: 'case.status', score: prediction.score }
    : undefined;
};

/** "Dispute 30120" wants a claim made; "and the gloves case?" asks for a case. */
export const claimOrCase: Rule = ({ intent, score }, slots, { prediction, text, words: count }) => {
  if (score >= fairlySure || count > 5 || slots.cases.length > 0) return undefined;
  const names = slots.invoices.length > 0;
  const isClaim = prediction.scoreOf('dispute.open') >= leastClaim && !isQuestion(text);
  if (/^(?:case\.status|dispute\.open)$/.test(intent) && names && isClaim)
    return { intent: 'dispute.open', score };
  const isOfInvoice = /^invoice\./.test(intent) && !names;
  return isOfInvoice && caseWord.test(text) && prediction.scoreOf('case.status') >= leastStatus
    ? { intent: 'case.status', score }
    : undefined;
};

/** "Which bills are overdue?" wants the bills, not their sum. */
export const listRather: Rule = ({ intent, score }, slots, { text, prediction }) =>
  /^(?:balance|invoice\.find)$/.test(intent) &&
  score < sureAlone &&
  slots.filter !== undefined &&
  invoiceWord.test(text)
    ? {
        intent: 'invoice.find',
        score: Math.max(score, prediction.scoreOf('balance') + prediction.scoreOf('invoice.find')),
      }
    : undefined;
