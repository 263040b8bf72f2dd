import type { Act } from '../meaning/context.ts';
import { noSlots } from '../values/slots.ts';
import { requestOf, told } from './requests.ts';
import type { Request, State } from './state.ts';
import { takeCorrection } from './take-correction.ts';
import { saidConfirmation, takeHesitation } from './take-yes.ts';
import { lineOf, linesHeld, togetherWith } from './together.ts';

/** The claims that were read back together, the one that asks first. */
const heldTogether = (state: State, waiting: Request): readonly Request[] => [
  waiting,
  ...togetherWith({ ...state, requests: [] }, waiting),
];

/** The line of a claim, by what it names or, where it stands alone, by what was read back of it. */
function lineRead(request: Request, held: readonly Request[], state: State): number | undefined {
  const found = saidConfirmation(state);
  const [only, ...others] = found ? linesHeld(found) : [];
  return lineOf(request, state) ?? (held.length === 1 && others.length === 0 ? only : undefined);
}

/** "The gauges are fine", "remove the pumps": those lines are given up, and what is left is read back; what is none of the claims changes nothing. */
export function takeOut(state: State, act: Act, raw: string): void {
  const waiting = state.pending.at(-1);
  const held = waiting ? heldTogether(state, waiting) : [];
  const out = act.slots.lines ?? [];
  const left = held.filter((request) => !out.includes(lineRead(request, held, state) ?? 0));
  if (left.length === held.length) {
    takeHesitation(state, act, raw);
    return;
  }
  state.pending = state.pending.filter((request) => !held.includes(request));
  if (left.length > 0) state.requests.push(...left);
  else state.requests.push(requestOf(act, { intent: '_cancelled' }));
}

/** "Yes, and 2 ball valves too": one more claim like the one that was read back; on a line of those that were, a correction. */
export function takeMore(state: State, act: Act, raw: string): void {
  const waiting = state.pending.at(-1);
  const held = waiting ? heldTogether(state, waiting) : [];
  const line = waiting && lineOf({ ...waiting, slots: act.slots }, state);
  const isNew = line !== undefined && held.every((request) => lineRead(request, held, state) !== line);
  if (!waiting || !isNew) {
    takeCorrection(state, { ...act, intent: 'correct' }, raw);
    return;
  }
  const { quantity, claimed = quantity, all } = act.slots;
  const { invoices, reason } = waiting.slots;
  // One case holds only claims that name their lines.
  if (held.length === 1) {
    const own = lineRead(waiting, held, state);
    if (own !== undefined) waiting.slots.line ??= own;
  }
  state.requests.push({
    intent: waiting.intent,
    slots: {
      ...noSlots(),
      invoices,
      line,
      ...(reason ? { reason } : {}),
      ...(claimed === undefined ? {} : { claimed }),
      ...(all ? { all } : {}),
    },
    text: act.text,
    said: told(waiting.said ?? waiting.text, raw),
    score: act.score,
  });
}
