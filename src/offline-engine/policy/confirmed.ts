import { belowZero } from '../meaning/answer.ts';
import { callKey } from '../memory/history.ts';
import { Asked } from '../memory/learn.ts';
import type { Confirmation, Request } from '../memory/state.ts';
import { confirmationWords } from '../speak/confirmation.ts';
import { type Plan, type Planner, resultOf, type Turn, use, type WantedCall } from './plan.ts';
import { writeCalled } from './written.ts';

/**
 * Asks for a write: the first call records nothing and answers with what has to be read back.
 * The same call is made again only for a yes to exactly those words, so an unanswered one is read back from the history.
 */
export function* askFor(call: WantedCall, request: Request, turn: Turn, before = ''): Plan {
  const { state, say } = turn;
  const open = state.confirmations.get(callKey(call.tool, call.input));
  const lead = before ? `${before} ` : '';
  if (open) return { say: lead + confirmationWords(open.view, say), ask: 'confirmation' };
  const answer = yield* use(call.tool, call.input);
  const asked = resultOf(answer, Asked);
  if (asked) return { say: lead + confirmationWords(asked.confirmation, say), ask: 'confirmation' };
  return yield* writeCalled(call, answer, request, turn);
}

/** The yes was given: the same call again. */
export const planConfirm: Planner = function* (request, turn) {
  const confirmation = request.confirmation;
  if (!confirmation) return { say: turn.say('affirm') };
  const answer = yield* use(confirmation.tool, confirmation.input);
  const asked = resultOf(answer, Asked);
  if (asked) return readBack({ ...confirmation, view: asked.confirmation }, turn);
  return yield* writeCalled(confirmation, answer, request, turn);
};

/** A yes to other words than ours, or what is no plain yes ("maybe", "yes, but …"): nothing is sent, and the words are read back. */
export const planReadBack: Planner = ({ confirmation }, turn) => {
  if (!confirmation) return { say: turn.say('affirm') };
  const again = readBack(confirmation, turn);
  return turn.state.saysYes ? again : { ...again, say: `${whyNotYet(turn)} ${again.say}` };
};

/** Why nothing is sent: what was said is no plain yes, no quantity there can be, or nothing that can be understood. */
function whyNotYet({ say, state: { trace } }: Turn): string {
  const [said] = trace;
  const below = said && belowZero.exec(said.text)?.[1];
  if (below) return say('not.quantity', { said: `-${below}` });
  return say(said?.known === 0 ? 'not.understood' : 'not.yet');
}

const readBack = ({ view }: Confirmation, { say }: Turn) => ({
  say: confirmationWords(view, say),
  ask: 'confirmation' as const,
});
