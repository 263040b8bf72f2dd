import { createHash } from 'node:crypto';
import { Refusal } from '#domain/refusal.ts';
import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import {
  askConfirmation,
  askedConfirmation,
  type Confirmation,
  confirmationById,
  withdrawConfirmations,
} from '#storage/conversations/confirmations.ts';
import type { Service } from '../service.ts';

/** The turn a write is asked for in: which message it answers, which one came before it, and whether the answered one says yes. */
export type TurnContext = {
  readonly conversationId: string;
  readonly answers: number;
  readonly previousMessage?: number;
  readonly saysYes: boolean;
  /** Whether the last thing said to the customer reads this confirmation back, word for word. */
  readonly readsBack?: (view: ConfirmationView) => boolean;
};

/**
 * May this write happen now? Only if exactly this input was read back to the customer in the turn before, by its card or again in
 * its words, and the message since then says yes. Otherwise it is read back now, and whatever was asked before no longer counts.
 */
export async function confirmedBefore(
  service: Service,
  turn: TurnContext,
  write: { tool: ConfirmationView['tool']; input: Record<string, unknown>; facts: ConfirmationView['facts'] },
): Promise<{ confirmed: Confirmation } | { ask: ConfirmationView }> {
  const inputHash = hashOf(write.tool, write.input);
  const asked = await askedConfirmation(service.db, turn.conversationId);
  if (asked?.inputHash === inputHash) {
    const isReadBack = asked.askedAfter === turn.previousMessage || turn.readsBack?.(asked.view) === true;
    if (turn.saysYes && isReadBack) return { confirmed: asked };
    if (asked.askedAfter === turn.answers) return { ask: asked.view };
  }
  const view: ConfirmationView = { id: service.newId(), tool: write.tool, facts: write.facts };
  await askConfirmation(service.db, {
    id: view.id,
    conversationId: turn.conversationId,
    askedAfter: turn.answers,
    tool: write.tool,
    inputHash,
    input: write.input,
    view,
    state: 'asked',
  });
  return { ask: view };
}

/** The confirmation a button speaks of; refuses one that is not of this conversation or was withdrawn. */
export async function confirmationOf(
  service: Service,
  conversationId: string,
  id: string,
): Promise<Confirmation> {
  const found = await confirmationById(service.db, conversationId, id);
  if (!found) throw new Refusal('not-found', 'There is nothing to confirm here any more.');
  if (found.state === 'withdrawn') {
    throw new Refusal(
      'not-confirmed',
      'This was changed or dropped meanwhile. Please check the newest version.',
    );
  }
  return found;
}

export const withdraw = (service: Service, conversationId: string): Promise<void> =>
  withdrawConfirmations(service.db, conversationId);

/** Equal for inputs that mean the same, whatever the order of their keys. */
function hashOf(tool: string, input: Record<string, unknown>): string {
  const canonical = JSON.stringify([tool, input], (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(canonical).digest('hex');
}
