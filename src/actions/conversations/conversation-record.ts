import { z } from 'zod';
import type { ConversationFacts } from '#domain/handover-summary.ts';
import { amountInWords } from '#domain/in-words.ts';
import { decimalFromMinor } from '#domain/money.ts';
import { caseById, itemsOf } from '#storage/cases/cases.ts';
import type { Conversation } from '#storage/conversations/conversations.ts';
import { entriesAfter } from '#storage/conversations/log-entries.ts';
import { turnsOf } from '#storage/conversations/turns.ts';
import { accountById } from '#storage/parties/accounts.ts';
import { personById } from '#storage/parties/people.ts';
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
    entries,
    lookups: turns.flatMap((turn) => (turn.messages ?? []).flatMap(lookupsIn)),
    ...(dispute ? { dispute } : {}),
  };
}

async function disputeOf({ db }: Service, conversation: Conversation): Promise<ConversationFacts['dispute']> {
  const found = conversation.caseId === undefined ? undefined : await caseById(db, conversation.caseId);
  if (!found || found.invoiceNumber === undefined || found.currency === undefined) return undefined;
  const items = await itemsOf(db, [found.id]);
  return {
    caseNumber: found.number,
    invoiceNumber: found.invoiceNumber,
    disputed: decimalFromMinor(found.disputedMinor ?? 0, found.currency),
    currency: found.currency,
    ...(found.firstReplyDueAt === undefined ? {} : { replyBy: found.firstReplyDueAt }),
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
const Found = z.object({ ok: z.literal(true), result: z.record(z.string(), z.unknown()) });
const InvoiceFound = z.object({ number: z.string(), total: z.string(), currency: z.string() });
const LineFound = z.object({
  invoiceNumber: z.string(),
  arithmetic: z.string(),
  line: z.object({ line: z.number(), description: z.string() }),
});

function lookupsIn(message: unknown): ConversationFacts['lookups'][number][] {
  const parsed = ToolMessage.safeParse(message);
  if (!parsed.success) return [];
  return parsed.data.content.flatMap(({ toolName, output }) => {
    const found = Found.safeParse(output.value);
    if (!found.success) return [];
    const invoice = InvoiceFound.safeParse(found.data.result.invoice ?? found.data.result);
    if (invoice.success) {
      const { number, total, currency } = invoice.data;
      const finding = `Looked up ${number}: ${amountInWords(total, currency)} in total.`;
      return [{ tool: toolName, recordId: number, finding }];
    }
    const explained = LineFound.safeParse(found.data.result);
    if (!explained.success) return [];
    const { invoiceNumber, arithmetic, line } = explained.data;
    return [
      {
        tool: toolName,
        recordId: invoiceNumber,
        finding: `Explained line ${line.line} (${line.description}) of ${invoiceNumber}: ${arithmetic}.`,
      },
    ];
  });
}
