import type { Person } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import type { ProposalView } from '#domain/views/validation-view.ts';
import { addEvent } from '#storage/cases/case-events.ts';
import { changeProposal } from '#storage/cases/proposals.ts';
import { appendAudit } from '#storage/outbox/audit.ts';
import { dropQueued } from '#storage/outbox/outbox.ts';
import type { Service } from '../service.ts';
import { proposalView } from './proposal-view.ts';
import { assertStillOpen, issueKey, loaded, stored } from './stored-proposal.ts';

/** Takes an approved proposal back while it is held; afterwards nothing will be issued. */
export async function takeBack(service: Service, proposalId: string, actor: Person): Promise<ProposalView> {
  const { db } = service;
  const { proposal, record } = await loaded(service, proposalId);
  if (proposal.state === 'taken_back') return proposalView(proposal);
  await db.write(async () => {
    const inTime =
      proposal.state === 'held' && (await dropQueued(db, issueKey(proposal.id, proposal.version)));
    const taken =
      inTime && (await changeProposal(db, proposal, { state: 'taken_back', liveKey: null, holdUntil: null }));
    if (!taken)
      throw new Refusal(
        'moved-on',
        'It is too late to take this back: it has gone out. Reverse it with a correcting entry.',
      );
    await addEvent(db, {
      id: service.newId(),
      caseId: record.id,
      at: service.now(),
      kind: 'taken_back',
      audience: 'team',
      byName: actor.name,
      byPerson: actor.id,
      text: `${actor.name} took it back before it went out.`,
      data: { proposal: proposal.id },
    });
    await appendAudit(db, service.secret, {
      at: service.now(),
      actor: actor.id,
      action: 'resolution.taken-back',
      subject: record.number,
      data: { proposal: proposal.id },
    });
  });
  service.announce({ queue: true });
  return stored(service, proposalId);
}

/** Says no to a proposal that waits for approval, with a note for whoever proposed it. */
export async function reject(
  service: Service,
  proposalId: string,
  note: string,
  actor: Person,
): Promise<ProposalView> {
  const { db } = service;
  const { proposal, record } = await loaded(service, proposalId);
  if (proposal.state === 'rejected') return proposalView(proposal);
  await assertStillOpen(service, proposal);
  await db.write(async () => {
    const rejected = await changeProposal(db, proposal, { state: 'rejected', note });
    if (!rejected)
      throw new Refusal('moved-on', 'Somebody else was faster. Open the case again to see what happened.');
    await addEvent(db, {
      id: service.newId(),
      caseId: record.id,
      at: service.now(),
      kind: 'work_note',
      audience: 'team',
      byName: actor.name,
      byPerson: actor.id,
      text: `${actor.name} rejected the proposal: ${note}`,
      data: { proposal: proposal.id },
    });
    await appendAudit(db, service.secret, {
      at: service.now(),
      actor: actor.id,
      action: 'resolution.rejected',
      subject: record.number,
      data: { proposal: proposal.id },
    });
  });
  service.announce({ queue: true });
  return stored(service, proposalId);
}
