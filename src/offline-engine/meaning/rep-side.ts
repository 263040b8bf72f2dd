import { partsOf } from '../text/clauses.ts';
import { askedLanguage } from '../text/language.ts';
import { documentDigits } from '../values/documents.ts';
import { noSlots, type Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { beginsWithRepWords, isRepWords, repAlternatives, repWords } from '../words/rep-words.ts';
import { alternatives, anyOf, startsWith } from '../words/words.ts';
import { readsAsPlainYes } from '../yes.ts';
import type { Context, Interpretation } from './context.ts';
import { act, isTask, type Moment, type Reader, understood } from './moment.ts';
import { byGoods } from './options.ts';
import { bareQuantity } from './rep-quantity.ts';
import { readRepReason } from './rep-reason.ts';

const press = isRepWords('press');
const howMany = isRepWords('how-many');
const help = isRepWords('help');
const draft = isRepWords('draft');
const drafting = beginsWithRepWords('draft');
const price = isRepWords('price');
const note = pattern(`^\\W*(?:${repAlternatives('note')})\\s*(?::.*|[.!]*)$`);
const elsewhere = [
  ['_escalate', isRepWords('escalate')],
  ['_assign', isRepWords('assign')],
  ['_ask_customer', beginsWithRepWords('ask-customer')],
] as const;
const queues = [
  repWords('queue-unassigned'),
  repWords('queue-customer'),
  repWords('queue-overdue'),
  repWords('queue-urgent'),
];
const similar = pattern(`(?:${repAlternatives('cases-of')})\\s+\\p{L}`);
const instead = repWords('instead');
const refusing = startsWith('answers', 'no');
const invoice = anyOf('documents', 'invoice');
const cases = pattern(`(?<!\\p{L})(?:${alternatives('documents', 'case')})s(?!\\p{L})`);
const all = repWords('queue-all');
const ofThis = repWords('of-this');
const verbs = [
  ['rep.credit', beginsWithRepWords('credit')],
  ['rep.reorder', beginsWithRepWords('reorder')],
] as const;
const checking = beginsWithRepWords('check');
const otherCase = pattern(
  `^\\W*(?:(?:${repAlternatives('and-case')})(?![\\p{L}\\p{N}])[\\s,]*)+(?:(?:${alternatives('documents', 'case')})\\s*)?#?((?:[A-Z]{1,4}-)?\\d{3,10})[\\s?.!]*$`,
);
const proposal = /^rep\.(?:credit|reorder)$/;
const lookingUp = /^(?:rep\.(?:validate|similar|availability|resolve)|case\.status)$/;
/** One part must surely be a proposal; the others surely too, or with a number well may be. */
const sureProposal = 0.5;
const leastProposal = 0.2;
/** A word of the button that is less surely something else asks for nothing that is known. */
const leastSure = 0.5;
/** A list of cases is asked for in few words. */
const mostWords = 8;
/** From here on the classifier knows that a message asks for something other than a list. */
const sureOther = 0.8;

const meant = (
  moment: Moment,
  intent: string,
  slots: Slots = moment.slotsFor(intent, moment.text),
): Interpretation => understood(moment, [act(intent, slots, moment.text)]);

/** What reps say of what was prepared, of their cases, and of work that is done elsewhere. */
export const readRepSide: Reader = (moment) => {
  if (moment.context.side !== 'rep') return undefined;
  for (const read of [
    readOfPrepared,
    readRepReason,
    readElsewhere,
    readTwoProposals,
    readQueue,
    readOtherCase,
    readNumber,
  ]) {
    const found = read(moment);
    if (found) return found;
  }
  return undefined;
};

/** "Send it", "how many?", when something waits for the rep's button: to press it is no answer to another question, but to one that takes a yes. */
const readOfPrepared: Reader = (moment) => {
  const { raw, context, prediction } = moment;
  const { asked, pending } = context;
  // "Approve", where nothing is prepared, rejects nothing.
  if (!context.prepared)
    return !asked && press.test(raw) && (prediction.label === 'rep.reject' || prediction.score < leastSure)
      ? meant(moment, 'clarify')
      : undefined;
  const isNote = asked === 'note' && pending !== 'rep.reject';
  const agrees = asked === 'confirmation' && readsAsPlainYes(raw);
  if (press.test(raw)) return isNote || agrees ? undefined : meant(moment, '_press');
  return howMany.test(raw) && (!asked || asked === 'more') ? meant(moment, '_prepared') : undefined;
};

/** "Credit 2 and reorder 4": each part says for itself what is to be prepared. */
const readTwoProposals: Reader = (moment) => {
  const { text, context } = moment;
  // "No credit, send them again" wants one of the two
  if (context.asked === 'note' || refusing.test(text)) return undefined;
  const wanted = partsOf(text).map((part) => ({ part, ...likeliestProposal(moment, part) }));
  const isOfBoth = new Set(wanted.map(({ intent }) => intent)).size > 1;
  if (!isOfBoth || !wanted.some(({ score }) => score >= sureProposal)) return undefined;
  if (wanted.some(({ part, score }) => score < (/\d/.test(part) ? leastProposal : sureProposal)))
    return undefined;
  const acts = wanted.map(({ part, intent, score }) =>
    act(intent, moment.slotsFor(intent, part), part, score),
  );
  return understood(moment, instead.test(text) ? acts.slice(-1) : acts);
};

const proposals = ['rep.credit', 'rep.reorder', 'rep.reject'] as const;

function likeliestProposal({ alone, classified }: Moment, part: string): { intent: string; score: number } {
  const scored = proposals.map((intent) => ({
    intent,
    score: Math.max(alone(part).scoreOf(intent), classified(part).scoreOf(intent)),
  }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best));
}

/** Help, drafts in whatever language, and what the workspace has buttons for. */
const readElsewhere: Reader = (moment) => {
  const { raw, context } = moment;
  if (context.asked === 'note' || context.asked === 'closing') return undefined;
  if (help.test(raw)) return meant(moment, 'bot.about');
  if (draft.test(raw) || (drafting.test(raw) && askedLanguage(raw))) return meant(moment, 'rep.draft');
  if (price.test(raw)) return meant(moment, 'invoice.explain');
  if (note.test(raw)) return meant(moment, 'case.add_info');
  const found = elsewhere.find(([, words]) => words.test(raw))?.[0];
  return found && meant(moment, found);
};

/** "Overdue", "which wait for the customer", "cases of Oakmere". */
const readQueue: Reader = (moment) => {
  const { raw, words, context, prediction } = moment;
  if (words > mostWords || /\d/.test(raw) || invoice.test(raw) || context.asked === 'note') return undefined;
  const isOther =
    isTask(prediction.label) && prediction.label !== 'rep.queue' && prediction.score >= sureOther;
  // "Is it overdue?" asks of the case at hand.
  if (context.case && ofThis.test(raw) && !cases.test(raw) && !all.test(raw))
    return queues.some((queue) => queue.test(raw)) ? meant(moment, 'case.status') : undefined;
  const isOfAccount = /\p{Lu}/u.test(nameAfter(raw));
  return isOfAccount ||
    (!isOther && queues.some((queue) => queue.test(raw))) ||
    (all.test(raw) && cases.test(raw))
    ? meant(moment, 'rep.queue')
    : undefined;
};

/** What follows "cases of"; empty when nothing does. */
const nameAfter = (text: string): string => {
  const found = similar.exec(text);
  return found ? (text.slice(found.index + found[0].length - 1).split(/\s+/)[0] ?? '') : '';
};

/** "And 1183?" looks the same up of another case; nothing is prepared for a case that is only named. */
const readOtherCase: Reader = (moment) => {
  const { raw, context, prediction } = moment;
  const { lastIntent = '', asked } = context;
  const [named] = moment.reading.slots.cases;
  if (named && checking.test(raw) && prediction.label === 'rep.confirm') return meant(moment, 'rep.validate');
  const number = otherCase.exec(raw)?.[1];
  if (!number || (asked && asked !== 'more') || !lastIntent || !isCaseLike(number, context.case))
    return undefined;
  const intent = lookingUp.test(lastIntent)
    ? lastIntent
    : proposal.test(lastIntent)
      ? 'rep.validate'
      : undefined;
  return intent === undefined
    ? undefined
    : meant(moment, intent, { ...noSlots(), cases: [likeCase(number, context.case)] });
};

/** Bare digits are a case when they are as many as those of the case at hand, four or more. */
const isCaseLike = (number: string, at: string | undefined): boolean =>
  /^[A-Z]/i.test(number) ||
  (at !== undefined && number.length >= 4 && number.length === documentDigits(at).length);

const likeCase = (number: string, at = ''): string =>
  /^[A-Z]/i.test(number) ? number.toUpperCase() : `${/^\D*/.exec(at)?.[0] ?? ''}${number}`;

/** "Credit 1184": the case at hand, or one that was listed, where the number is its own. */
const knownCase = (number: string, { case: at, listed }: Context): string | undefined =>
  isCaseLike(number, at)
    ? [at, ...listed.flatMap(({ type, id }) => (type === 'case' ? id : []))].find(
        (known) => known !== undefined && documentDigits(known) === number,
      )
    : undefined;

/** "Reorder 3"; "2", "only 12", "make it 4": another quantity of what was prepared, or refused for the one before. */
const readNumber: Reader = (moment) => {
  const { raw, context } = moment;
  const { prepared, lastIntent = '', asked } = context;
  const isGoods = (word: string): boolean => byGoods(word, '', context.lines) !== undefined;
  for (const [intent, verb] of verbs) {
    const named = verb.test(raw) ? bareQuantity(raw.replace(verb, ''), isGoods) : undefined;
    const ofCase = named?.isAlone ? knownCase(named.value, context) : undefined;
    if (ofCase) return meant(moment, intent, { ...noSlots(), cases: [ofCase] });
    if (named) return meant(moment, intent, { ...noSlots(), claimed: named.value });
  }
  if (asked && asked !== 'more') return undefined;
  const intent = [lastIntent, prepared ?? ''].find((known) => proposal.test(known));
  const quantity = intent ? bareQuantity(raw, isGoods) : undefined;
  if (quantity?.isAlone && isCaseLike(quantity.value, context.case)) return undefined;
  return intent && quantity ? meant(moment, intent, { ...noSlots(), claimed: quantity.value }) : undefined;
};
