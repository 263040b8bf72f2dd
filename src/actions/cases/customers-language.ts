import type { CaseRecord } from '#storage/cases/cases.ts';
import { conversationById } from '#storage/conversations/conversations.ts';
import { accountById } from '#storage/parties/accounts.ts';
import { personById } from '#storage/parties/people.ts';
import type { Service } from '../service.ts';

/** The language a customer reads about a case in: the chat's it came from, else that of whoever opened it, else the account's. */
export async function customersLanguage(
  { db, policy }: Pick<Service, 'db' | 'policy'>,
  { conversationId, openedBy, accountId }: CaseRecord,
): Promise<string> {
  const conversation = conversationId === undefined ? undefined : await conversationById(db, conversationId);
  if (conversation) return conversation.language;
  const opener = openedBy === undefined ? undefined : await personById(db, openedBy);
  return opener?.language ?? (await accountById(db, accountId))?.language ?? policy.teamLanguage;
}
