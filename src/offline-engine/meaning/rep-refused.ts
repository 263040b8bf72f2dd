import { partsOf } from '../text/clauses.ts';
import { noSlots } from '../values/slots.ts';
import { beginsWithRepWords } from '../words/rep-words.ts';
import { startsWith } from '../words/words.ts';
import { askedOfCase } from './case-asked.ts';
import { act, type Moment, type Reader, understood } from './moment.ts';
import { isCaseLike, likeCase } from './rep-other-case.ts';

export const proposals = ['rep.credit', 'rep.reorder', 'rep.reject'] as const;
/** So sure is a part of a message that asks for a proposal and says nothing else of it. */
export const sureProposal = 0.5;

const doNot = beginsWithRepWords('do-not');
const why = startsWith('requests', 'why');

/** Whether a message says what is not to be done. */
export const isNotWanted = (text: string): boolean => doNot.test(text);

/** The way to close a case that a part of a message speaks of, with how surely it does. */
export function likeliestProposal(
  { alone, classified }: Moment,
  part: string,
): { intent: string; score: number } {
  const scored = proposals.map((intent) => ({
    intent,
    score: Math.max(alone(part).scoreOf(intent), classified(part).scoreOf(intent)),
  }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best));
}

const number = /(?<![\p{L}\d.,-])#?((?:[A-Z]{1,4}-)?\d{4,10})(?![\d.,]*\d)/giu;

/** Another case that a question names: "why was 1108 rejected?" */
const casesIn = (text: string, at: string): string[] =>
  [...text.matchAll(number)]
    .flatMap(([, found = '']) => (isCaseLike(found, at) ? [likeCase(found, at)] : []))
    .slice(0, 1);

const deliberating = beginsWithRepWords('deliberating');
const leastAsked = 0.15;

/** "Should we resend instead?" asks what is best, and orders nothing. */
export const readDeliberating: Reader = (moment) => {
  const { raw, context } = moment;
  const isFree = !context.asked || /^(?:more|closing)$/.test(context.asked);
  const isOfProposal = deliberating.test(raw) && likeliestProposal(moment, raw).score >= leastAsked;
  return isFree && context.case !== undefined && isOfProposal
    ? understood(moment, [act('rep.resolve', noSlots(), raw)])
    : undefined;
};

/** "Don't credit it, send them again" wants the second alone, "don't reject it" neither, "don't credit it, what did they say?" an answer; "why was it rejected?" looks at the case. */
export const readRefused: Reader = (moment) => {
  const { raw, context } = moment;
  const isWhy = why.test(raw);
  if (!doNot.test(raw) && !isWhy) return undefined;
  const [first = '', ...others] = partsOf(raw.replace(doNot, ''));
  const refused = likeliestProposal(moment, first);
  if (refused.score < sureProposal) return undefined;
  if (isWhy)
    return context.case && context.asked !== 'note'
      ? understood(moment, [act('case.status', { ...noSlots(), cases: casesIn(raw, context.case) }, raw)])
      : undefined;
  const wanted = others
    .map((part) => ({ part, ...likeliestProposal(moment, part) }))
    .find(({ intent, score }) => score >= sureProposal && intent !== refused.intent);
  const question = others.map((part) => askedOfCase(part, context)).find((asked) => asked !== undefined);
  const dropped = act(wanted && context.pending ? 'correct' : 'cancel', noSlots(), first);
  const { part = '', intent = '', score } = wanted ?? {};
  const instead = wanted && act(intent, moment.slotsFor(intent, part), part, score);
  if (!instead) return understood(moment, question ? [dropped, question] : [dropped]);
  return understood(moment, context.pending ? [dropped, instead] : [instead]);
};
