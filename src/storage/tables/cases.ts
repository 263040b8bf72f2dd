import type { CaseState, CaseType, DisputeItemState, Priority, ResolutionCode } from '#domain/case.ts';
import type { DisputeReasonCode } from '#domain/dispute-reason.ts';
import type { Columns } from '../postgres/columns.ts';

/** Cases, the disputes in them, and what happened to them. */
export const caseTables = (c: Columns) => {
  const cases = c.table(
    'cases',
    {
      id: c.text('id').notNull().primaryKey(),
      number: c.text('number').notNull(),
      accountId: c.text('account_id').notNull(),
      caseType: c.text<CaseType>('case_type').notNull(),
      state: c.text<CaseState>('state').notNull(),
      version: c.int('version').notNull(),
      shortDescription: c.text('short_description').notNull(),
      invoiceNumber: c.text('invoice_number'),
      reasonCode: c.text<DisputeReasonCode>('reason_code'),
      currency: c.text('currency'),
      disputedMinor: c.money('disputed_minor'),
      approvedMinor: c.money('approved_minor'),
      priority: c.int('priority').$type<Priority>().notNull(),
      queue: c.text('queue').notNull(),
      queueRule: c.text('queue_rule').notNull(),
      assignedTo: c.text('assigned_to'),
      channel: c.text<'chat' | 'form' | 'mail' | 'import'>('channel').notNull(),
      conversationId: c.text('conversation_id'),
      openedBy: c.text('opened_by'),
      openedAt: c.instant('opened_at').notNull(),
      firstReplyDueAt: c.instant('first_reply_due_at'),
      firstReplyAt: c.instant('first_reply_at'),
      resolutionDueAt: c.instant('resolution_due_at'),
      /** Set while the clock stands still (awaiting information or approval). */
      pausedAt: c.instant('paused_at'),
      closedAt: c.instant('closed_at'),
      resolutionCode: c.text<ResolutionCode>('resolution_code'),
      resolutionNotes: c.text('resolution_notes'),
      policyVersion: c.text('policy_version').notNull(),
      /** The client's id of the request that opened it: a retry finds the same case. */
      requestId: c.text('request_id'),
    },
    (t) => [
      c.unique('cases_number').on(t.number),
      c.unique('cases_request').on(t.requestId),
      c.index('cases_account').on(t.accountId, t.openedAt),
      c.index('cases_state').on(t.state, t.queue),
      c.index('cases_invoice').on(t.invoiceNumber),
    ],
  );
  const disputeItems = c.table(
    'dispute_items',
    {
      caseId: c
        .text('case_id')
        .notNull()
        .references(() => cases.id),
      invoiceNumber: c.text('invoice_number').notNull(),
      /** 0 disputes the invoice as a whole. */
      line: c.int('line').notNull(),
      description: c.text('description').notNull(),
      state: c.text<DisputeItemState>('state').notNull(),
      reasonCode: c.text<DisputeReasonCode>('reason_code').notNull(),
      unitCode: c.text('unit_code').notNull(),
      invoicedQuantity: c.text('invoiced_quantity').notNull(),
      claimedQuantity: c.text('claimed_quantity'),
      disputedQuantity: c.text('disputed_quantity').notNull(),
      expectedUnitPrice: c.text('expected_unit_price'),
      approvedQuantity: c.text('approved_quantity'),
      /** Tax included. */
      disputedMinor: c.money('disputed_minor').notNull(),
      approvedMinor: c.money('approved_minor'),
      /** invoice#line while the item is open: two open disputes of one line cannot exist. */
      openKey: c.text('open_key'),
    },
    (t) => [
      c.primaryKey({ columns: [t.caseId, t.line] }),
      c.unique('dispute_items_open').on(t.openKey),
      c.index('dispute_items_invoice').on(t.invoiceNumber),
    ],
  );
  const caseEvents = c.table(
    'case_events',
    {
      id: c.text('id').notNull().primaryKey(),
      caseId: c
        .text('case_id')
        .notNull()
        .references(() => cases.id),
      /** Place in the case's timeline, from 1. */
      seq: c.int('seq').notNull(),
      at: c.instant('at').notNull(),
      kind: c
        .text<
          | 'opened'
          | 'comment'
          | 'work_note'
          | 'moved'
          | 'assigned'
          | 'checked'
          | 'proposed'
          | 'approved'
          | 'taken_back'
          | 'resolved'
          | 'mailed'
        >('kind')
        .notNull(),
      audience: c.text<'everyone' | 'team'>('audience').notNull(),
      byName: c.text('by_name').notNull(),
      byPerson: c.text('by_person'),
      text: c.text('text').notNull(),
      data: c.json<Record<string, unknown>>('data').notNull(),
    },
    (t) => [c.unique('case_events_place').on(t.caseId, t.seq)],
  );
  const caseVectors = c.table(
    'case_vectors',
    {
      caseId: c
        .text('case_id')
        .notNull()
        .primaryKey()
        .references(() => cases.id),
      accountId: c.text('account_id').notNull(),
      /** What was embedded, personal data removed. */
      text: c.text('text').notNull(),
      embedder: c.text('embedder').notNull(),
      embedding: c.embedding('embedding').notNull(),
    },
    (t) => [
      c.index('case_vectors_account').on(t.accountId),
      ...c.nearestIndex('case_vectors_nearest', t.embedding),
    ],
  );
  const policyPassages = c.table(
    'policy_passages',
    {
      id: c.text('id').notNull().primaryKey(),
      document: c.text('document').notNull(),
      title: c.text('title').notNull(),
      section: c.text('section').notNull(),
      version: c.text('version').notNull(),
      text: c.text('text').notNull(),
      embedder: c.text('embedder').notNull(),
      embedding: c.embedding('embedding').notNull(),
    },
    (t) => [...c.nearestIndex('policy_passages_nearest', t.embedding)],
  );
  return { cases, disputeItems, caseEvents, caseVectors, policyPassages };
};
