import { RepCaseView } from '#domain/views/case-view.ts';
import type { CaseView } from './case-facts.ts';
import { isSaid, type Planner, resultOf } from './plan.ts';
import { readCase } from './which-case.ts';

/** So many entries are told, the latest ones: the whole timeline stands beside the chat. */
const mostEntries = 6;
const longestEntry = 400;

const OfCustomer = RepCaseView.pick({ account: true, otherCases: true });
const OfOwner = RepCaseView.pick({
  assignedTo: true,
  queueName: true,
  priority: true,
  priorityReasons: true,
  dueAt: true,
  waitingOn: true,
});

/** What was written on a case so far: by anybody, or by the customer alone. */
export const planCaseHistory: Planner = function* (request, turn) {
  const { say } = turn;
  const found = yield* readCase(request, turn);
  if (isSaid(found)) return found;
  const isOfCustomer = request.intent === 'rep.words';
  const entries = isOfCustomer ? saidByCustomer(found) : found.timeline;
  const { caseNumber } = found;
  const key = isOfCustomer ? 'rep.words' : 'rep.history';
  if (entries.length === 0) return { say: say(`${key}.none`, { caseNumber }) };
  const told = entries.slice(-mostEntries).map(({ at, by, text }) => ({ at, by, text: clipped(text) }));
  return { say: say(key, { caseNumber, entries: told, more: entries.length > told.length }) };
};

/** A case is opened by the customer, or in the customer's words. */
const saidByCustomer = ({ timeline, contact }: CaseView): CaseView['timeline'] =>
  timeline.filter(({ kind, by }) => kind === 'opened' || (kind === 'comment' && by === contact?.name));

const clipped = (text: string): string =>
  text.length > longestEntry ? `${text.slice(0, longestEntry).trimEnd()}…` : text;

/** Who the customer of a case is, and what else they claimed. */
export const planCustomer: Planner = function* (request, turn) {
  const { say, state } = turn;
  const found = yield* readCase(request, turn);
  if (isSaid(found)) return found;
  const known = state.calls.findLast(({ tool }) => tool === 'get_case')?.answer;
  const view = known && resultOf(known, OfCustomer);
  if (!view) return { say: say('oos.rep') };
  const { account, otherCases } = view;
  return {
    say: say('rep.customer', {
      account: account.name,
      key: account.keyAccount,
      good: account.inGoodStanding,
      count: otherCases.length || undefined,
      others: otherCases
        .slice(0, mostEntries)
        .map((one) => ({ ...one, stateText: say(`state.${one.state}`) })),
    }),
  };
};

/** Who looks after a case, how urgent it is and why, and until when. */
export const planOwner: Planner = function* (request, turn) {
  const { say, state } = turn;
  const found = yield* readCase(request, turn);
  if (isSaid(found)) return found;
  const known = state.calls.findLast(({ tool }) => tool === 'get_case')?.answer;
  const view = known && resultOf(known, OfOwner);
  if (!view) return { say: say('oos.rep') };
  const { assignedTo, queueName, priority, priorityReasons, dueAt, waitingOn } = view;
  return {
    say: say('rep.owner', {
      caseNumber: found.caseNumber,
      assigned: assignedTo?.name,
      queueName,
      priority,
      reasons: priorityReasons.join(', ') || undefined,
      ...(dueAt ? { [dueAt.slice(0, 10) < state.context.today ? 'ranOut' : 'dueAt']: dueAt } : {}),
      waits: waitingOn === 'customer',
    }),
  };
};
