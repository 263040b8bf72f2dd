import { partsOf } from '../text/clauses.ts';
import { askedLanguage } from '../text/language.ts';
import { documentDigits } from '../values/documents.ts';
import { noSlots, type Slots, tellsNumber } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { beginsWithRepWords, isRepWords, repAlternatives, repWords } from '../words/rep-words.ts';
import { alternatives, anyOf, startsWith } from '../words/words.ts';
import { readsAsPlainYes } from '../yes.ts';
import { askedOfCase } from './case-asked.ts';
import { afterCorrecting } from './correction.ts';
import { act, isTask, type Moment, meant, type Reader, understood } from './moment.ts';
import { byGoods } from './options.ts';
import { numbersOf } from './plain-number.ts';
import { isCaseLike, knownCase, proposal, readOtherCase } from './rep-other-case.ts';
import { bareQuantity, isBareHalf } from './rep-quantity.ts';
import { readQueue } from './rep-queue.ts';
import { readRepReason } from './rep-reason.ts';
import {
  isNotWanted,
  likeliestProposal,
  proposals,
  readDeliberating,
  readRefused,
  sureProposal,
} from './rep-refused.ts';
import { readWays } from './rep-ways.ts';
import { readRepWishes } from './rep-wishes.ts';
import { isQuestion } from './rule.ts';

const press = isRepWords('press');
const howMany = isRepWords('how-many');
const undo = isRepWords('undo');
const asks = beginsWithRepWords('question');
const asksWhy = startsWith('requests', 'why');
const condition = repWords('condition');
const rightOrNot = pattern(`[,\\s](?:${repAlternatives('is-it-right')})\\s*\\?+\\s*$`);
const thenRight = pattern(
  `^\\W*(?:${repAlternatives('so-then')})\\s.*[,\\s](?:${repAlternatives('is-it-right')})[\\s.?!]*$`,
);
const whyInside = pattern(`[,;.]\\s*(?:${alternatives('requests', 'why')})(?!\\p{L})`);
const deliberating = beginsWithRepWords('deliberating');
const draftReply = beginsWithRepWords('draft-reply');
const help = isRepWords('help');
const draft = isRepWords('draft');
const drafting = beginsWithRepWords('draft');
const close = isRepWords('close');
const price = isRepWords('price');
const rejectAs = isRepWords('reject-as');
const approves = isRepWords('who-approves');
const arrives = isRepWords('arrives');
const restyle = isRepWords('restyle');
const note = pattern(`^\\W*(?:${repAlternatives('note')})\\s*(?::.*|[.!]*)$`);
const elsewhere = [
  ['_escalate', isRepWords('escalate')],
  ['_assign', isRepWords('assign')],
  ['_price', isRepWords('change-price')],
  ['_ask_customer', beginsWithRepWords('ask-customer')],
  ['_ask_others', beginsWithRepWords('ask-others')],
] as const;
/** Of two proposals in a message the last is meant. */
const instead = anyOf('requests', 'in-its-place');
const refusing = startsWith('answers', 'no');
const thanks = anyOf('answers', 'thanks');
/** "…, not a credit", "… statt gutschreiben": what is not wanted. */
const notThat = pattern(
  `[\\s,;]+(?:${alternatives('cues', 'not')}|${alternatives('cues', 'instead')})(?:\\s+\\p{L}+){1,3}\\W*$`,
);
const verbs = [
  ['rep.credit', beginsWithRepWords('credit')],
  ['rep.reorder', beginsWithRepWords('reorder')],
] as const;
/** "Can I just credit 12 anyway": a number right behind what is to be done with so many, anywhere. */
const counts = pattern(
  `(?<!\\p{L})(?:${repAlternatives('credit')}|${repAlternatives('reorder')})\\s+(?:the\\s+)?(\\d{1,3})(?![\\p{L}\\d/%-]|[.,]\\d|\\s*(?:[%€£$]|and|und|y|et|e|en|i)(?!\\p{L}))`,
);
/** Beside a part that is surely a proposal one with a number well may be another. */
const leastProposal = 0.2;
/** Another proposal than the one that waits takes so much, in a message of so few words. */
const leastOther = 0.4;
const leastBeside = 0.1;
const mostOfProposal = 14;
/** A word of the button that is less surely something else asks for nothing that is known. */
const leastSure = 0.5;
/** What reps say of what was prepared, of their cases, and of work that is done elsewhere. */
export const readRepSide: Reader = (moment) => {
  if (moment.context.side !== 'rep') return undefined;
  for (const read of [
    readOfPrepared,
    readWays,
    readRefused,
    readWishAnew,
    readRepQuestion,
    readDeliberating,
    readRepWishes,
    readRepReason,
    readElsewhere,
    readOtherProposal,
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
  // "How much is that with tax?", before anything is prepared: the case tells what is in dispute.
  if (!context.prepared && context.case && (!asked || asked === 'more') && howMany.test(raw))
    return meant(moment, 'case.status', noSlots());
  // "Approve", where nothing is prepared, rejects nothing.
  if (!context.prepared)
    return (!asked || asked === 'more') &&
      press.test(raw) &&
      (!isTask(prediction.label) || prediction.label === 'rep.reject' || prediction.score < leastSure)
      ? meant(moment, 'clarify')
      : undefined;
  const isNote = asked === 'note' && pending !== 'rep.reject';
  const agrees = asked === 'confirmation' && readsAsPlainYes(raw);
  // A yes to what was prepared, with nothing asked, is for the button too.
  const isYes = !asked && readsAsPlainYes(raw) && !thanks.test(raw);
  if (press.test(raw) || isYes) return isNote || agrees ? undefined : meant(moment, '_press');
  if (undo.test(raw) && !isNote) return meant(moment, 'cancel');
  return howMany.test(raw) && (!asked || asked === 'more') ? meant(moment, '_prepared') : undefined;
};

/** "Has the carrier answered?", "credit them, but only if it came back": looked up, and nothing is prepared or given as a reason. */
const readRepQuestion: Reader = (moment) => {
  const { raw, context, prediction } = moment;
  if (context.case === undefined || approves.test(raw)) return undefined;
  const isReasonAsked = context.asked === 'note' && context.pending === 'rep.reject';
  const isAsked = asks.test(raw) && !restyle.test(raw);
  const known = askedOfCase(afterCorrecting(raw), context);
  const isUnsure = isReasonAsked && deliberating.test(raw);
  if (isUnsure || (isReasonAsked && isAsked && !asksWhy.test(raw)))
    return known ? understood(moment, [known]) : meant(moment, 'rep.validate');
  if (isAsked && prediction.label === 'rep.reject' && !known) return meant(moment, 'rep.validate');
  const isDoubted =
    (rightOrNot.test(raw) || thenRight.test(raw)) && !verbs.some(([, verb]) => verb.test(raw));
  const isArgued = context.prepared !== undefined && whyInside.test(raw) && !isReasonAsked;
  if ((isDoubted || isArgued) && (!context.asked || context.asked === 'more'))
    return known ? understood(moment, [known]) : meant(moment, 'rep.validate');
  const isProposal = condition.test(raw) && likeliestProposal(moment, raw).score >= leastProposal;
  return isProposal && !context.asked ? meant(moment, 'rep.resolve') : undefined;
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

/** "No, send new ones instead", of a credit that was read back: another way to close the case. */
const readOtherProposal: Reader = (moment) => {
  const { text, raw, context, words } = moment;
  const { asked, pending, prepared, lastIntent } = context;
  const isReadBack = asked === 'confirmation';
  const waits = proposals.find((known) => known === (isReadBack ? pending : prepared && lastIntent));
  if ((asked && !isReadBack) || !waits || words > mostOfProposal || readsAsPlainYes(raw)) return undefined;
  // "Should we resend instead?" asks, "don't close it" wants nothing, "no reorder" is a no and another way.
  const wish = afterCorrecting(text);
  const isDemanded = verbs.some(([, begins]) => begins.test(wish));
  if ((isQuestion(wish) && !isDemanded) || isNotWanted(raw)) return undefined;
  const said = afterCorrecting(text).replace(refusing, '').replace(notThat, '').trim() || text;
  const [other] = proposals
    .filter((known) => known !== waits)
    .map((intent) => ({ intent, score: moment.alone(said).scoreOf(intent) }))
    .sort((one, two) => two.score - one.score);
  // "They want the goods, not a credit" says by what it denies that the other is meant.
  const denied = said === text ? undefined : moment.alone(text.slice(text.indexOf(said) + said.length));
  const isDenied = denied !== undefined && denied.scoreOf(waits) >= leastOther;
  const least = isDenied ? leastBeside : leastOther;
  if (!other || other.score < least || other.score <= moment.alone(said).scoreOf(waits)) return undefined;
  const wanted = act(other.intent, moment.slotsFor(other.intent, text), text, other.score);
  if (isReadBack) return understood(moment, [act('correct', noSlots(), text), wanted]);
  const isAfterNo = !text.trim().startsWith(said);
  return isDenied || isAfterNo ? understood(moment, [wanted]) : undefined;
};

/** "Credit it then", where the reason of a rejection is asked; "credit 24, no wait, 12"; "credit £50", which is no number of units. */
const readWishAnew: Reader = (moment) => {
  const { raw, context, prediction, reading } = moment;
  const isReasonAsked = context.asked === 'note' && context.pending === 'rep.reject';
  const wish = afterCorrecting(raw);
  const [intent] = verbs.find(([, verb]) => verb.test(wish) && object.test(wish)) ?? [];
  if (isReasonAsked && intent)
    return understood(moment, [act('correct', noSlots(), raw), act(intent, wishSlots(moment, intent), raw)]);
  const last = anew.exec(reading.source.trim())?.[1];
  const meantIntent = intent ?? (proposal.test(prediction.label) ? prediction.label : undefined);
  if (last !== undefined && meantIntent && context.asked !== 'note')
    return meant(moment, meantIntent, { ...noSlots(), claimed: last });
  const { percent } = reading.slots;
  if (intent && percent !== undefined && Number(percent) === half)
    return meant(moment, intent, { ...noSlots(), half: true });
  return undefined;
};

const half = 50;
const object = pattern(
  `^\\W*\\p{L}+(?:[-\\s]\\p{L}+)?\\s+(?:${repAlternatives('proposal-object')})(?![\\p{L}\\p{N}])`,
);
const anew = pattern(
  `\\d[\\s\\p{L}]{0,15}[,;.!\\s–-]+(?:${repAlternatives('second-thought')})[\\s,;.!:-]+(?:\\p{L}+\\s+){0,2}?(\\d{1,4})(?:\\s+\\p{L}+)?\\W*$`,
);

function wishSlots({ slotsFor, reading }: Moment, intent: string): Slots {
  const slots = slotsFor(intent, reading.original);
  return { ...slots, invoices: [], cases: [] };
}

/** Help, drafts in whatever language, and what the workspace has buttons for. */
const readElsewhere: Reader = (moment) => {
  const { raw, context } = moment;
  const said = afterCorrecting(raw);
  const done = elsewhere.find(([, words]) => words.test(said))?.[0];
  // "No, ask the customer first", asked for a reason, is none.
  const isOther = said !== raw.trim() || context.pending === 'rep.reject';
  if (done && isOther) return meant(moment, done);
  if (approves.test(said)) return meant(moment, context.prepared ? '_prepared' : '_approves');
  const isOfText =
    context.lastIntent === 'rep.draft' || context.prepared !== undefined || context.pending === 'rep.reject';
  if (isOfText && restyle.test(said)) return meant(moment, '_restyle');
  const ofCase = askedOfCase(said, context);
  if (ofCase) return understood(moment, [ofCase]);
  if (context.asked === 'note' || context.asked === 'closing') return undefined;
  if (help.test(raw)) return meant(moment, 'bot.about');
  // How to close a case is for the rep to say.
  if (context.case && close.test(raw)) return meant(moment, 'clarify');
  const isOfDraft = context.lastIntent === 'rep.draft';
  const namesLanguage = (isOfDraft || drafting.test(raw)) && askedLanguage(raw) !== undefined;
  if (draft.test(raw) || draftReply.test(raw) || namesLanguage) return meant(moment, 'rep.draft');
  if (arrives.test(raw)) return meant(moment, context.prepared ? '_prepared' : 'rep.availability');
  if (rejectAs.test(said)) return meant(moment, 'rep.reject');
  if (price.test(raw)) return meant(moment, 'invoice.explain');
  if (note.test(raw)) return meant(moment, 'case.add_info');
  return done && meant(moment, done);
};

const newOnes = isRepWords('way-reorder');
const ofMoney = /[€£$%]/;

/** "Reorder 3"; "2", "only 12", "make it 4": another quantity of what was prepared, or refused for the one before. */
const readNumber: Reader = (moment) => {
  const { raw, context, prediction } = moment;
  const { prepared, lastIntent = '', asked } = context;
  const isGoods = (word: string): boolean =>
    byGoods(word, '', context.lines) !== undefined || newOnes.test(word);
  for (const [intent, verb] of verbs) {
    // "Credit £50" names a sum.
    const named =
      verb.test(raw) && !ofMoney.test(raw) ? bareQuantity(raw.replace(verb, ''), isGoods) : undefined;
    const ofCase = named?.isAlone ? knownCase(named.value, context) : undefined;
    if (ofCase) return meant(moment, intent, { ...noSlots(), cases: [ofCase] });
    // "Credit 20301", of the invoice that is talked of
    if (named && context.invoice && documentDigits(context.invoice) === named.value)
      return meant(moment, intent, noSlots());
    if (named) return meant(moment, intent, { ...noSlots(), claimed: named.value });
  }
  const counted = counts.exec(raw)?.slice(1).find(Boolean);
  if (counted !== undefined && proposal.test(prediction.label) && (!asked || asked === 'more')) {
    const slots = moment.slotsFor(prediction.label, raw);
    const isRead = slots.amounts.length > 0 || tellsNumber(slots);
    // "They say 3, we say 1. Credit the 1"
    const isOfSeveral = numbersOf(moment.reading).length > 1 && slots.amounts.length === 0;
    if (isOfSeveral && counted !== slots.claimed)
      return meant(moment, prediction.label, { ...noSlots(), claimed: counted });
    if (!isRead && partsOf(raw).length === 1)
      return meant(moment, prediction.label, { ...slots, claimed: counted });
  }
  if (asked && asked !== 'more') return undefined;
  const intent = [lastIntent, prepared ?? ''].find((known) => proposal.test(known));
  if (intent && isBareHalf(raw)) return meant(moment, intent, { ...noSlots(), half: true });
  const quantity = intent ? bareQuantity(raw, isGoods) : undefined;
  if (quantity?.isAlone && isCaseLike(quantity.value, context.case)) return undefined;
  return intent && quantity ? meant(moment, intent, { ...noSlots(), claimed: quantity.value }) : undefined;
};
