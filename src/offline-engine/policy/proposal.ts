import { intentOfProposal } from '../memory/learn.ts';
import type { Prepared, Request } from '../memory/state.ts';
import { sameDocument } from '../values/documents.ts';
import { repWords } from '../words/rep-words.ts';
import { anyOf } from '../words/words.ts';
import { planByTable } from './by-table.ts';
import type { Planner, Turn } from './plan.ts';
import { proposalSaid } from './tell-rep.ts';

const rest = repWords('rest');
const also = repWords('also');
const instead = anyOf('requests', 'in-its-place');

/** Prepares one thing for a case. What is prepared already is not given up for "the rest", and that another takes its place is said. */
export const planProposal: Planner = function* (request, turn) {
  const { say, state } = turn;
  const { intent, text, slots } = request;
  const before = preparedFor(slots.cases[0], turn);
  const isOther = before !== undefined && intentOfProposal(before) !== intent;
  // "Order the remainder" when nothing smaller was prepared means the goods that are missing.
  const leavesRest = before?.isPart || (isOther && intent === 'rep.reject');
  if (leavesRest && rest.test(text))
    return { say: say('rep.rest', { caseNumber: before?.caseNumber, what: say(`do.${intent}`) }) };
  // "And also credit them": what was prepared first stays.
  if (isOther && also.test(text) && !instead.test(text))
    return { say: say('rep.beside', { what: say(`do.${intent}`) }) };
  const said = yield* planOf(isOther ? withPart(request, before) : request, turn);
  const isPrepared = state.prepared !== state.preparedBefore;
  return isOther && isPrepared ? { ...said, say: `${said.say} ${say('rep.replaces')}` } : said;
};

/** "Credit 3", and then "send them instead": as many. */
function withPart(request: Request, { isPart, lines }: Prepared): Request {
  const { slots } = request;
  const [line, ...more] = lines;
  const isCounted = [slots.claimed, slots.quantity, slots.half, slots.line].some(
    (told) => told !== undefined,
  );
  return isPart && line && more.length === 0 && !isCounted
    ? { ...request, slots: { ...slots, line: line.line, claimed: line.quantity } }
    : request;
}

function* planOf(...[request, turn]: Parameters<Planner>) {
  const plan = planByTable(request, turn);
  return 'say' in plan ? plan : yield* plan;
}

/** What was prepared for a case before this message. */
function preparedFor(named: string | undefined, { state }: Turn): Prepared | undefined {
  const { preparedBefore: before, context, openCase } = state;
  const wanted = named ?? context.case ?? openCase;
  return before && (wanted === undefined || sameDocument(wanted, before.caseNumber)) ? before : undefined;
}

/** A second thing asked for in the same message. */
export const planBeside: Planner = ({ text }, { say }) => ({
  say: say('rep.beside', { what: say(`do.${text}`) }),
});

/** "Send it": the button is for people. */
export const planPress: Planner = (_request, { say, state }) => ({
  say: say('rep.press', { caseNumber: state.prepared?.caseNumber }),
});

/** What waits for the button, once more. */
export const planPrepared: Planner = (_request, { say, state }) => ({
  say: state.prepared ? proposalSaid(state.prepared, say) : say('oos.rep'),
});
