import { Refusal } from '#domain/refusal.ts';
import { conversationById } from '#storage/conversations/conversations.ts';
import type { Service } from '../service.ts';
import { handOver, type Waiting } from './hand-over.ts';

/** Asks for a person in a conversation that the caller is known to take part in. */
export async function requestPerson(
  service: Service,
  conversationId: string,
  trigger: Parameters<typeof handOver>[2]['trigger'],
  reason?: string,
): Promise<Waiting> {
  const conversation = await conversationById(service.db, conversationId);
  if (!conversation)
    throw new Refusal('not-found', 'This conversation is not there any more. Start a new one.');
  return handOver(service, conversation, { trigger, ...(reason === undefined ? {} : { reason }) });
}
