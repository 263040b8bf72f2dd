import * as z from 'zod';
import { CaseRow } from '#domain/views/case-view.ts';
import type { Request } from '../memory/state.ts';
import { pattern } from '../words/pattern.ts';
import { repAlternatives, repWords } from '../words/rep-words.ts';
import { caseFacts } from './case-facts.ts';
import { planQueue } from './cases.ts';
import { failure, type Plan, type Planner, resultOf, type Said, type Turn, use } from './plan.ts';

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
  const isMine = mine.test(said) && !all.test(said);
  const capitalised = scope ? undefined : accountIn(said);
  const isNamed = scope !== undefined || capitalised !== undefined || all.test(said);
  if (!isNamed && isMine) return yield* ownCases(request, turn);
  const answer = yield* use('list_cases', { view: scope && isMine ? 'mine' : 'all' });
  const rows = resultOf(answer, Rows)?.cases;
  if (!rows) return failure(answer, turn);
  // "The kestrel ones": who is called so needs no capital.
  const called = rows.filter(({ account }) => isCalled(account, said));
  if (!isNamed && called.length === 0) return yield* ownCases(request, turn);
  const name = called[0]?.account ?? capitalised;
  const ofName = called.length > 0 ? called : rows.filter(({ account }) => !name || isOf(account, name));
  const found = scope ? ofName.filter((row) => scope.holds(row, state.context.today)) : ofName;
  const [first] = found;
  const isOne = found.every(({ account }) => account === first?.account);
  const scopeText = say(`rep.scope.${scope?.name ?? (name && first ? 'account' : 'all')}`, {
    account: isOne ? first?.account : name,
  });
  if (!first) return { say: say('rep.cases.none', { scopeText: name ?? scopeText }) };
  const shown = found.slice(0, mostListed).map((row) => ({
    ...caseFacts(row, say),
    ...(row.dueAt ? { dueAt: row.dueAt } : {}),
  }));
  // How many of a kind there are stands in no record.
  const count = found.length === rows.length ? found.length : undefined;
  return {
    say: say('rep.cases', {
      scopeText,
      count,
      items: shown,
      more: found.length - shown.length,
    }),
    ask: 'case',
  };
};

function* ownCases(request: Request, turn: Turn): Plan<Said> {
  const plan = planQueue(request, turn);
  return 'say' in plan ? plan : yield* plan;
}

/** The customer's name in "cases of Oakmere Supplies please": its words with a capital. */
function accountIn(text: string): string | undefined {
  const [name] =
    /^\p{Lu}[^\s?!,]*(?:\s+[\p{Lu}\d&][^\s?!,]*)*/u.exec(customersOf.exec(text)?.[1] ?? '') ?? [];
  return name?.replace(/\.$/, '');
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
const ending = /(?:['’]s|['’])$/;

const leastOfName = 4;
/** Whether a message has the first word of an account's name, or that word with an ending. */
function isCalled(account: string, said: string): boolean {
  const [first = ''] = wordsOf(account);
  return first.length >= leastOfName && wordsOf(said.replace(/['’]s\b/g, '')).includes(first);
}

/** Whether an account is the one that is named: by each word, though not by all of its own. */
function isOf(account: string, name: string): boolean {
  const own = wordsOf(account);
  const words = wordsOf(name.replace(ending, ''));
  return words.length > 0 && words.every((word) => own.includes(word));
}
