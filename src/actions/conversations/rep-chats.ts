import { decimalFromMinor } from '#domain/money.ts';
import type { Person } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import type { LogEntry } from '#domain/views/log-entry.ts';
import type { Offer } from '#domain/views/offer-view.ts';
import { caseById, changeCase } from '#storage/cases/cases.ts';
import {
  type Conversation,
  conversationById,
  conversationsIn,
} from '#storage/conversations/conversations.ts';
import { appendEntry } from '#storage/conversations/log-entries.ts';
import { accountById } from '#storage/parties/accounts.ts';
import { personById } from '#storage/parties/people.ts';
import { moodOfConversation } from '../cases/case-priority.ts';
import type { Service } from '../service.ts';
import { hasDeclined } from './decline-handover.ts';
import { postMessage } from './post-message.ts';

/** Customers who wait for a person, longest first, without those the rep left to the others. */
export async function waitingOffers(service: Service, rep: Person): Promise<Offer[]> {
  const waiting = await conversationsIn(service.db, ['queued']);
  const declined = await Promise.all(waiting.map((conversation) => hasDeclined(service, conversation, rep)));
  return Promise.all(
    waiting.filter((_, at) => !declined[at]).map((conversation) => offerOf(service, conversation)),
  );
}

async function offerOf(service: Service, conversation: Conversation): Promise<Offer> {
  const { db, records, policy } = service;
  const person =
    conversation.personId === undefined ? undefined : await personById(db, conversation.personId);
  const account =
    conversation.accountId === undefined ? undefined : await accountById(db, conversation.accountId);
  const related = conversation.caseId === undefined ? undefined : await caseById(db, conversation.caseId);
  return {
    conversationId: conversation.id,
    account: account?.name ?? 'Visitor',
    customer: person?.name ?? 'Not signed in',
    verified: person !== undefined,
    ...(related?.invoiceNumber === undefined ? {} : { invoiceNumber: related.invoiceNumber }),
    ...(related ? { caseNumber: related.number } : {}),
    reason: conversation.handoverReason ?? 'asked',
    shortDescription:
      related?.shortDescription ?? records.shortDescriptionOf({ items: [] }, policy.teamLanguage),
    mood: await moodOfConversation(service, conversation),
    waitingSince: (conversation.queuedAt ?? conversation.createdAt).toISOString(),
    ...(related?.currency !== undefined && related.disputedMinor !== undefined
      ? { amount: decimalFromMinor(related.disputedMinor, related.currency), currency: related.currency }
      : {}),
  };
}

/** A conversation of a customer, for staff; a rep's own assist chats are not among them. */
export async function customerChat({ db }: Pick<Service, 'db'>, id: string): Promise<Conversation> {
  const conversation = await conversationById(db, id);
  if (conversation?.side !== 'customer')
    throw new Refusal('not-found', 'There is no such conversation with a customer.');
  return conversation;
}

/** A conversation a rep may follow: their own with dispute assist, or a customer's. */
export async function repConversation(
  { db }: Pick<Service, 'db'>,
  id: string,
  rep: Person,
): Promise<Conversation> {
  const conversation = await conversationById(db, id);
  if (conversation?.side === 'customer' || conversation?.personId === rep.id) return conversation;
  throw new Refusal('not-found', 'There is no such conversation with a customer.');
}

/** What a rep writes to the customer, only in a chat they accepted; the first one stops the clock of the first reply. */
export async function writeToCustomer(
  service: Service,
  conversation: Conversation,
  rep: Person,
  message: { id: string; text: string },
): Promise<LogEntry> {
  if (conversation.state !== 'human' || conversation.repId !== rep.id) {
    throw new Refusal('not-allowed', 'You can write here once you have accepted this chat.', {
      state: conversation.state,
    });
  }
  const { entry } = await postMessage(service, conversation, {
    ...message,
    author: 'rep',
    authorName: rep.name,
  });
  const related =
    conversation.caseId === undefined ? undefined : await caseById(service.db, conversation.caseId);
  if (related && related.firstReplyAt === undefined && related.state !== 'closed') {
    await changeCase(service.db, related, { firstReplyAt: service.now() });
  }
  return entry;
}

/** A note in the chat that only the team sees. */
export async function noteInChat(
  service: Service,
  conversation: Conversation,
  rep: Person,
  note: { id: string; text: string },
): Promise<LogEntry> {
  const text = note.text.trim();
  if (text === '')
    throw new Refusal('invalid', 'The note is empty. Write something first.', { field: 'text' });
  const { entry } = await appendEntry(service.db, conversation.id, {
    id: note.id,
    at: service.now(),
    author: 'rep',
    authorName: rep.name,
    audience: 'team',
    body: { kind: 'note', text: text.slice(0, 8000) },
  });
  service.announce({ conversation: conversation.id });
  return entry;
}
