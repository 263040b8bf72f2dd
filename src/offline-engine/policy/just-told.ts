import Big from 'big.js';
import type { Request } from '../memory/state.ts';
import { questionIn } from '../question.ts';
import { anyOf } from '../words/words.ts';
import { isSaid, type Plan, type Said, type Turn } from './plan.ts';
import { options, search } from './the-invoice.ts';

const overdue = anyOf('filters', 'overdue');
const ofOne = /^(?:invoice\.explain|payment\.(?:status|due))$/;
const mostAtOnce = 6;

/** The invoices that the answer right before was about: those listed to choose from, of which copies are wanted; the overdue one of a balance. */
export function* justTold(request: Request, turn: Turn): Plan<string[] | Said | undefined> {
  const { slots, intent } = request;
  const isElsewhere = slots.filter !== undefined && slots.filter !== 'overdue';
  if (slots.invoices.length + slots.orders.length > 0 || isElsewhere || turn.state.context.side === 'rep')
    return undefined;
  if (intent === 'invoice.copy' && slots.range === undefined && slots.date === undefined)
    return yield* ofList(turn);
  return ofOne.test(intent) && turn.state.context.lastIntent === 'balance'
    ? yield* ofBalance(request, turn)
    : undefined;
}

/** "As PDF please", where a list to choose from was just shown: all of it when all were asked for, else which of them. */
function* ofList(turn: Turn): Plan<string[] | Said | undefined> {
  const { context, said, search: query, last } = turn.state;
  const isList =
    context.lastIntent === 'invoice.find' && context.listed.length > 1 && questionIn(said) === 'invoice';
  if (!isList || !query || !context.listed.every(({ type }) => type === 'invoice')) return undefined;
  if (last?.slots.all && context.listed.length <= mostAtOnce) return context.listed.map(({ id }) => id);
  const listed = yield* search(query, turn);
  return isSaid(listed) ? listed : options(listed, turn);
}

/** "Why is that one late?", "I paid it on 5 November", after a balance that told of one overdue invoice. */
function* ofBalance({ slots, text }: Request, turn: Turn): Plan<string[] | Said | undefined> {
  if (turn.state.context.invoice && !overdue.test(text)) return undefined;
  const late = yield* search({ status: 'overdue', limit: mostAtOnce }, turn);
  if (isSaid(late) || late.length === 0) return undefined;
  const [one, ...others] = late;
  if (others.length > 0) return overdue.test(text) ? options(late, turn) : undefined;
  const isOfIt = slots.amounts.every(({ value }) =>
    [one?.open, one?.total].some((sum) => sum !== undefined && new Big(sum).eq(value)),
  );
  return one && isOfIt ? [one.number] : undefined;
}
