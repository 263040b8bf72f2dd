import type { DisputeReasonCode } from './dispute-reason.ts';

/** How long a claim may be made, counted in calendar days from the delivery or from the invoice. */
export type ClaimWindow = {
  readonly days: number;
  readonly from: 'delivery' | 'invoice';
  readonly clause: string;
};
export type ClaimWindows = Readonly<Partial<Record<DisputeReasonCode, ClaimWindow>>>;

export type WindowCheck = {
  readonly late: boolean;
  /** Last ISO day on which the claim is in time. */
  readonly lastDay: string;
  readonly daysTaken: number;
  readonly clause: string;
};

/** Was the claim made in time? Undefined when no window is set or the day it counts from is unknown. Late is a flag, not a denial. */
export function claimWindow(
  claim: {
    readonly reasonCode: DisputeReasonCode;
    readonly claimedOn: string;
    readonly deliveredOn?: string;
    readonly invoicedOn?: string;
  },
  windows: ClaimWindows,
): WindowCheck | undefined {
  const window = windows[claim.reasonCode];
  if (!window) return undefined;
  const start = window.from === 'delivery' ? claim.deliveredOn : claim.invoicedOn;
  if (start === undefined) return undefined;
  const startDay = Date.parse(start.slice(0, 10));
  const daysTaken = Math.round((Date.parse(claim.claimedOn.slice(0, 10)) - startDay) / dayLength);
  const lastDay = new Date(startDay + window.days * dayLength).toISOString().slice(0, 10);
  return { late: daysTaken > window.days, lastDay, daysTaken, clause: window.clause };
}

const dayLength = 86_400_000;
