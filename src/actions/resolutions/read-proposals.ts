import { Refusal } from '#domain/refusal.ts';
import type { ProposalView } from '#domain/views/validation-view.ts';
import { proposalById, proposalsIn } from '#storage/cases/proposals.ts';
import type { Service } from '../service.ts';
import { proposalView } from './proposal-view.ts';

export async function readProposal({ db }: Service, id: string): Promise<ProposalView> {
  const proposal = await proposalById(db, id);
  if (!proposal) throw new Refusal('not-found', 'This proposal is not there. Open the case again.');
  return proposalView(proposal);
}

/** Proposals over somebody's limit, newest first. */
export const waitingForApproval = async ({ db }: Service): Promise<ProposalView[]> =>
  (await proposalsIn(db, ['pending_approval'])).map(proposalView);
