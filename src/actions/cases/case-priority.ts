import { z } from 'zod';
import { type Priority, priorityWords } from '#domain/case.ts';
import type { Account } from '#domain/person.ts';
import { priorityOf } from '#domain/priority.ts';
import type { MoodView } from '#domain/views/mood-view.ts';
import { invoiceByNumber } from '#storage/billing/invoices.ts';
import { addEvent, type eventsOf } from '#storage/cases/case-events.ts';
import { type CaseRecord, changeCase, listCases, openStates } from '#storage/cases/cases.ts';
import { type Conversation, conversationById } from '#storage/conversations/conversations.ts';
import { entriesAfter } from '#storage/conversations/log-entries.ts';
import { accountOf } from '../account/account-of.ts';
import { type Service, today } from '../service.ts';

type Urgency = { readonly priority: Priority; readonly reasons: readonly string[] };

/** How urgent a dispute is now: sum, due date, customer, how they sound, and whether they come back about the same invoice. */
export async function urgencyOf(
  service: Service,
  about: {
    readonly account: Account;
    readonly invoice: { readonly number: string; readonly dueDate: string; readonly currency: string };
    readonly totalMinor: number;
    readonly conversationId?: string;
    readonly caseId?: string;
  },
): Promise<Urgency> {
  const { account, invoice, totalMinor, conversationId, caseId } = about;
  const conversation =
    conversationId === undefined ? undefined : await conversationById(service.db, conversationId);
  const mood = conversation && (await moodOfConversation(service, conversation));
  const others = await listCases(service.db, { accountId: account.id });
  return priorityOf(
    {
      totalMinor,
      currency: invoice.currency,
      dueDate: invoice.dueDate,
      today: today(service),
      keyAccount: account.keyAccount,
      ...(mood ? { mood } : {}),
      comesBack: others.some(
        (other) =>
          other.id !== caseId &&
          other.invoiceNumber === invoice.number &&
          other.conversationId !== conversationId,
      ),
    },
    service.policy.priority,
  );
}

/** How the customer sounds since the assistant last started afresh. */
export async function moodOfConversation(
  { db, records }: Pick<Service, 'db' | 'records'>,
  { id, contextFrom, language }: Conversation,
): Promise<MoodView> {
  return records.moodOf(await entriesAfter(db, id, contextFrom), language);
}

/** Raises the priority of an open case when its customer sounds worse than when it was opened; it never falls, and clocks run on. */
export async function raisePriority(service: Service, record: CaseRecord): Promise<void> {
  const { db } = service;
  const invoice =
    record.invoiceNumber === undefined ? undefined : await invoiceByNumber(db, record.invoiceNumber);
  if (!invoice || !openStates.includes(record.state)) return;
  const { priority, reasons } = await urgencyOf(service, {
    account: await accountOf(service, record.accountId),
    invoice,
    totalMinor: record.disputedMinor ?? 0,
    caseId: record.id,
    ...(record.conversationId === undefined ? {} : { conversationId: record.conversationId }),
  });
  if (priority >= record.priority || !(await changeCase(db, record, { priority }))) return;
  await addEvent(db, {
    id: service.newId(),
    caseId: record.id,
    at: service.now(),
    kind: 'work_note',
    audience: 'team',
    byName: 'Redress',
    text: `Priority raised to ${priorityWords[priority]}: ${reasons.join(', ')}.`,
    data: { priorityReasons: reasons },
  });
}

const Reasons = z.object({ priorityReasons: z.array(z.string()) });

/** Why a case has its priority, as it was noted when it got it. */
export const priorityReasons = (events: Awaited<ReturnType<typeof eventsOf>>): string[] =>
  events.flatMap(({ data }) => Reasons.safeParse(data).data ?? []).at(-1)?.priorityReasons ?? [];
