import type { Person } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { isOpen, nextOpening } from '#domain/service-level.ts';
import type { ConversationSummary } from '#domain/views/conversation-summary.ts';
import { caseById } from '#storage/cases/cases.ts';
import { withdrawConfirmations } from '#storage/conversations/confirmations.ts';
import {
  type Conversation,
  changeConversation,
  conversationById,
  conversationsIn,
  moveConversation,
  recentWaits,
} from '#storage/conversations/conversations.ts';
import { appendEntry } from '#storage/conversations/log-entries.ts';
import { appendAudit } from '#storage/outbox/audit.ts';
import { personById } from '#storage/parties/people.ts';
import { availableSince } from '#storage/parties/presences.ts';
import { raisePriority } from '../cases/case-priority.ts';
import { takeCase } from '../cases/rep-cases.ts';
import type { Service } from '../service.ts';
import { conversationRecord } from './conversation-record.ts';

export type Waiting = { state: 'queued' | 'human'; position?: number; waitMinutes?: number; backAt?: string };

/**
 * Hands the conversation to a person: from here on the assistant cannot post. The summary is written in the same step, so it is
 * there before anyone accepts. Asking twice is asking once.
 */
export async function handOver(
  service: Service,
  conversation: Conversation,
  { reason, trigger }: { reason?: string; trigger: 'asked' | 'button' | 'misunderstood' | 'tool_failures' },
): Promise<Waiting> {
  const { db } = service;
  const now = service.now();
  const record = await conversationRecord(service, conversation);
  const { records, policy } = service;
  const summary = records.summaryOf(record, policy.teamLanguage);
  const theirs = forCustomer(records.summaryOf(record, conversation.language));
  await db.write(async () => {
    const moved = await moveConversation(db, conversation.id, ['bot', 'ended'], {
      state: 'queued',
      queuedAt: now,
      handoverReason: reason ?? trigger,
      summary,
    });
    if (!moved) return;
    await withdrawConfirmations(db, conversation.id);
    const waiting = await waitingOf(service, conversation.id);
    await appendEntry(db, conversation.id, {
      id: service.newId(),
      at: now,
      author: 'system',
      audience: 'everyone',
      body: { kind: 'handover', ...waiting, ...(reason === undefined ? {} : { reason }), summary: theirs },
    });
    await appendEntry(db, conversation.id, {
      id: service.newId(),
      at: now,
      author: 'system',
      audience: 'team',
      body: { kind: 'summary', summary },
    });
    const related = conversation.caseId === undefined ? undefined : await caseById(db, conversation.caseId);
    if (related) await raisePriority(service, related);
    await appendAudit(db, service.secret, {
      at: now,
      actor: conversation.personId ?? 'visitor',
      action: 'conversation.handed-over',
      subject: conversation.id,
      data: { trigger },
    });
  });
  service.announce({ conversation: conversation.id });
  service.announce({ queue: true });
  return waitingOf(service, conversation.id);
}

const customersTopics: readonly string[] = ['who', 'claim', 'checked', 'promised', 'wants'];

/** What the customer reads of a summary, to put it right: no impressions, no plans. */
const forCustomer = (summary: ConversationSummary): ConversationSummary => ({
  ...summary,
  sentences: summary.sentences.filter(({ topic }) => customersTopics.includes(topic)),
});

/** Who said they are available is here for a working day, unless they say otherwise. */
const longestPresenceMs = 8 * 3_600_000;

/** Where a conversation stands in line. The wait is the median of the latest ones; without any, nothing is said. */
export async function waitingOf(service: Service, conversationId: string): Promise<Waiting> {
  const { db, policy } = service;
  const conversation = await conversationById(db, conversationId);
  if (conversation?.state === 'human') return { state: 'human' };
  const queue = await conversationsIn(db, ['queued']);
  const at = queue.findIndex((one) => one.id === conversationId);
  const position = at === -1 ? queue.length + 1 : at + 1;
  const now = service.now();
  const someoneIsHere = (await availableSince(db, new Date(now.getTime() - longestPresenceMs))) > 0;
  if (!someoneIsHere && !isOpen(now, policy.calendar))
    return { state: 'queued', position, backAt: nextOpening(now, policy.calendar).toISOString() };
  const waits = (await recentWaits(db, 20)).sort((a, b) => a - b);
  const median = waits[Math.floor(waits.length / 2)];
  return {
    state: 'queued',
    position,
    ...(median === undefined ? {} : { waitMinutes: Math.max(1, Math.round(median / 60_000)) }),
  };
}

/** The customer goes back to the assistant while nobody has accepted yet. */
export async function leaveQueue(service: Service, conversation: Conversation): Promise<void> {
  const { db } = service;
  await db.write(async () => {
    const moved = await moveConversation(db, conversation.id, ['queued'], { state: 'bot', queuedAt: null });
    if (!moved) throw new Refusal('moved-on', 'Somebody from the team is already here.');
    await appendEntry(db, conversation.id, {
      id: service.newId(),
      at: service.now(),
      author: 'system',
      audience: 'everyone',
      body: { kind: 'handover', state: 'bot' },
    });
  });
  service.announce({ conversation: conversation.id });
  service.announce({ queue: true });
}

/** The first rep who accepts has the conversation; another is told who took it. */
export async function acceptHandover(
  service: Service,
  conversationId: string,
  rep: Person,
): Promise<{ caseNumber?: string }> {
  const { db } = service;
  const now = service.now();
  const won = await db.write(async () => {
    const moved = await moveConversation(db, conversationId, ['queued'], {
      state: 'human',
      repId: rep.id,
      acceptedAt: now,
    });
    if (!moved) return false;
    await appendEntry(db, conversationId, {
      id: service.newId(),
      at: now,
      author: 'system',
      audience: 'everyone',
      body: { kind: 'handover', state: 'human', repName: rep.name },
    });
    return true;
  });
  const conversation = await conversationById(db, conversationId);
  if (!conversation) throw new Refusal('not-found', 'This conversation is not there any more.');
  if (!won && conversation.repId !== rep.id) {
    const takenBy =
      conversation.repId === undefined ? undefined : (await personById(db, conversation.repId))?.name;
    throw new Refusal(
      'moved-on',
      takenBy === undefined ? 'The customer is no longer waiting.' : `${takenBy} took this.`,
      {
        ...(takenBy === undefined ? {} : { takenBy }),
      },
    );
  }
  service.announce({ conversation: conversationId });
  service.announce({ queue: true });
  const related = conversation.caseId === undefined ? undefined : await caseById(db, conversation.caseId);
  if (!related) return {};
  if (won && related.state !== 'closed') await takeCase(service, related, rep);
  return { caseNumber: related.number };
}

/** The rep leaves; what the customer writes next starts afresh with the assistant. */
export async function endChat(
  service: Service,
  conversation: Conversation,
  rep: { id: string; name: string },
): Promise<void> {
  const { db } = service;
  await db.write(async () => {
    const moved = await moveConversation(db, conversation.id, ['human'], { state: 'ended' });
    if (!moved) return;
    const { entry } = await appendEntry(db, conversation.id, {
      id: service.newId(),
      at: service.now(),
      author: 'system',
      audience: 'everyone',
      body: { kind: 'handover', state: 'ended', repName: rep.name },
    });
    await changeConversation(db, conversation.id, { contextFrom: entry.seq });
  });
  service.announce({ conversation: conversation.id });
  service.announce({ queue: true });
}
