import { Refusal } from '#domain/refusal.ts';
import type { ProposalView } from '#domain/views/validation-view.ts';
import { type CaseRecord, caseById } from '#storage/cases/cases.ts';
import { type Proposal, proposalById } from '#storage/cases/proposals.ts';
import { personById } from '#storage/parties/people.ts';
import type { Service } from '../service.ts';
import { proposalView } from './proposal-view.ts';
import type { Wanted } from './work-out.ts';

/** What a stored proposal asks for: lines and quantities, never amounts. */
export const wantedOf = (proposal: Proposal): Wanted => ({
  kind: proposal.kind,
  ...(proposal.lines.length > 0 ? { lines: proposal.lines } : {}),
  ...(proposal.reason === undefined ? {} : { reason: proposal.reason }),
});

/** The outbox row of an approved proposal; a later approval of the same proposal has its own. */
export const issueKey = (proposalId: string, version: number) => `issue:${proposalId}:${version}`;

/** A proposal and its case; refuses what is not there. */
export async function loaded(
  { db }: Service,
  proposalId: string,
): Promise<{ proposal: Proposal; record: CaseRecord }> {
  const proposal = await proposalById(db, proposalId);
  const record = proposal && (await caseById(db, proposal.caseId));
  if (!proposal || !record)
    throw new Refusal('not-found', 'This proposal is not there. Open the case again.');
  return { proposal, record };
}

/** Refuses a proposal that nobody can decide any more, saying what became of it. */
export async function assertStillOpen({ db }: Service, proposal: Proposal): Promise<void> {
  if (proposal.state === 'open' || proposal.state === 'pending_approval') return;
  const by =
    proposal.approvedBy === undefined ? undefined : (await personById(db, proposal.approvedBy))?.name;
  const happened: Record<string, string> = {
    held: `${by ?? 'Somebody'} has approved this already.`,
    executing: `${by ?? 'Somebody'} has approved this already.`,
    done: 'This has been carried out already.',
    taken_back: 'This was taken back. Propose it again.',
    rejected: 'This was rejected. Propose it again.',
    superseded: 'There is a newer proposal for this case.',
  };
  throw new Refusal('moved-on', happened[proposal.state] ?? 'This proposal has moved on.', {
    state: proposal.state,
    ...(by === undefined ? {} : { by }),
  });
}

export async function stored(service: Service, proposalId: string): Promise<ProposalView> {
  const proposal = await proposalById(service.db, proposalId);
  if (!proposal) throw new Error('The proposal is gone');
  return proposalView(proposal);
}
