import { moveCase, moveItem } from '#domain/case-states.ts';
import { decimalFromMinor } from '#domain/money.ts';
import type { Person } from '#domain/person.ts';
import { resolutionCodeOf, resolutionNotes, workNotes } from '#domain/resolution-notes.ts';
import { taxTotal } from '#domain/tax.ts';
import type { DocumentLinks } from '#domain/views/account-view.ts';
import { addEvent } from '#storage/cases/case-events.ts';
import { type CaseRecord, changeCase, changeItem, itemsOf } from '#storage/cases/cases.ts';
import type { Proposal } from '#storage/cases/proposals.ts';
import { conversationById } from '#storage/conversations/conversations.ts';
import { appendEntry } from '#storage/conversations/log-entries.ts';
import type { Service } from '../service.ts';
import { resolvedWith } from './preview.ts';
import { wantedOf } from './stored-proposal.ts';
import type { WorkedOut } from './work-out.ts';

/** Who proposed and who approved. */
export type People = { readonly proposer: Person; readonly approver: Person };

/** Closes the case with its code, notes and work notes, and each disputed line with what it got. */
export async function closeCase(
  service: Service,
  record: CaseRecord,
  proposal: Proposal,
  worked: WorkedOut,
  number: string,
  people: People,
): Promise<void> {
  const { db } = service;
  const now = service.now();
  const accepted = proposal.kind !== 'denial';
  const items = await itemsOf(db, [record.id]);
  for (const item of items) {
    const given = worked.lines.find((line) => line.line === item.line);
    const state = accepted && (given || item.line === 0) ? 'resolved_accepted' : 'resolved_denied';
    const credited = worked.credit?.lines.filter((line) => line.invoiceLine === item.line) ?? [];
    const net = credited.reduce((sum, line) => sum + line.netMinor, 0);
    if (item.state === 'new') moveItem('new', 'work_in_progress');
    moveItem('work_in_progress', state);
    await changeItem(db, item, {
      state,
      openKey: null,
      approvedQuantity: given?.quantity ?? (accepted && item.line === 0 ? '1' : '0'),
      approvedMinor:
        item.line === 0
          ? (worked.credit?.totalMinor ?? 0)
          : net + taxTotal(credited, worked.invoice.currency).taxMinor,
    });
  }
  const wanted = wantedOf(proposal);
  const notes = resolutionNotes(resolvedWith(wanted, worked, number));
  moveCase(record.state === 'new' ? 'work_in_progress' : record.state, 'closed', {
    items: ['resolved_accepted'],
  });
  const closed = await changeCase(db, record, {
    state: 'closed',
    closedAt: now,
    resolutionCode: resolutionCodeOf(proposal.kind),
    resolutionNotes: notes,
    approvedMinor: worked.credit?.totalMinor ?? 0,
  });
  if (!closed) throw new Error(`Case ${record.number} changed while it was being closed`);
  const event = {
    caseId: record.id,
    at: now,
    byName: people.approver.name,
    byPerson: people.approver.id,
    data: { proposal: proposal.id, number },
  };
  await addEvent(db, {
    ...event,
    id: `resolved:${proposal.id}`,
    kind: 'resolved',
    audience: 'everyone',
    text: notes,
  });
  await addEvent(db, {
    ...event,
    id: `work-notes:${proposal.id}`,
    kind: 'work_note',
    audience: 'team',
    text: workNotes(resolvedWith(wanted, worked, number), {
      verdict: worked.check.verdict,
      rule: worked.check.lines.map((line) => line.rule).join('; '),
      sources: [...new Set(worked.check.lines.flatMap((line) => line.sources.map((source) => source.id)))],
      proposedBy: people.proposer.name,
      approvedBy: people.approver.name,
      approvalWhy: proposal.preview.approval.why,
      policyVersion: service.policy.version,
    }),
  });
}

/** The customer sees the outcome in the chat at once, with the document. */
export async function tellConversation(
  service: Service,
  record: CaseRecord,
  proposal: Proposal,
  worked: WorkedOut,
  issued: { readonly number: string; readonly links?: Pick<DocumentLinks, 'pdfUrl' | 'xmlUrl'> },
): Promise<void> {
  const { number, links } = issued;
  const { db } = service;
  const conversation =
    record.conversationId === undefined ? undefined : await conversationById(db, record.conversationId);
  if (!conversation) return;
  const { credit, order } = worked;
  const decimal = (minor: number) => decimalFromMinor(minor, worked.invoice.currency);
  await appendEntry(db, conversation.id, {
    id: `resolution:${proposal.id}`,
    at: service.now(),
    author: 'system',
    audience: 'everyone',
    body: {
      kind: 'card',
      card: {
        kind: 'resolution',
        text: resolutionNotes(resolvedWith(wantedOf(proposal), worked, number)),
        caseNumber: record.number,
        resolutionCode: resolutionCodeOf(proposal.kind),
        ...(credit || order ? { number } : {}),
        ...(credit
          ? {
              net: decimal(credit.netMinor),
              tax: decimal(credit.taxMinor),
              total: decimal(credit.totalMinor),
              currency: credit.currency,
            }
          : {}),
        ...(order ? { promiseDate: order.promiseDate } : {}),
        ...(links ? { pdfUrl: links.pdfUrl, xmlUrl: links.xmlUrl } : {}),
      },
    },
  });
}
