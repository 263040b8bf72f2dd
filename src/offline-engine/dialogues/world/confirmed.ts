import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import { canonical } from '../../memory/history.ts';
import { fine } from './numbers.ts';
import type { WorldState } from './state.ts';

/** First answers what has to be read back; writes on the same input in a later message. */
export function confirmed<R>(
  { asked, message, writes }: WorldState,
  tool: ConfirmationView['tool'],
  input: unknown,
  facts: ConfirmationView['facts'],
  write: () => R,
) {
  const key = `${tool} ${canonical(input)}`;
  const before = asked.get(key);
  asked.clear();
  if (before !== undefined && before < message.turn) {
    writes.push({ tool, input, after: message.text });
    return fine(write());
  }
  asked.set(key, message.turn);
  const view: ConfirmationView = { id: `c-${message.turn}`, tool, facts };
  return fine({ needsConfirmation: true as const, confirmation: view });
}
