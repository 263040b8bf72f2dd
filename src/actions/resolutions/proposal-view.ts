import type { ProposalView } from '#domain/views/validation-view.ts';
import type { Proposal } from '#storage/cases/proposals.ts';

/** A stored proposal as people see it: the figures it was shown with, and where it stands now. */
export const proposalView = (proposal: Proposal): ProposalView => ({
  ...proposal.preview,
  id: proposal.id,
  version: proposal.version,
  state: proposal.state,
  previewToken: proposal.previewToken,
  ...(proposal.approvedBy === undefined ? {} : { approvedBy: proposal.approvedBy }),
  ...(proposal.holdUntil === undefined ? {} : { holdUntil: proposal.holdUntil.toISOString() }),
  ...(proposal.outcomeNumber === undefined || proposal.outcomeAt === undefined
    ? {}
    : { outcome: { number: proposal.outcomeNumber, at: proposal.outcomeAt.toISOString() } }),
});
