import * as z from 'zod';
import {
  AvailabilityView,
  ProposalView,
  SimilarCasesView,
  ValidationView,
} from '#domain/views/validation-view.ts';
import type { Say } from '../speak/replies.ts';
import type { Tell } from './tell.ts';

export const tallyText = ({ tally }: SimilarCasesView, say: Say): string =>
  tally
    .map(({ count, resolutionCode }) =>
      say('tally.item', { count, resolutionText: say(`resolution.${resolutionCode}`) }),
    )
    .join(', ');

const Draft = z.object({ text: z.string() });

const tellProposal: Tell = (result, { say }) => {
  const proposal = ProposalView.safeParse(result).data;
  if (!proposal) return undefined;
  const key =
    proposal.kind === 'credit_note'
      ? 'rep.credit'
      : proposal.kind === 'replacement_order'
        ? 'rep.reorder'
        : 'rep.reject';
  const { mail, outcome, approval, ...facts } = proposal;
  return {
    say: say(key, {
      ...facts,
      approvalText: say(`approval.${approval.by}`, { approver: approval.approver }),
    }),
  };
};

/** What the rep's tools found, in words. */
export const repTells: Readonly<Record<string, Tell>> = {
  find_similar_cases: (result, { say }) => {
    const found = SimilarCasesView.safeParse(result).data;
    if (!found) return undefined;
    if (found.cases.length === 0) return { say: say('rep.similar.none') };
    const items = found.cases.map(({ whySimilar, whatDiffers, ...similar }) => ({
      ...similar,
      resolutionText: say(`resolution.${similar.resolutionCode}`),
      why: whySimilar.join(', '),
    }));
    return {
      say: say('rep.similar', {
        count: items.length,
        several: items.length > 1,
        items,
        tally: tallyText(found, say),
      }),
    };
  },
  validate_dispute: (result, { say }) => {
    const found = ValidationView.safeParse(result).data;
    if (!found) return undefined;
    const lines = found.lines.map(({ sources, missing, ...line }) => ({
      ...line,
      hasDelivered: line.delivered !== undefined,
      missing: missing.join(', '),
      sources: sources.map(({ id }) => id).join(', '),
    }));
    return {
      say: say('rep.validate', {
        caseNumber: found.caseNumber,
        verdictText: say(`verdict.${found.verdict}`),
        lines,
      }),
    };
  },
  check_availability: (result, { say }) => {
    const found = AvailabilityView.safeParse(result).data;
    return found && { say: say('rep.availability', { lines: found.lines }) };
  },
  draft_reply: (result, { say }) => {
    const draft = Draft.safeParse(result).data;
    return draft && { say: say('rep.draft', { text: draft.text }) };
  },
  propose_credit_note: tellProposal,
  propose_replacement_order: tellProposal,
  propose_denial: tellProposal,
};
