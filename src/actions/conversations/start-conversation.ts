import type { Person } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import type { CaseRecord } from '#storage/cases/cases.ts';
import {
  type Conversation,
  changeConversation,
  conversationById,
  currentConversation,
  startConversation as start,
} from '#storage/conversations/conversations.ts';
import type { Service } from '../service.ts';

/** Who a conversation belongs to: a person, or a visitor who did not sign in. */
export type Owner =
  | { readonly personId: string; readonly accountId?: string }
  | { readonly visitorId: string };

/** Starts a conversation under an id the client made; the same id again is the same conversation, if it is the same owner's. */
export async function startConversation(
  service: Service,
  owner: Owner,
  wanted: { id: string; side: 'customer' | 'rep'; language: string; invoiceNumber?: string; caseId?: string },
): Promise<Conversation> {
  const now = service.now();
  const conversation = await start(service.db, {
    ...wanted,
    ...('personId' in owner
      ? { personId: owner.personId, accountId: owner.accountId ?? null }
      : { visitorId: owner.visitorId }),
    state: 'bot',
    lastSeq: 0,
    contextFrom: 0,
    createdAt: now,
    changedAt: now,
  });
  const own = mine(conversation, owner, wanted.side);
  const { invoiceNumber } = wanted;
  if (invoiceNumber === undefined || invoiceNumber === own.invoiceNumber) return own;
  await changeConversation(service.db, own.id, { invoiceNumber });
  return { ...own, invoiceNumber };
}

/** The owner's conversation; somebody else's is as if it were not there. */
export async function ownConversation(
  { db }: Pick<Service, 'db'>,
  owner: Owner,
  id: string,
  side: 'customer' | 'rep',
): Promise<Conversation> {
  return mine(await conversationById(db, id), owner, side);
}

function mine(conversation: Conversation | undefined, owner: Owner, side: 'customer' | 'rep'): Conversation {
  const same =
    conversation !== undefined &&
    conversation.side === side &&
    ('personId' in owner
      ? conversation.personId === owner.personId
      : conversation.visitorId === owner.visitorId);
  if (!same) throw new Refusal('not-found', 'There is no such conversation of yours. Start a new one.');
  return conversation;
}

/** A signed-in customer's newest conversation that has not ended. Visitors keep theirs by its id only. */
export const currentOf = async (
  { db }: Pick<Service, 'db'>,
  owner: Owner,
): Promise<Conversation | undefined> =>
  'personId' in owner ? currentConversation(db, { personId: owner.personId, side: 'customer' }) : undefined;

/** The rep's chat with dispute assist about a record: the one that is open already, or a new one. */
export async function assistChat(
  service: Service,
  rep: Person,
  id: string,
  record?: CaseRecord,
): Promise<Conversation> {
  const known =
    record && (await currentConversation(service.db, { personId: rep.id, side: 'rep', caseId: record.id }));
  if (known) return known;
  return startConversation(
    service,
    { personId: rep.id },
    { id, side: 'rep', language: rep.language, ...(record ? { caseId: record.id } : {}) },
  );
}
