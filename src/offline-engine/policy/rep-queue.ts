import * as z from 'zod';
import { CaseRow } from '#domain/views/case-view.ts';
import { pattern } from '../words/pattern.ts';
import { repAlternatives, repWords } from '../words/rep-words.ts';
import { caseFacts, planQueue } from './cases.ts';
import { failure, type Planner, resultOf, use } from './plan.ts';

type Row = z.infer<typeof CaseRow>;
const Rows = z.object({ cases: z.array(CaseRow) });
/** As many as one still reads in a chat. */
const mostListed = 10;

const mine = repWords('mine');
const all = repWords('queue-all');
const customersOf = pattern(`(?:${repAlternatives('cases-of')})\\s+([\\p{L}].*)`);

type Scope = { readonly name: string; readonly holds: (row: Row, today: string) => boolean };
const scopes: readonly (Scope & { readonly words: ReturnType<typeof repWords> })[] = [
  { name: 'unassigned', words: repWords('queue-unassigned'), holds: ({ assignedTo }) => !assignedTo },
  {
    name: 'customer',
    words: repWords('queue-customer'),
    holds: ({ waitingOn }) => waitingOn === 'customer',
  },
  {
    name: 'overdue',
    words: repWords('queue-overdue'),
    holds: ({ dueAt }, today) => dueAt !== undefined && dueAt.slice(0, 10) < today,
  },
  { name: 'urgent', words: repWords('queue-urgent'), holds: ({ waitingOn }) => waitingOn !== 'nobody' },
];

/** The open cases a rep asks for: their own, everybody's, or those of a kind or a customer. */
export const planRepQueue: Planner = function* (request, turn) {
  const { say, state } = turn;
  const said = request.said ?? request.text;
  const scope = scopes.find(({ words }) => words.test(said));
  const name = scope ? undefined : accountIn(said);
  if (!scope && !name && !all.test(said)) {
    const plan = planQueue(request, turn);
    return 'say' in plan ? plan : yield* plan;
  }
  const isMine = scope !== undefined && mine.test(said) && !all.test(said);
  const answer = yield* use('list_cases', { view: isMine ? 'mine' : 'all' });
  const rows = resultOf(answer, Rows)?.cases;
  if (!rows) return failure(answer, turn);
  const found = rows.filter((row) =>
    scope ? scope.holds(row, state.context.today) : name === undefined || isOf(row.account, name),
  );
  const [first] = found;
  const scopeText = say(`rep.scope.${scope?.name ?? (name && first ? 'account' : 'all')}`, {
    account: first?.account,
  });
  if (!first) return { say: say('rep.cases.none', { scopeText: name ?? scopeText }) };
  const shown = found.slice(0, mostListed).map((row) => ({
    ...caseFacts(row, say),
    ...(row.dueAt ? { dueAt: row.dueAt } : {}),
  }));
  return {
    say: say('rep.cases', { scopeText, items: shown, more: found.length - shown.length }),
    ask: 'case',
  };
};

/** The customer's name in "cases of Oakmere", with its capital. */
function accountIn(text: string): string | undefined {
  const name = customersOf.exec(text)?.[1]?.replace(/[\s?.!,]+$/, '');
  return name && /^\p{Lu}/u.test(name) ? name : undefined;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];

/** Whether an account is the one that is named by some of its words. */
const isOf = (account: string, name: string): boolean =>
  wordsOf(name).some(
    (word) => wordsOf(account).includes(word.replace(/['’]?s$/, '')) || wordsOf(account).includes(word),
  );
