import type { ResolutionCode } from '#domain/case.ts';
import type { DisputeReasonCode } from '#domain/dispute-reason.ts';

/** One resolved case from an older system, kept so that similar disputes can be found. */
export type ClosedCaseRow = {
  readonly caseNumber: string;
  readonly accountId: string;
  readonly invoiceNumber: string;
  readonly line: number;
  readonly reasonCode: DisputeReasonCode;
  readonly shortDescription: string;
  readonly claimedQuantity?: string;
  readonly deliveredQuantity?: string;
  readonly resolutionCode: ResolutionCode;
  /** What was credited, in minor units of `currency`. */
  readonly amount: number;
  readonly currency: string;
  /** ISO instants or dates, as the older system gave them. */
  readonly openedAt: string;
  readonly closedAt: string;
  readonly notes: string;
  readonly workNotes: string;
};
