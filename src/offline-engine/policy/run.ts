import { type Answer, callKey } from '../memory/history.ts';
import { confirmedTools } from './actions.ts';
import { isSaid, type Plan, type Said, type Turn, type WantedCall } from './plan.ts';

/** What a plan came to: words, calls to make first, or nothing (it would have to write). */
export type Outcome = Said | { readonly calls: readonly WantedCall[] } | undefined;

const mostCalls = 12;

/** Runs a plan with the answers this turn already has. With `readOnly` a plan that would ask for a write comes to nothing. */
export function run(plan: Plan | Said, turn: Turn, readOnly = false): Outcome {
  if (isSaid(plan)) return plan;
  let step = plan.next([]);
  while (!step.done) {
    const wanted = step.value;
    const answers = wanted.map((call) => answered(call, turn));
    const open = wanted.filter((_, index) => answers[index] === undefined);
    if (open.length > 0)
      return readOnly && open.some(({ tool }) => confirmedTools.has(tool)) ? undefined : { calls: open };
    step = plan.next(answers.filter((answer) => answer !== undefined));
  }
  return step.value;
}

function answered({ tool, input }: WantedCall, { state, tools }: Turn): Answer | undefined {
  const key = callKey(tool, input);
  const made = state.calls.find((call) => callKey(call.tool, call.input) === key);
  if (made) return made.answer ?? unavailable('unreachable', tool);
  if (!tools.has(tool)) return unavailable('unavailable', tool);
  return state.calls.length > mostCalls ? unavailable('unreachable', tool) : undefined;
}

const unavailable = (code: string, reason: string): Answer => ({ ok: false, code, reason, details: {} });
