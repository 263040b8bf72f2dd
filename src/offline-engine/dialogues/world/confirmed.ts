import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import { canonical } from '../../memory/history.ts';
import { readsAsYes } from '../../reading.ts';
import { readsBack } from '../../speak/read-back.ts';
import { fine } from './numbers.ts';
import type { WorldState } from './state.ts';

/** As the service does it: first answers what has to be read back; writes when the message right after that was read says yes. */
export function confirmed<R>(
  state: WorldState,
  tool: ConfirmationView['tool'],
  input: unknown,
  facts: ConfirmationView['facts'],
  write: () => R,
) {
  const { asked, message, writes } = state;
  const key = `${tool} ${canonical(input)}`;
  if (asked?.key === key) {
    const isReadBack = asked.turn === message.turn - 1 || readsBack(message.after, asked.view);
    if (readsAsYes(message.text) && isReadBack) {
      delete state.asked;
      writes.push({ tool, input, after: message.text });
      return fine(write());
    }
  }
  const view: ConfirmationView = { id: `c-${message.turn}`, tool, facts };
  state.asked = { key, turn: message.turn, view };
  return fine({ needsConfirmation: true as const, confirmation: view });
}
