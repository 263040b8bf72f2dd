import type { Verdict } from './claim-check.ts';
import { moneyInWords } from './in-words.ts';
import type { Role } from './person.ts';

/** Up to which sum, tax included, a role may approve: minor units per currency. A role or currency that is absent may not. */
export type ApprovalLimits = Readonly<Partial<Record<Role, Readonly<Record<string, number>>>>>;

type Actor = { readonly id: string; readonly role: Role };

/** What is to be approved. `totalMinor` is the value that leaves the house, tax included; 0 for a denial. */
export type ToApprove = {
  readonly kind: 'credit_note' | 'replacement_order' | 'denial';
  readonly totalMinor: number;
  readonly currency: string;
  readonly verdict: Verdict | 'not_checked';
  /** More is given than the check supports. */
  readonly beyondEvidence?: boolean;
};

export type ApprovalNeed = {
  /** `rep`: the one who proposes may press the button; `manager`: somebody else with a sufficient limit has to. */
  readonly by: 'rep' | 'manager';
  readonly limitMinor?: number;
  readonly why: string;
};

/** Whose yes a proposal of `actor` needs. */
export function whoseApproval(
  proposal: ToApprove & { readonly actor: Actor },
  limits: ApprovalLimits,
): ApprovalNeed {
  const { kind, totalMinor, currency, verdict, actor } = proposal;
  const limitMinor = limitOf(actor.role, currency, limits);
  const limit = limitMinor === undefined ? {} : { limitMinor };
  if (limitMinor === undefined) return { by: 'manager', why: `No limit in ${currency} is set for this role` };
  if (kind === 'denial') {
    return verdict === 'validated' || verdict === 'partly_validated'
      ? {
          by: 'manager',
          ...limit,
          why: 'The records bear the claim out, so a second person confirms the denial',
        }
      : { by: 'rep', ...limit, why: 'A denial moves no money' };
  }
  if (verdict === 'not_validated' || proposal.beyondEvidence === true) {
    return {
      by: 'manager',
      ...limit,
      why: 'The records do not bear out this much, so a second person confirms it',
    };
  }
  const total = moneyInWords(totalMinor, currency);
  const bound = moneyInWords(limitMinor, currency);
  return totalMinor <= limitMinor
    ? { by: 'rep', ...limit, why: `${total} is within the limit of ${bound}` }
    : { by: 'manager', ...limit, why: `${total} is over the limit of ${bound}` };
}

export type ApprovalAnswer = {
  readonly allowed: boolean;
  readonly limitMinor?: number;
  readonly why: string;
};

/** May this person say yes? The proposer may within the own limit; beyond it, somebody else whose limit reaches. */
export function mayApprove(
  actor: Actor,
  proposal: ToApprove & { readonly proposer: Actor },
  limits: ApprovalLimits,
): ApprovalAnswer {
  const need = whoseApproval({ ...proposal, actor: proposal.proposer }, limits);
  const limitMinor = limitOf(actor.role, proposal.currency, limits);
  const limit = limitMinor === undefined ? {} : { limitMinor };
  if (limitMinor === undefined) {
    return { allowed: false, why: `Your role has no limit in ${proposal.currency}` };
  }
  if (proposal.totalMinor > limitMinor) {
    const bound = moneyInWords(limitMinor, proposal.currency);
    return { allowed: false, ...limit, why: `The sum is over your limit of ${bound}` };
  }
  if (need.by === 'rep') return { allowed: true, ...limit, why: need.why };
  if (actor.id === proposal.proposer.id) {
    return { allowed: false, ...limit, why: `${need.why}; nobody approves such a proposal of their own` };
  }
  return secondPersons.includes(actor.role)
    ? { allowed: true, ...limit, why: need.why }
    : { allowed: false, ...limit, why: `${need.why}; it needs an approver, a manager or an administrator` };
}

const secondPersons: readonly Role[] = ['approver', 'manager', 'admin'];

/** The roles that may say yes as the second person, lowest limit first; empty when nobody's limit reaches. */
export const rolesThatReach = (
  totalMinor: number,
  currency: string,
  limits: ApprovalLimits,
): readonly Role[] =>
  secondPersons
    .filter((role) => (limitOf(role, currency, limits) ?? -1) >= totalMinor)
    .toSorted((a, b) => (limitOf(a, currency, limits) ?? 0) - (limitOf(b, currency, limits) ?? 0));

const limitOf = (role: Role, currency: string, limits: ApprovalLimits): number | undefined =>
  limits[role]?.[currency];
