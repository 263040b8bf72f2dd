import { mayApprove } from '#domain/approval.ts';
import type { Person } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import type { ProposalView } from '#domain/views/validation-view.ts';
import { addEvent } from '#storage/cases/case-events.ts';
import { type CaseRecord, changeCase } from '#storage/cases/cases.ts';
import { changeProposal, type Proposal, proposalById } from '#storage/cases/proposals.ts';
import { appendAudit } from '#storage/outbox/audit.ts';
import { enqueue } from '#storage/outbox/outbox.ts';
import { personById } from '#storage/parties/people.ts';
import type { Service } from '../service.ts';
import { previewOf } from './preview.ts';
import { proposalView } from './proposal-view.ts';
import { assertStillOpen, issueKey, loaded, stored, wantedOf } from './stored-proposal.ts';
import { tokenOf, type WorkedOut, workOut } from './work-out.ts';

/** What the person pressed: this version with these figures. */
export type Approval = { readonly version: number; readonly previewToken: string };

/**
 * A person says yes to a proposal. Everything is computed again from the records; when a figure differs from what was shown, nothing
 * happens but a fresh preview. Over the person's limit the proposal goes to somebody whose limit reaches. Else it is held, and goes
 * out when the hold ends. Pressing twice is pressing once.
 */
export async function approve(
  service: Service,
  proposalId: string,
  approval: Approval,
  actor: Person,
): Promise<ProposalView> {
  const { proposal, record } = await loaded(service, proposalId);
  if (proposal.state === 'held' && proposal.approvedBy === actor.id) return proposalView(proposal);
  await assertStillOpen(service, proposal);
  const proposer = (await personById(service.db, proposal.proposedBy)) ?? actor;
  const worked = await workOut(service, record, wantedOf(proposal));
  const preview = await previewOf(service, record, wantedOf(proposal), worked, proposer);
  const fresh = tokenOf(preview);
  if (
    fresh !== proposal.previewToken ||
    approval.previewToken !== fresh ||
    approval.version !== proposal.version
  ) {
    throw await changedSince(service, proposal, preview, fresh);
  }
  const answer = mayApprove(actor, { ...worked.toApprove, proposer }, service.policy.limits);
  if (answer.allowed) return hold(service, proposal, record, actor, worked, answer.why);
  if (proposal.state === 'open' && actor.id === proposer.id && preview.approval.approver !== undefined) {
    return sendForApproval(service, proposal, record, actor, answer.why);
  }
  throw new Refusal('approval-needed', answer.why, { approver: preview.approval.approver });
}

/** Keeps the fresh figures as a new version and says what changed. */
async function changedSince(
  service: Service,
  proposal: Proposal,
  preview: Omit<ProposalView, 'previewToken' | 'version' | 'state' | 'id'>,
  token: string,
): Promise<Refusal> {
  const { db } = service;
  const changes = differences(proposal.preview, preview);
  if (token !== proposal.previewToken) {
    await changeProposal(db, proposal, {
      preview: {
        ...preview,
        id: proposal.id,
        version: proposal.version + 1,
        state: proposal.state,
        previewToken: token,
      },
      previewToken: token,
    });
  }
  const now = await proposalById(db, proposal.id);
  return new Refusal(
    'preview-changed',
    'Something changed while you were reading. Please check the new figures.',
    {
      changes,
      ...(now ? { proposal: proposalView(now) } : {}),
    },
  );
}

function differences(
  before: ProposalView,
  after: Omit<ProposalView, 'previewToken' | 'version' | 'state' | 'id'>,
): string[] {
  const named = [
    ['The total', before.total, after.total],
    ['The open balance afterwards', before.balanceAfter, after.balanceAfter],
    ['The verdict', before.verdict, after.verdict],
    ['The promised date', before.promiseDate, after.promiseDate],
    ['The recipient', before.recipient, after.recipient],
    ['Whose approval it needs', before.approval.by, after.approval.by],
  ] as const;
  return named
    .filter(([, a, b]) => a !== b)
    .map(([what, a, b]) => `${what} changed from ${a ?? 'nothing'} to ${b ?? 'nothing'}.`);
}

async function hold(
  service: Service,
  proposal: Proposal,
  record: CaseRecord,
  actor: Person,
  worked: WorkedOut,
  why: string,
): Promise<ProposalView> {
  const { db } = service;
  const now = service.now();
  const holdUntil = new Date(now.getTime() + service.holdSeconds * 1000);
  await db.write(async () => {
    const won = await changeProposal(db, proposal, {
      state: 'held',
      approvedBy: actor.id,
      approvedAt: now,
      holdUntil,
      liveKey: record.id,
    });
    if (!won)
      throw new Refusal('moved-on', 'Somebody else was faster. Open the case again to see what happened.');
    await enqueue(db, {
      key: issueKey(proposal.id, proposal.version + 1),
      topic: 'issue-resolution',
      payload: { proposalId: proposal.id, version: proposal.version + 1 },
      dueAt: holdUntil,
    });
    await moveToWork(service, record, actor);
    await addEvent(db, {
      id: service.newId(),
      caseId: record.id,
      at: now,
      kind: 'approved',
      audience: 'team',
      byName: actor.name,
      byPerson: actor.id,
      text: `Approved by ${actor.name}: ${why}.`,
      data: { proposal: proposal.id },
    });
    await appendAudit(db, service.secret, {
      at: now,
      actor: actor.id,
      action: 'resolution.approved',
      subject: record.number,
      data: {
        proposal: proposal.id,
        token: proposal.previewToken,
        totalMinor: worked.toApprove.totalMinor,
        policy: service.policy.version,
      },
    });
  });
  service.announce({ queue: true });
  return stored(service, proposal.id);
}

async function sendForApproval(
  service: Service,
  proposal: Proposal,
  record: CaseRecord,
  actor: Person,
  why: string,
): Promise<ProposalView> {
  const { db } = service;
  await db.write(async () => {
    const sent = await changeProposal(db, proposal, { state: 'pending_approval' });
    if (!sent)
      throw new Refusal('moved-on', 'Somebody else was faster. Open the case again to see what happened.');
    await addEvent(db, {
      id: service.newId(),
      caseId: record.id,
      at: service.now(),
      kind: 'proposed',
      audience: 'team',
      byName: actor.name,
      byPerson: actor.id,
      text: `Sent for approval: ${why}.`,
      data: { proposal: proposal.id },
    });
  });
  service.announce({ queue: true });
  return stored(service, proposal.id);
}

async function moveToWork(service: Service, record: CaseRecord, actor: Person): Promise<void> {
  if (record.state !== 'new' && record.assignedTo !== undefined) return;
  await changeCase(service.db, record, {
    state: record.state === 'new' ? 'work_in_progress' : record.state,
    assignedTo: record.assignedTo ?? actor.id,
  });
}
