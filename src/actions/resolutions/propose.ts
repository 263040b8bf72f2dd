import { amountInWords } from '#domain/in-words.ts';
import type { Person } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import type { ProposalView } from '#domain/views/validation-view.ts';
import { addEvent } from '#storage/cases/case-events.ts';
import type { CaseRecord } from '#storage/cases/cases.ts';
import { addProposal, proposalById } from '#storage/cases/proposals.ts';
import { appendAudit } from '#storage/outbox/audit.ts';
import type { Service } from '../service.ts';
import { previewOf } from './preview.ts';
import { proposalView } from './proposal-view.ts';
import { tokenOf, type Wanted, workOut } from './work-out.ts';

/** Stores what would be done, with its figures, for a person to approve. The same id again is the same proposal. */
export async function propose(
  service: Service,
  record: CaseRecord,
  wanted: Wanted,
  by: { person: Person; actor: string; id: string },
): Promise<ProposalView> {
  const { db } = service;
  const known = await proposalById(db, by.id);
  if (known?.caseId === record.id) return proposalView(known);
  if (known)
    throw new Refusal('invalid', 'This id belongs to another proposal. Send a new one.', { field: 'id' });
  const worked = await workOut(service, record, wanted);
  const preview = await previewOf(service, record, wanted, worked, by.person);
  const previewToken = tokenOf(preview);
  const now = service.now();
  await db.write(async () => {
    await addProposal(db, {
      id: by.id,
      caseId: record.id,
      kind: wanted.kind,
      state: 'open',
      version: 1,
      lines: worked.lines.map(({ line, quantity }) => ({ line, quantity })),
      reason: wanted.reason ?? null,
      preview: { ...preview, id: by.id, version: 1, state: 'open', previewToken },
      previewToken,
      proposedBy: by.person.id,
      createdAt: now,
    });
    await addEvent(db, {
      id: service.newId(),
      caseId: record.id,
      at: now,
      kind: 'proposed',
      audience: 'team',
      byName: by.person.name,
      byPerson: by.person.id,
      text: `Proposed: ${wanted.kind.replaceAll('_', ' ')}${preview.total === '0.00' ? '' : ` of ${amountInWords(preview.total, preview.currency)}`}.`,
      data: { proposal: by.id },
    });
    await appendAudit(db, service.secret, {
      at: now,
      actor: by.actor,
      action: 'resolution.proposed',
      subject: record.number,
      data: {
        proposal: by.id,
        kind: wanted.kind,
        total: preview.total,
        currency: preview.currency,
        policy: service.policy.version,
      },
    });
  });
  service.announce({ queue: true });
  const stored = await proposalById(db, by.id);
  if (!stored) throw new Error('The proposal that was just stored is not there');
  return proposalView(stored);
}
