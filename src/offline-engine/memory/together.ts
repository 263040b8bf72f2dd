import * as z from 'zod';
import { byGoods } from '../meaning/options.ts';
import { sameDocument } from '../values/documents.ts';
import { hasValue, type Slots } from '../values/slots.ts';
import type { Confirmation, Request, State } from './state.ts';

/** A claim on several lines is one on each: all of a line, where no number is said. */
export function onePerLine(request: Request): Request[] {
  const { lines, ...slots } = request.slots;
  const last = lines?.at(-1);
  if (request.intent !== 'dispute.open' || !lines || last === undefined || slots.reason === undefined)
    return [request];
  // Of two lines for the same the later one is too many.
  if (ofWhole.test(slots.reason)) return [{ ...request, slots: { ...slots, line: last } }];
  const isCounted = [slots.claimed, slots.delivered, slots.quantity].some((value) => value !== undefined);
  return lines.map((line) => ({
    ...request,
    slots: { ...slots, line, ...(isCounted ? {} : { all: true }) },
  }));
}

/** What is wrong with a bill as a whole is one claim, whatever lines show it. */
const ofWhole = /^(?:duplicate|tax)$/;

const namesLine = ({ line, product }: Slots): boolean => line !== undefined || product !== undefined;

/** Whether two claims say the same of one invoice, so that one case can hold both. */
const belongTogether = (one: Request, other: Request): boolean =>
  [one, other].every(({ intent, slots }) => intent === 'dispute.open' && namesLine(slots)) &&
  one.slots.reason !== undefined &&
  one.slots.reason === other.slots.reason &&
  (other.slots.invoices.length === 0 ||
    one.slots.invoices.length === 0 ||
    sameDocument(one.slots.invoices[0] ?? '', other.slots.invoices[0] ?? ''));

/** The claims that one case can hold together with a request, in the order in which they come up. */
export const togetherWith = ({ requests, pending }: State, request: Request): Request[] =>
  [...requests, ...pending.toReversed()].filter(
    (other) => other !== request && belongTogether(request, other),
  );

const Items = z.object({ items: z.array(z.object({ line: z.number() })) });

/** The lines that a confirmation reads back. */
export const linesHeld = ({ input }: Confirmation): number[] =>
  (Items.safeParse(input).data?.items ?? []).map(({ line }) => line);

/** What still waits when the answer to a confirmation that held several claims is given to one of them. */
export function withoutHeld(state: State, request: Request, confirmation: Confirmation): Request[] {
  const others = Math.max(0, linesHeld(confirmation).length - 1);
  const held = togetherWith({ ...state, requests: [] }, request).slice(0, others);
  return state.pending.filter((other) => !held.includes(other));
}

/** The line of a claim: the one it names, or the one its goods are on. */
export const lineOf = ({ slots: { line, product } }: Request, { context }: State): number | undefined => {
  const found = line === undefined && product !== undefined ? byGoods(product, '', context.lines) : undefined;
  return found ? Number(found.id) : line;
};

/** The waiting claim whose line or goods a message names, of those that were read back together; the latest where it names none. */
export function meantOf(state: State, slots: Slots): Request | undefined {
  const latest = state.pending.at(-1);
  if (!latest) return undefined;
  const named = lineOf({ ...latest, slots }, state);
  const isMeant = (request: Request): boolean => named !== undefined && lineOf(request, state) === named;
  return [latest, ...togetherWith({ ...state, requests: [] }, latest)].find(isMeant) ?? latest;
}

/** What waits once a message chose one of the claims that were read back together: "no, only line 2". */
export function withoutOthers(state: State, chosen: Request, { line, product, ...more }: Slots): Request[] {
  const isChoice = line !== undefined && !hasValue(more) && more.reason === undefined;
  const others = isChoice ? togetherWith({ ...state, requests: [] }, chosen) : [];
  return state.pending.filter((request) => request !== chosen && !others.includes(request));
}
