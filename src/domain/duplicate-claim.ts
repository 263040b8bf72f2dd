import type { CaseState, DisputeItemState } from './case.ts';
import { isFinalItem, isOpenCase } from './case-states.ts';
import type { DisputeReasonCode } from './dispute-reason.ts';

export type KnownCase = {
  readonly caseNumber: string;
  readonly state: CaseState;
  readonly invoiceNumber?: string;
  readonly reasonCode?: DisputeReasonCode;
  readonly items: readonly { readonly line: number; readonly state: DisputeItemState }[];
};

/** A claim about lines, or, with none, about the invoice as a whole. */
export type NewClaim = {
  readonly invoiceNumber: string;
  readonly lines: readonly number[];
  readonly reasonCode: DisputeReasonCode;
};

/**
 * The open case that already covers a claim, and which of its lines. One line has one open dispute whatever its
 * reason; an invoice as a whole has one for each reason.
 */
export function openClaim(
  claim: NewClaim,
  cases: readonly KnownCase[],
): { readonly caseNumber: string; readonly lines: readonly number[] } | undefined {
  for (const known of cases) {
    if (known.invoiceNumber !== claim.invoiceNumber || !isOpenCase(known.state) || known.state === 'draft')
      continue;
    const lines = known.items
      .filter((item) => !isFinalItem(item.state) && claim.lines.includes(item.line))
      .map((item) => item.line);
    const whole =
      claim.lines.length === 0 && known.items.length === 0 && known.reasonCode === claim.reasonCode;
    if (lines.length > 0 || whole) return { caseNumber: known.caseNumber, lines };
  }
  return undefined;
}
