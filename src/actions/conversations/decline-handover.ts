import type { Person } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Conversation } from '#storage/conversations/conversations.ts';
import { appendEntry, hasEntry } from '#storage/conversations/log-entries.ts';
import type { Service } from '../service.ts';

/** A rep leaves a waiting customer to the others: the offer is gone for them, until the customer asks again. */
export async function declineHandover(
  service: Service,
  conversation: Conversation,
  rep: Person,
): Promise<void> {
  if (conversation.state !== 'queued')
    throw new Refusal('moved-on', 'The customer is no longer waiting.', { state: conversation.state });
  await appendEntry(service.db, conversation.id, {
    id: declineId(conversation, rep),
    at: service.now(),
    author: 'system',
    audience: 'team',
    body: { kind: 'note', text: `${rep.name} declined.` },
  });
  service.announce({ conversation: conversation.id });
  service.announce({ queue: true });
}

export const hasDeclined = (service: Service, conversation: Conversation, rep: Person): Promise<boolean> =>
  hasEntry(service.db, conversation.id, declineId(conversation, rep));

const declineId = ({ queuedAt, createdAt }: Conversation, rep: Person) =>
  `declined:${rep.id}:${(queuedAt ?? createdAt).getTime()}`;
