import type { Request, State } from './state.ts';

/** What is done rather than to ask what is meant, where looking something up does no harm. */
export const instead = (request: Request, state: State): Request[] =>
  bothInstead(request, state).map((one) => ({ ...one, ...showsInstead(one) }));

/** Whatever is wanted of the one invoice that is named, to see it is a beginning: better than to ask what is meant. */
const showsInstead = ({ intent, choice, slots }: Request): Partial<Request> =>
  intent === 'clarify' && slots.invoices.length === 1 && (!choice || choice.includes('invoice.find'))
    ? { intent: 'invoice.find' }
    : {};

/** Of two things to look up, both are looked up rather than asked which, when it is known where. */
function bothInstead(request: Request, { context }: State): Request[] {
  const { intent, choice, slots } = request;
  const isKnown = (wanted: string): boolean =>
    wanted === 'case.status'
      ? context.case !== undefined
      : /^(?:payment\.status|invoice\.explain)$/.test(wanted) && context.invoice !== undefined;
  if (intent !== 'clarify' || !choice?.every(isKnown)) return [request];
  return choice.map((wanted) => ({ intent: wanted, slots, text: request.text, score: request.score }));
}
