import type { DisputeReasonCode } from './dispute-reason.ts';

export type CaseType = 'inquiry' | 'dispute' | 'service_request';
export type CaseState =
  | 'draft'
  | 'new'
  | 'work_in_progress'
  | 'awaiting_info'
  | 'resolved'
  | 'closed'
  | 'cancelled';
export type DisputeItemState =
  | 'draft'
  | 'new'
  | 'work_in_progress'
  | 'awaiting_info'
  | 'resolved_accepted'
  | 'resolved_denied'
  | 'cancelled';
export type HandoffState = 'bot' | 'queued' | 'human' | 'ended';

export type ResolutionCode =
  | 'credit_note_issued'
  | 'replacement_ordered'
  | 'credit_and_replacement'
  | 'invalid_dispute'
  | 'written_off'
  | 'settled'
  | 'invoice_corrected'
  | 'information_provided'
  | 'duplicate_case'
  | 'withdrawn_by_customer';

/** 1 critical … 4 low. */
export type Priority = 1 | 2 | 3 | 4;

export const priorityWords = {
  1: 'critical',
  2: 'high',
  3: 'moderate',
  4: 'low',
} as const satisfies Record<Priority, string>;

/** One disputed line. Quantities are decimal strings in the invoice line's unit. */
export type DisputeItem = {
  readonly line: number;
  readonly state: DisputeItemState;
  readonly reasonCode: DisputeReasonCode;
  readonly invoicedQuantity: string;
  /** What the customer says arrived; never a delivery record. */
  readonly claimedQuantity?: string;
  readonly disputedQuantity: string;
  readonly approvedQuantity?: string;
  readonly disputedMinor: number;
  readonly approvedMinor?: number;
};
