import Big from 'big.js';
import * as z from 'zod';
import {
  AvailabilityView,
  ProposalView,
  type SimilarCase,
  SimilarCasesView,
  ValidationView,
} from '#domain/views/validation-view.ts';
import type { Request } from '../memory/state.ts';
import type { Facts } from '../speak/fill.ts';
import type { Say } from '../speak/replies.ts';
import { askedLanguage } from '../text/language.ts';
import { readValues } from '../values/read-values.ts';
import type { Turn } from './plan.ts';
import { isOfMoney } from './resolve.ts';
import type { Tell } from './tell.ts';

export const tallyText = ({ tally }: SimilarCasesView, say: Say): string =>
  tally
    .map(({ count, resolutionCode }) =>
      say('tally.item', { count, resolutionText: say(`resolution.${resolutionCode}`) }),
    )
    .join(', ');

const Draft = z.object({ text: z.string(), language: z.string().optional() });
/** Documents named for a line; more of them nobody reads in a chat. */
const mostSources = 5;

/** What the rep should know of a draft: a rejection is not told before it is decided, and the customer's language is kept. */
function beyondDraft(
  { language }: z.infer<typeof Draft>,
  turn: Turn,
  { text, said = text }: Request,
): string[] {
  const { say, state } = turn;
  const { prepared } = state;
  const asked = askedLanguage(said);
  return [
    ...(prepared?.kind === 'denial' ? [say('rep.draft.denial', { reason: prepared.reason })] : []),
    ...(asked && language && asked !== language ? [say('rep.draft.language')] : []),
  ];
}

/** How a similar case ended, and why it is like this one. */
function similarFacts({ whySimilar, whatDiffers, ...similar }: SimilarCase, say: Say): Facts {
  const { sameReason, sameAccount, sameGoods, daysToClose } = similar;
  const why = [
    ...(sameReason ? [say('why.reason')] : []),
    ...(sameAccount ? [say('why.customer')] : []),
    ...(sameGoods ? [say('why.goods')] : []),
  ];
  return {
    ...similar,
    endText: say(`end.${similar.resolutionCode}`, similar),
    oneDay: daysToClose === 1,
    why: why.join(', '),
  };
}

/** What a proposal would do, in words. */
export function proposalSaid(proposal: ProposalView, say: Say): string {
  const key =
    proposal.kind === 'credit_note'
      ? 'rep.credit'
      : proposal.kind === 'replacement_order'
        ? 'rep.reorder'
        : 'rep.reject';
  const { mail, outcome, approval, ...facts } = proposal;
  return say(key, {
    ...facts,
    ...(facts.verdict === 'validated' ? {} : { doubt: say(`verdict.${facts.verdict}`) }),
    approvalText: say(`approval.${approval.by}`, { approver: approval.approver }),
  });
}

const tellProposal: Tell = (result, turn, request) => {
  const { say } = turn;
  const proposal = ProposalView.safeParse(result).data;
  return proposal && { say: [proposalSaid(proposal, say), ...notTaken(proposal, request, turn)].join(' ') };
};

/** "Credit the 3 boxes at 1 pound", "give them 50 pounds": at what price is credited, and that no sum of the rep's choice is, is said. */
function notTaken(
  { kind, reasonCode, lines, net, tax, total }: ProposalView,
  { text, said = text }: Request,
  { say, state: { context } }: Turn,
): string[] {
  const { language, today, dayFirst } = context;
  const { amounts } = readValues(said, { language, today, dayFirst }).slots;
  const figures = [net, tax, total, ...lines.flatMap((line) => [line.unitPrice, line.net])];
  const other = amounts.some(
    ({ value, currency }) => currency && !figures.some((own) => new Big(own).eq(value)),
  );
  if (kind !== 'credit_note' || !other) return [];
  return [say(isOfMoney(reasonCode) ? 'rep.credit.sum' : 'rep.credit.billed')];
}

/** What the rep's tools found, in words. */
export const repTells: Readonly<Record<string, Tell>> = {
  find_similar_cases: (result, { say }) => {
    const found = SimilarCasesView.safeParse(result).data;
    if (!found) return undefined;
    if (found.cases.length === 0) return { say: say('rep.similar.none') };
    const items = found.cases.map((similar) => similarFacts(similar, say));
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
    const lines = found.lines.map(({ sources, missing, ...line }) => {
      const ids = [...new Set(sources.map(({ id }) => id))];
      return {
        ...line,
        hasDelivered: line.delivered !== undefined,
        missing: missing.join(', '),
        sources: ids.slice(0, mostSources).join(', '),
        moreSources: Math.max(0, ids.length - mostSources),
      };
    });
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
  draft_reply: (result, turn, request) => {
    const draft = Draft.safeParse(result).data;
    return (
      draft && { say: [turn.say('rep.draft', draft), ...beyondDraft(draft, turn, request)].join('\n\n') }
    );
  },
  propose_credit_note: tellProposal,
  propose_replacement_order: tellProposal,
  propose_denial: tellProposal,
};
