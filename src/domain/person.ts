import type { Party } from './invoice.ts';

/** What a person may be; the matrix of role × action is desks/rights.ts. */
export type Role =
  | 'customer'
  | 'agent'
  | 'task_agent'
  | 'ar_agent'
  | 'approver'
  | 'manager'
  | 'qa'
  | 'auditor'
  | 'admin';

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Customers belong to one account; staff to none. */
  readonly accountId?: string;
  readonly language: string;
};

export type Account = {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly language: string;
  readonly timeZone: string;
  readonly keyAccount: boolean;
  readonly inGoodStanding: boolean;
  readonly billTo: Party;
};
