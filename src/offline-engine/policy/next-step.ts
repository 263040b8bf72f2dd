import { isOffer } from '../memory/end-turn.ts';
import { callKey } from '../memory/history.ts';
import type { Request, State } from '../memory/state.ts';
import { type Say, speaker } from '../speak/replies.ts';
import type { QuestionKind } from '../words/word-file.ts';
import { actions, confirmedTools } from './actions.ts';
import { planByTable } from './by-table.ts';
import { planCaseHistory, planCustomer, planOwner } from './case-history.ts';
import { planCaseWhen, planEvidence } from './case-questions.ts';
import { planCaseStatus, planNote } from './cases.ts';
import { planConfirm, planReadBack } from './confirmed.ts';
import { planCredit } from './credit.ts';
import { planDispute } from './dispute.ts';
import { planDueBy } from './due-by.ts';
import { planExplain } from './explain.ts';
import { planFee } from './fees.ts';
import { planFind } from './find.ts';
import { planListedSum } from './listed-sum.ts';
import { planBalanceWhy, planDue, planPaymentStatus } from './payments.ts';
import type { Planner, Turn, WantedCall } from './plan.ts';
import { planPolicy } from './policies.ts';
import { planBeside, planPrepared, planPress, planProposal } from './proposal.ts';
import { reminder } from './reminder.ts';
import { planRepQueue } from './rep-queue.ts';
import { planConfirmCase, planResolve } from './resolve.ts';
import { run } from './run.ts';
import { planSocial } from './social.ts';
import { planTax } from './tax.ts';
import { planTwoInvoices } from './two-invoices.ts';

/** What the assistant does next: calls tools, or speaks. */
export type Step =
  | { readonly kind: 'calls'; readonly calls: readonly WantedCall[] }
  | { readonly kind: 'words'; readonly text: string; readonly asked?: QuestionKind };

const planners: Readonly<Record<string, Planner>> = {
  'invoice.find': planFind,
  'invoice.narrow': planFind,
  _invoice: planFind,
  _case: planCaseStatus,
  'invoice.explain': planExplain,
  'dispute.open': planDispute,
  'case.status': planCaseStatus,
  'case.when': planCaseWhen,
  'case.add_info': planNote,
  'case.evidence': planEvidence,
  'payment.status': planPaymentStatus,
  'payment.due': planDue,
  'balance.why': planBalanceWhy,
  'payment.credit': planCredit,
  'payment.fee': planFee,
  'invoice.sum': planListedSum,
  'invoice.due': planDueBy,
  'invoice.compare': planTwoInvoices,
  'policy.ask': planPolicy,
  'tax.explain': planTax,
  'rep.queue': planRepQueue,
  'rep.history': planCaseHistory,
  'rep.words': planCaseHistory,
  'rep.customer': planCustomer,
  'rep.owner': planOwner,
  'rep.credit': planProposal,
  'rep.reorder': planProposal,
  'rep.reject': planProposal,
  _beside: planBeside,
  _press: planPress,
  _prepared: planPrepared,
  'rep.confirm': planConfirmCase,
  'rep.resolve': planResolve,
  _confirm: planConfirm,
  _read_back: planReadBack,
};
const plannerOf = (intent: string): Planner =>
  planners[intent] ?? (actions[intent] ? planByTable : planSocial);
const isWork = (intent: string): boolean => planners[intent] !== undefined || actions[intent] !== undefined;

const mostCallsAtOnce = 6;
const closes = /^(?:human|wait|_cancelled|_declined|_read_back|complaint|thanks|bye|due\.|billing\.)/;

export function nextStep(state: State, tools: ReadonlySet<string>, mayCall = true): Step {
  const say = speaker(state.context.language, state.turn);
  const turn: Turn = { state, tools, say };
  const calls: WantedCall[] = [];
  const words: string[] = [];
  let asked: QuestionKind | undefined;
  if (
    state.negative &&
    state.turn <= 2 &&
    state.pending.length === 0 &&
    state.requests[0]?.intent !== 'human' &&
    state.requests.some(({ intent }) => isWork(intent))
  ) {
    words.push(say('sorry'));
  }
  let question: string | undefined;
  for (const request of foreignLast(state.requests)) {
    // one question at a time, and one confirmation: asking for a second would void the first
    const isWriting = calls.some(({ tool }) => confirmedTools.has(tool));
    // what is asked beside a yes is answered once it is known what the yes came to
    if (isWriting && mayCall && state.requests[0]?.intent === '_confirm') break;
    const isWaiting = asked !== undefined || isWriting;
    const outcome = run(plannerOf(request.intent)(request, turn), turn, isWaiting);
    if (outcome && 'calls' in outcome) calls.push(...outcome.calls);
    else if (outcome) {
      const { text, ask } = afterMisses(request, outcome.say, outcome.ask, turn);
      if (ask === undefined) words.push(text);
      else if (asked === undefined) [question, asked] = [text, ask];
    }
  }
  // what can be answered comes before what has to be asked
  if (question !== undefined) words.push(question);
  if (calls.length > 0 && mayCall) return { kind: 'calls', calls: unlike(calls).slice(0, mostCallsAtOnce) };
  const waiting = state.pending.at(-1);
  if (!asked && waiting && !isOffer(waiting) && !state.requests.some(({ intent }) => closes.test(intent))) {
    const outcome = run(plannerOf(waiting.intent)(waiting, turn), turn, !state.seenCalls);
    if (outcome && 'calls' in outcome) {
      if (mayCall) return { kind: 'calls', calls: outcome.calls };
    } else if (outcome) {
      words.push(reminder(outcome, waiting, words.join('\n'), state, say));
      asked = outcome.ask;
    } else words.push(say('not.sent'));
  }
  const text = words.join('\n\n') || say('oos');
  return { kind: 'words', text: withLanguageNote(text, state, say), ...(asked ? { asked } : {}) };
}

/** What can be done is answered before what cannot. */
const foreignLast = (requests: readonly Request[]): Request[] =>
  requests.toSorted((one, other) => Number(one.intent === 'oos') - Number(other.intent === 'oos'));

/** Two requests may need the same call; it is made once. */
const unlike = (calls: readonly WantedCall[]): WantedCall[] => [
  ...new Map(calls.map((call) => [callKey(call.tool, call.input), call])).values(),
];

/** The same question is not asked a third time: a person is offered instead. */
function afterMisses(
  { misses = 0 }: Request,
  text: string,
  ask: QuestionKind | undefined,
  { say, state: { trace } }: Turn,
): { text: string; ask: QuestionKind | undefined } {
  if (misses === 0 || !ask || ask === 'confirmation') return { text, ask };
  if (misses > 1) return { text: say('give.up'), ask: 'person' };
  const isGuess = ask === 'quantity' && trace.some(({ slots }) => slots.isGuess);
  return { text: `${say(isGuess ? 'again.number' : 'again')} ${text}`, ask };
}

/** A language without a pack is answered in the conversation's, and that is said once. */
function withLanguageNote(text: string, { isForeign, spoken }: State, say: Say): string {
  const note = say('other.language');
  return isForeign && !spoken.includes(note) ? `${note}\n\n${text}` : text;
}
