import Big from 'big.js';
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
const above = repWords('above');
const below = repWords('below');
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
  {
    name: 'due',
    words: repWords('queue-due'),
    holds: ({ dueAt }, today) => dueAt !== undefined && dueAt.slice(0, 10) <= today,
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
  if (!isNamed && isMine && !fittingIn(request, said)) return yield* ownCases(request, turn);
  const answer = yield* use('list_cases', { view: scope && isMine ? 'mine' : 'all' });
  const rows = resultOf(answer, Rows)?.cases;
  if (!rows) return failure(answer, turn);
  // "The kestrel ones": who is called so needs no capital.
  const called = rows.filter(({ account }) => isCalled(account, said));
  const isOfSumOrGoods = fittingIn(request, said) !== undefined;
  if (!isNamed && !isOfSumOrGoods && called.length === 0) return yield* ownCases(request, turn);
  const name = called[0]?.account ?? capitalised;
  const ofName = called.length > 0 ? called : rows.filter(({ account }) => !name || isOf(account, name));
  const held = scope ? ofName.filter((row) => scope.holds(row, state.context.today)) : ofName;
  const inScope = scope?.name === 'urgent' ? held.toSorted(byDueDate) : held;
  const fits = fittingIn(request, said);
  const found = fits ? inScope.filter(fits) : inScope;
  const [first] = found;
  const isOne = found.every(({ account }) => account === first?.account);
  const kind = scope?.name ?? (name && first ? 'account' : fits ? 'fitting' : 'all');
  const scopeText = say(`rep.scope.${kind}`, {
    account: isOne ? first?.account : name,
  });
  if (!first) {
    const none = name === undefined ? scopeText : say('rep.scope.account', { account: name });
    return { say: say('rep.cases.none', { scopeText: none }) };
  }
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

/** The one that is due first comes first; those without a time come last. */
const byDueDate = ({ dueAt: one = last }: Row, { dueAt: other = last }: Row): number =>
  one.localeCompare(other);
const last = '9999';

/** What a case must be to fit the sum or the goods that are asked for; undefined where neither is. */
function fittingIn({ slots }: Request, said: string): ((row: Row) => boolean) | undefined {
  const sum = slots.amounts[0]?.value;
  if (sum !== undefined) {
    const isBelow = below.test(said);
    const isNear = !isBelow && !above.test(said);
    return ({ disputed }) =>
      disputed !== undefined &&
      (isNear
        ? new Big(disputed).eq(sum)
        : isBelow
          ? new Big(disputed).lte(sum)
          : new Big(disputed).gte(sum));
  }
  const { product } = slots;
  if (product === undefined) return undefined;
  const words = wordsOf(product)
    .filter((word) => word.length >= leastOfName)
    .map(stem);
  return ({ shortDescription }) => {
    const title = wordsOf(shortDescription).map(stem);
    return words.some((word) => title.includes(word));
  };
}

const stem = (word: string): string => word.slice(0, stemLength);
/** So many letters of a word tell its goods: "towel" and "towels". */
const stemLength = 5;

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
