import { z } from 'zod';
import { decimalFromMinor } from '#domain/money.ts';
import type { ConversationFacts } from '#domain/record-writer.ts';
import { caseById, itemsOf } from '#storage/cases/cases.ts';
import type { Conversation } from '#storage/conversations/conversations.ts';
import { entriesAfter } from '#storage/conversations/log-entries.ts';
import { turnsOf } from '#storage/conversations/turns.ts';
import { accountById } from '#storage/parties/accounts.ts';
import { personById } from '#storage/parties/people.ts';
import { outcomeOfCase } from '../cases/case-outcome.ts';
import type { Service } from '../service.ts';

/** Everything a summary may draw on: entries, what the assistant looked up, and the case the chat led to. */
export async function conversationRecord(
  service: Service,
  conversation: Conversation,
): Promise<ConversationFacts> {
  const { db } = service;
  const person =
    conversation.personId === undefined ? undefined : await personById(db, conversation.personId);
  const account =
    conversation.accountId === undefined ? undefined : await accountById(db, conversation.accountId);
  const entries = await entriesAfter(db, conversation.id, conversation.contextFrom);
  const turns = await turnsOf(db, conversation.id, conversation.contextFrom);
  const dispute = await disputeOf(service, conversation);
  return {
    ...(person
      ? {
          customer: {
            personId: person.id,
            name: person.name,
            ...(account ? { accountName: account.name } : {}),
          },
        }
      : {}),
    timeZone: service.policy.calendar.timeZone,
    language: conversation.language,
    entries,
    lookups: turns.flatMap(({ answers, messages }) => {
      const told = entries.find(({ body }) => body.kind === 'message' && body.answers === answers)?.seq;
      const place = told === undefined ? {} : { entry: told };
      return (messages ?? []).flatMap(lookupsIn).map((lookup) => ({ ...lookup, ...place }));
    }),
    ...(dispute ? { dispute } : {}),
  };
}

async function disputeOf(
  service: Service,
  conversation: Conversation,
): Promise<ConversationFacts['dispute']> {
  const { db } = service;
  const found = conversation.caseId === undefined ? undefined : await caseById(db, conversation.caseId);
  if (!found || found.invoiceNumber === undefined || found.currency === undefined) return undefined;
  const items = await itemsOf(db, [found.id]);
  const outcome = await outcomeOfCase(service, found);
  return {
    caseNumber: found.number,
    invoiceNumber: found.invoiceNumber,
    state: found.state,
    disputed: decimalFromMinor(found.disputedMinor ?? 0, found.currency),
    currency: found.currency,
    ...(found.firstReplyDueAt === undefined ? {} : { replyBy: found.firstReplyDueAt }),
    ...(outcome ? { outcome } : {}),
    items: items.map(({ line, description, invoicedQuantity, claimedQuantity, disputedQuantity }) => ({
      line,
      description,
      invoicedQuantity,
      disputedQuantity,
      ...(claimedQuantity === undefined ? {} : { claimedQuantity }),
    })),
  };
}

const ToolMessage = z.object({
  role: z.literal('tool'),
  content: z.array(
    z.object({
      type: z.literal('tool-result'),
      toolName: z.string(),
      output: z.object({ type: z.literal('json'), value: z.unknown() }),
    }),
  ),
});
const Found = z.object({ ok: z.literal(true), result: z.unknown() });

/** The tool results of a model's message that are no refusals. */
function lookupsIn(message: unknown): { tool: string; result: unknown }[] {
  const parsed = ToolMessage.safeParse(message);
  if (!parsed.success) return [];
  return parsed.data.content.flatMap(({ toolName, output }) => {
    const found = Found.safeParse(output.value);
    return found.success ? [{ tool: toolName, result: found.data.result }] : [];
  });
}
