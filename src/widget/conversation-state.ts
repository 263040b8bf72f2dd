import type { LogEntry } from '#domain/views/log-entry.ts';
import type { ConversationState } from '#ui/wire.ts';
import type { UnsentMessage } from './unsent.ts';

export interface Handover {
  state: ConversationState;
  repName?: string;
}

/** Who is answering now, as the last change of hands in the log has it. */
export function handoverOf(entries: readonly LogEntry[]): Handover {
  const last = entries.findLast(({ body }) => body.kind === 'handover');
  if (last?.body.kind !== 'handover') return { state: 'bot' };
  const repName = last.body.repName ?? (last.author === 'rep' ? last.authorName : undefined);
  return { state: last.body.state, ...(repName === undefined ? {} : { repName }) };
}

/** Whether an answer is owed: something was sent and nothing in the log answers it yet. */
export function isWorking(
  entries: readonly LogEntry[],
  unsent: readonly UnsentMessage[],
  stoppedAt: number,
): boolean {
  if (unsent.some(({ state }) => state === 'sending' || state === 'sent')) return true;
  const asked = entries.findLast(({ author, body }) => author === 'customer' && body.kind === 'message');
  if (!asked || asked.seq <= stoppedAt) return false;
  return !entries.some(
    ({ seq, author, body }) => seq > asked.seq && (author !== 'customer' || body.kind !== 'message'),
  );
}
