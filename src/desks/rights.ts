import type { Role } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';

/** What staff may do. Limits of money are the policy's; this says who may try at all. */
export type Right =
  | 'read cases'
  | 'work on cases'
  | 'talk to customers'
  | 'propose'
  | 'approve'
  | 'read audit'
  | 'run evals';

const all: Right[] = [
  'read cases',
  'work on cases',
  'talk to customers',
  'propose',
  'approve',
  'read audit',
  'run evals',
];

/** The matrix of role × right, the whole of it. */
export const rights: Readonly<Record<Role, readonly Right[]>> = {
  customer: [],
  agent: ['read cases', 'work on cases', 'talk to customers', 'propose', 'approve'],
  task_agent: ['read cases', 'work on cases'],
  ar_agent: ['read cases', 'work on cases', 'talk to customers', 'propose', 'approve'],
  approver: ['read cases', 'approve'],
  manager: ['read cases', 'work on cases', 'talk to customers', 'propose', 'approve', 'read audit'],
  qa: ['read cases', 'run evals'],
  auditor: ['read cases', 'read audit'],
  admin: all,
};

/** Refuses what a role may not do, and says which roles may. */
export function assertMay(role: Role, right: Right): void {
  if (rights[role].includes(right)) return;
  const who = Object.entries(rights)
    .filter(([, of]) => of.includes(right))
    .map(([name]) => name.replaceAll('_', ' '));
  throw new Refusal(
    'not-allowed',
    `Your role (${role.replaceAll('_', ' ')}) may not do this; these may: ${who.join(', ')}.`,
  );
}
