import type { HandoffState } from '#domain/case.ts';
import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import type { ConversationSummary } from '#domain/views/conversation-summary.ts';
import type { LogEntry } from '#domain/views/log-entry.ts';
import type { Columns } from '../postgres/columns.ts';

/** The append-only log of each conversation, the turns that answered in it, and what waits for a yes. */
export const conversationTables = (c: Columns) => {
  const conversations = c.table(
    'conversations',
    {
      id: c.text('id').notNull().primaryKey(),
      side: c.text<'customer' | 'rep'>('side').notNull(),
      state: c.text<HandoffState>('state').notNull(),
      /** Whose it is: a person, or an anonymous visitor. */
      personId: c.text('person_id'),
      visitorId: c.text('visitor_id'),
      accountId: c.text('account_id'),
      language: c.text('language').notNull(),
      invoiceNumber: c.text('invoice_number'),
      caseId: c.text('case_id'),
      repId: c.text('rep_id'),
      lastSeq: c.int('last_seq').notNull(),
      /** The assistant answers only what came after this entry: a hand-back starts afresh. */
      contextFrom: c.int('context_from').notNull(),
      queuedAt: c.instant('queued_at'),
      acceptedAt: c.instant('accepted_at'),
      handoverReason: c.text('handover_reason'),
      summary: c.json<ConversationSummary>('summary'),
      createdAt: c.instant('created_at').notNull(),
      changedAt: c.instant('changed_at').notNull(),
    },
    (t) => [
      c.index('conversations_person').on(t.personId, t.createdAt),
      c.index('conversations_visitor').on(t.visitorId),
      c.index('conversations_state').on(t.state, t.queuedAt),
      c.index('conversations_case').on(t.caseId),
    ],
  );
  const logEntries = c.table(
    'log_entries',
    {
      conversationId: c
        .text('conversation_id')
        .notNull()
        .references(() => conversations.id),
      seq: c.int('seq').notNull(),
      /** Made by the client for its messages: a retry is the same entry. */
      id: c.text('id').notNull(),
      at: c.instant('at').notNull(),
      author: c.text<LogEntry['author']>('author').notNull(),
      authorName: c.text('author_name'),
      audience: c.text<LogEntry['audience']>('audience').notNull(),
      body: c.json<LogEntry['body']>('body').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.conversationId, t.seq] }),
      c.unique('log_entries_id').on(t.conversationId, t.id),
    ],
  );
  const turns = c.table(
    'turns',
    {
      conversationId: c
        .text('conversation_id')
        .notNull()
        .references(() => conversations.id),
      /** The customer's (or rep's) entry this turn answers. */
      answers: c.int('answers').notNull(),
      state: c.text<'running' | 'done' | 'dropped' | 'stopped'>('state').notNull(),
      startedAt: c.instant('started_at').notNull(),
      /** Who runs it, until when; another process may take it over afterwards. */
      runner: c.text('runner').notNull(),
      leaseUntil: c.instant('lease_until').notNull(),
      model: c.text('model'),
      promptVersion: c.text('prompt_version'),
      /** The AI SDK's response messages, tool calls and results included. */
      messages: c.json<unknown[]>('messages'),
      usage: c.json<Record<string, number>>('usage'),
    },
    (t) => [
      c.primaryKey({ columns: [t.conversationId, t.answers] }),
      c.index('turns_state').on(t.state, t.leaseUntil),
    ],
  );
  const confirmations = c.table(
    'confirmations',
    {
      id: c.text('id').notNull().primaryKey(),
      conversationId: c
        .text('conversation_id')
        .notNull()
        .references(() => conversations.id),
      /** The entry whose turn asked it. */
      askedAfter: c.int('asked_after').notNull(),
      tool: c.text<ConfirmationView['tool']>('tool').notNull(),
      inputHash: c.text('input_hash').notNull(),
      input: c.json<Record<string, unknown>>('input').notNull(),
      view: c.json<ConfirmationView>('view').notNull(),
      state: c.text<'asked' | 'done' | 'withdrawn'>('state').notNull(),
      /** What the write gave, for a repeated yes. */
      outcome: c.text('outcome'),
    },
    (t) => [c.index('confirmations_conversation').on(t.conversationId, t.state)],
  );
  return { conversations, logEntries, turns, confirmations };
};
