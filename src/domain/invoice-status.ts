import type { InvoiceStatus } from './invoice.ts';

/** Sums in minor units of one currency; days are ISO days. `disputedMinor` is what open cases hold back. */
export type InvoiceStanding = {
  readonly totalMinor: number;
  readonly paidMinor: number;
  readonly creditedMinor: number;
  readonly prepaidMinor?: number;
  readonly disputedMinor: number;
  readonly dueDate: string;
  readonly today: string;
};

export type InvoicePosition = {
  readonly status: InvoiceStatus;
  /** Still to pay, disputed part included; never negative. */
  readonly openMinor: number;
  /** The part of the open sum that is in dispute. */
  readonly disputedMinor: number;
  /** What is payable now: open minus disputed. Reminders are about this sum only. */
  readonly undisputedMinor: number;
  /** The undisputed sum when the due date has passed, else 0. */
  readonly overdueMinor: number;
  /** Paid or credited beyond the total, in the customer's favour. */
  readonly overpaidMinor: number;
};

/** Where an invoice stands today. A dispute shows before lateness; the overdue sum is told apart. */
export function invoiceStatus(standing: InvoiceStanding): InvoicePosition {
  const { totalMinor, creditedMinor } = standing;
  const settledMinor = standing.paidMinor + creditedMinor + (standing.prepaidMinor ?? 0);
  const openMinor = Math.max(0, totalMinor - settledMinor);
  const disputedMinor = Math.min(openMinor, standing.disputedMinor);
  const undisputedMinor = openMinor - disputedMinor;
  const overdueMinor = standing.dueDate < standing.today ? undisputedMinor : 0;
  const overpaidMinor = Math.max(0, settledMinor - totalMinor);
  const sums = { openMinor, disputedMinor, undisputedMinor, overdueMinor, overpaidMinor };
  if (creditedMinor > 0 && creditedMinor >= totalMinor) return { status: 'credited', ...sums };
  if (openMinor === 0) return { status: 'paid', ...sums };
  if (disputedMinor > 0) return { status: 'disputed', ...sums };
  if (overdueMinor > 0) return { status: 'overdue', ...sums };
  return { status: settledMinor > 0 ? 'partly_paid' : 'open', ...sums };
}
