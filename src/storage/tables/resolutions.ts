import type { ProposalView } from '#domain/views/validation-view.ts';
import type { Columns } from '../postgres/columns.ts';

/** Proposals, what came of them, and everything that still has to leave the house. */
export const resolutionTables = (c: Columns) => {
  const proposals = c.table(
    'proposals',
    {
      id: c.text('id').notNull().primaryKey(),
      caseId: c.text('case_id').notNull(),
      kind: c.text<ProposalView['kind']>('kind').notNull(),
      state: c.text<ProposalView['state']>('state').notNull(),
      version: c.int('version').notNull(),
      /** What was asked for: lines and quantities, never amounts. */
      lines: c.json<{ line: number; quantity: string }[]>('lines').notNull(),
      reason: c.text('reason'),
      /** The figures as they were shown; recomputed and compared at every step. */
      preview: c.json<ProposalView>('preview').notNull(),
      previewToken: c.text('preview_token').notNull(),
      proposedBy: c.text('proposed_by').notNull(),
      approvedBy: c.text('approved_by'),
      approvedAt: c.instant('approved_at'),
      holdUntil: c.instant('hold_until'),
      note: c.text('note'),
      /** The case while approved, held or done: one case, one resolution. */
      liveKey: c.text('live_key'),
      createdAt: c.instant('created_at').notNull(),
      outcomeNumber: c.text('outcome_number'),
      outcomeAt: c.instant('outcome_at'),
    },
    (t) => [
      c.unique('proposals_live').on(t.liveKey),
      c.index('proposals_case').on(t.caseId),
      c.index('proposals_state').on(t.state),
    ],
  );
  const replacementOrders = c.table(
    'replacement_orders',
    {
      number: c.text('number').notNull().primaryKey(),
      proposalId: c.text('proposal_id').notNull(),
      caseId: c.text('case_id').notNull(),
      accountId: c.text('account_id').notNull(),
      invoiceNumber: c.text('invoice_number').notNull(),
      issueDate: c.day('issue_date').notNull(),
      promiseDate: c.day('promise_date').notNull(),
      lines: c
        .json<{ line: number; itemId: string; description: string; quantity: string; unitCode: string }[]>(
          'lines',
        )
        .notNull(),
    },
    (t) => [
      c.unique('replacement_orders_proposal').on(t.proposalId),
      c.index('replacement_orders_invoice').on(t.invoiceNumber),
    ],
  );
  /** Numbers without gaps: drawn in the transaction that uses them. */
  const sequences = c.table('sequences', {
    name: c.text('name').notNull().primaryKey(),
    next: c.int('next').notNull(),
  });
  const outbox = c.table(
    'outbox',
    {
      /** What the effect is about: the same effect cannot be asked for twice. */
      key: c.text('key').notNull().primaryKey(),
      topic: c.text('topic').notNull(),
      payload: c.json<Record<string, unknown>>('payload').notNull(),
      dueAt: c.instant('due_at').notNull(),
      attempts: c.int('attempts').notNull(),
      lastError: c.text('last_error'),
      doneAt: c.instant('done_at'),
    },
    (t) => [c.index('outbox_due').on(t.doneAt, t.dueAt)],
  );
  const mails = c.table(
    'mails',
    {
      /** The outbox key; also the Message-ID. */
      key: c.text('key').notNull().primaryKey(),
      recipient: c.text('recipient').notNull(),
      subject: c.text('subject').notNull(),
      text: c.text('text').notNull(),
      caseNumber: c.text('case_number'),
      link: c.text('link'),
      sentAt: c.instant('sent_at').notNull(),
    },
    (t) => [c.index('mails_sent').on(t.sentAt)],
  );
  const audit = c.table('audit', {
    seq: c.int('seq').notNull().primaryKey(),
    at: c.instant('at').notNull(),
    actor: c.text('actor').notNull(),
    action: c.text('action').notNull(),
    subject: c.text('subject').notNull(),
    data: c.json<Record<string, unknown>>('data').notNull(),
    previousHash: c.text('previous_hash').notNull(),
    hash: c.text('hash').notNull(),
  });
  return { proposals, replacementOrders, sequences, outbox, mails, audit };
};
