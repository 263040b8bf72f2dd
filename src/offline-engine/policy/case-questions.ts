import type { Request } from '../memory/state.ts';
import { anyOf } from '../words/words.ts';
import { CaseList, caseDetails } from './case-facts.ts';
import { planNote } from './cases.ts';
import { isSaid, type Plan, type Planner, resultOf, type Turn, use } from './plan.ts';
import { quotePolicy } from './policies.ts';
import { readCase, theCase } from './which-case.ts';

const toAdd = anyOf('requests', 'asks-to-add');
const isDecided = /^(?:resolved|closed|cancelled)$/;

/** When a case is decided: what is promised and what comes next, and that no day is known for the rest. */
export const planCaseWhen: Planner = function* (request, turn) {
  if (yield* hasNoCase(request, turn)) {
    const rule = yield* quotePolicy(request.text, turn);
    return { say: typeof rule === 'string' ? `${turn.say('case.none')} ${rule}` : turn.say('case.none') };
  }
  const found = yield* readCase(request, turn);
  if (isSaid(found)) return found;
  const isOver = isDecided.test(found.state) || found.creditNote || found.replacementOrder;
  return { say: turn.say(isOver ? 'case.view' : 'case.when', caseDetails(found, turn)) };
};

/** Whether there is no case yet that could be meant. */
function* hasNoCase({ slots }: Request, { state }: Turn): Plan<boolean> {
  if (slots.cases.length > 0 || state.context.case || state.openCase) return false;
  const answer = yield* use('list_cases', { status: 'open' });
  return resultOf(answer, CaseList)?.cases.length === 0;
}

const isDrafted = ({ slots }: Request, { state }: Turn): boolean =>
  slots.cases.length === 0 && state.pending.some(({ intent }) => intent === 'dispute.open');

/** "Can I send photos?": nothing can be attached here; what they show can be told, and is added to the case. */
export const planEvidence: Planner = function* (request, turn) {
  const { say, state } = turn;
  // While a dispute waits for its yes, what can be added is of the case that is to be opened.
  if (isDrafted(request, turn))
    return { say: say(toAdd.test(request.text) ? 'note.draft' : 'evidence.draft') };
  if (request.note) {
    const plan = planNote(request, turn);
    return isSaid(plan) ? plan : yield* plan;
  }
  if (!state.context.case && request.slots.cases.length === 0) return { say: say('evidence.draft') };
  const which = yield* theCase(request, turn);
  if (isSaid(which)) return which;
  return { say: `${say('evidence')} ${say('ask.note', { case: which.caseNumber })}`, ask: 'note' };
};
