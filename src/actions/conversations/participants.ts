import type { Account, Person } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { caseById } from '#storage/cases/cases.ts';
import { type Conversation, conversationById } from '#storage/conversations/conversations.ts';
import { accountById } from '#storage/parties/accounts.ts';
import { personById } from '#storage/parties/people.ts';
import type { Service } from '../service.ts';

/** Who takes part in a conversation and what it is about, as stored when it began. */
export async function participantsOf(
  { db }: Pick<Service, 'db'>,
  conversationId: string,
): Promise<{ conversation: Conversation; person?: Person; account?: Account; caseNumber?: string }> {
  const conversation = await conversationById(db, conversationId);
  if (!conversation)
    throw new Refusal('not-found', 'This conversation is not there any more. Start a new one.');
  const person =
    conversation.personId === undefined ? undefined : await personById(db, conversation.personId);
  const account =
    conversation.accountId === undefined ? undefined : await accountById(db, conversation.accountId);
  const related = conversation.caseId === undefined ? undefined : await caseById(db, conversation.caseId);
  return {
    conversation,
    ...(person ? { person } : {}),
    ...(account ? { account } : {}),
    ...(related ? { caseNumber: related.number } : {}),
  };
}
