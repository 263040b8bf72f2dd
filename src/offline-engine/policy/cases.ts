import { CaseList, caseDetails, caseFacts } from './case-facts.ts';
import { noteOf } from './case-note.ts';
import { askFor } from './confirmed.ts';
import { failure, isSaid, type Planner, resultOf, use } from './plan.ts';
import { readCase, theCase } from './which-case.ts';

export const planCaseStatus: Planner = function* (request, turn) {
  const found = yield* readCase(request, turn);
  if (isSaid(found)) return found;
  return { say: turn.say('case.view', caseDetails(found, turn)) };
};

/** The open cases that are a rep's own. */
export const planQueue: Planner = function* (_request, turn) {
  const { say } = turn;
  const answer = yield* use('list_cases', { view: 'mine' });
  const cases = resultOf(answer, CaseList)?.cases;
  if (!cases) return failure(answer, turn);
  if (cases.length === 0) return { say: say('case.none') };
  const items = cases.map((found) => caseFacts(found, say));
  return { say: say('case.list', { count: cases.length, several: cases.length > 1, items }), ask: 'case' };
};

export const planNote: Planner = function* (request, turn) {
  const { say } = turn;
  if (turn.state.context.side === 'rep') return { say: say('rep.elsewhere.note') };
  const which = yield* theCase(request, turn);
  if (isSaid(which)) return which;
  const note = noteOf(request);
  // A number alone tells nothing.
  if (!note || !/\p{L}{2,}/u.test(note))
    return { say: say('ask.note', { case: which.caseNumber }), ask: 'note' };
  return yield* askFor(
    { tool: 'add_case_note', input: { caseNumber: which.caseNumber ?? '', note: note.trim() } },
    request,
    turn,
  );
};
