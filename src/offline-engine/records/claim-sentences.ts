import type { ConversationFacts, DisputedLine } from '#domain/record-writer.ts';
import type { Say } from '../speak/replies.ts';
import { recordSource, type Sentence } from './sentence.ts';

/** What the customer claims by the case the chat led to, and where that case stands. */
export function claimSentences({ dispute, timeZone }: ConversationFacts, say: Say): Sentence[] {
  if (!dispute) return [];
  const sources = [recordSource(dispute.caseNumber)];
  const claims = dispute.items.map(
    (item): Sentence => ({ topic: 'claim', text: claimed(item, dispute.invoiceNumber, say), sources }),
  );
  const { outcome, caseNumber, state } = dispute;
  const isOver = outcome !== undefined || state === 'closed' || state === 'cancelled';
  const text = isOver
    ? say('summary.case.closed', {
        caseNumber,
        stateText: say(`state.${state}`),
        ...(outcome ? { ...outcome, resolutionText: say(`resolution.${outcome.code}`) } : {}),
      })
    : say('summary.case.open', {
        caseNumber,
        amount: dispute.disputed,
        currency: dispute.currency,
        replyBy: dispute.replyBy?.toISOString(),
        timeZone,
      });
  return [...claims, { topic: isOver ? 'checked' : 'promised', text, sources }];
}

function claimed(item: DisputedLine, invoiceNumber: string, say: Say): string {
  if (item.line === 0) return say('summary.claim.whole', { invoiceNumber });
  const { line, description, invoicedQuantity, claimedQuantity, disputedQuantity } = item;
  return say(claimedQuantity === undefined ? 'summary.claim.disputed' : 'summary.claim', {
    invoiceNumber,
    line,
    description,
    invoiced: invoicedQuantity,
    claimed: claimedQuantity,
    disputed: disputedQuantity,
  });
}
