import { isTask } from '../meaning/moment.ts';
import { lastQuestion } from '../question.ts';
import type { Planner, Said, Turn } from './plan.ts';
import { whatFor } from './what-for.ts';

/** Remarks, refusals and what is not ours: answered without a tool. */
export const planSocial: Planner = ({ intent, text, choice }, turn) => {
  const { say, state } = turn;
  const isRep = state.context.side === 'rep';
  const andNotSent = (said: string): string => (state.leavesUnsent ? `${said} ${say('not.sent')}` : said);
  switch (intent) {
    case 'greet':
      return { say: say(isRep ? 'greet.rep' : 'greet') };
    case 'thanks':
      // The goodbye behind it leaves nothing to ask.
      return state.requests.some(({ intent }) => intent === 'bye')
        ? { say: say('thanks.bye') }
        : { say: andNotSent(say('thanks')), ask: 'more' };
    case 'wait':
      return { say: say(state.pending.length > 0 ? 'wait.draft' : 'wait') };
    case 'delivery.proof':
    case 'statement.file':
    case 'language.ask':
      return { say: say(intent) };
    case 'bye':
      return { say: andNotSent(say('bye')) };
    case 'affirm':
    case 'deny':
      return { say: say(intent) };
    case 'bot.about':
      return { say: say(isRep ? 'about.rep' : 'about') };
    case '_escalate':
    case '_assign':
    case '_ask_customer':
    case '_ask_others':
    case '_approves':
    case '_restyle':
    case '_price':
      return { say: say(`rep.elsewhere.${intent.slice(1)}`) };
    case 'complaint':
      if (isRep) return { say: say('complaint.rep') };
      return state.complaints > 1
        ? { say: say('complaint.again'), ask: 'person' }
        : { say: say('complaint') };
    case 'due.extend':
    case 'billing.suspend':
      return isRep ? { say: say('unavailable.rep') } : { say: say(`cannot.${intent}`), ask: 'person' };
    case 'case.withdraw':
    case 'case.reopen':
    case 'details.change':
    case 'payment.parts':
      return { say: say(`cannot.${intent}`), ask: 'person' };
    case '_person_again':
      return { say: say('person.again'), ask: 'person' };
    case '_which':
      return { say: say('ask.invoice'), ask: 'invoice' };
    case '_cancelled':
      return { say: dropped(turn) };
    case '_trace':
      return { say: say('payment.trace'), ask: 'person' };
    case '_promise':
      return { say: say('promise') };
    case '_withdrawn':
      return { say: say('withdraw', { caseNumber: state.written }), ask: 'person' };
    case '_declined':
      return { say: say('declined', { what: whatFor(text, say) }) };
    case 'clarify':
      return choice
        ? { say: say('clarify', { a: whatFor(choice[0], say), b: whatFor(choice[1], say) }), ask: 'choice' }
        : isRep && state.context.case
          ? { say: say('clarify.close'), ask: 'closing' }
          : notUnderstood(turn);
    default:
      // What is not ours, beside what is.
      if (state.requests.some(({ intent }) => isTask(intent))) return { say: say('oos.beside') };
      if (isRep) return { say: say('oos.rep') };
      return state.strangers > 1 ? { say: say('oos.again'), ask: 'person' } : { say: say('oos') };
  }
};

/** What could not be made out: the first time more is asked for, then a person is offered. */
const notUnderstood = ({ say, state: { context, strangers } }: Turn): Said =>
  context.side === 'rep'
    ? { say: say('clarify.what.rep') }
    : strangers > 1
      ? { say: say('oos.again'), ask: 'person' }
      : { say: say('clarify.what') };

/** "Never mind": what was prepared for a rep is not taken away by it; only what was asked about is. */
function dropped({ say, state: { prepared, said, context, pending } }: Turn): string {
  const isNothing =
    context.side === 'rep' && !prepared && pending.length === 0 && lastQuestion(said) === undefined;
  if (isNothing) return say('rep.nothing');
  const stands = prepared && say('rep.stands', { caseNumber: prepared.caseNumber });
  const parts = stands && lastQuestion(said) === undefined ? [stands] : [say('cancelled'), stands];
  return parts.filter((part) => part !== undefined).join(' ');
}
