import { expect, test } from 'vitest';
import {
  type ApprovalLimits,
  mayApprove,
  rolesThatReach,
  type ToApprove,
  whoseApproval,
} from './approval.ts';

const limits: ApprovalLimits = {
  agent: { GBP: 50_000, EUR: 50_000 },
  manager: { GBP: 500_000, EUR: 500_000 },
  admin: { GBP: 2_500_000 },
};
const sam = { id: 'sam', role: 'agent' } as const;
const noor = { id: 'noor', role: 'agent' } as const;
const mara = { id: 'mara', role: 'manager' } as const;
const ines = { id: 'ines', role: 'manager' } as const;
const root = { id: 'root', role: 'admin' } as const;
const vera = { id: 'vera', role: 'qa' } as const;
const dana = { id: 'dana', role: 'customer' } as const;

const credit: ToApprove = { kind: 'credit_note', totalMinor: 44_400, currency: 'GBP', verdict: 'validated' };

test.each<{
  what: string;
  more: Partial<ToApprove>;
  actor: Parameters<typeof whoseApproval>[0]['actor'];
  by: 'rep' | 'manager';
}>([
  { what: 'a credit of 444.00', more: {}, actor: sam, by: 'rep' },
  { what: 'a credit of exactly 500.00', more: { totalMinor: 50_000 }, actor: sam, by: 'rep' },
  { what: 'a credit of 500.01', more: { totalMinor: 50_001 }, actor: sam, by: 'manager' },
  { what: 'a credit of 500.01 by a manager', more: { totalMinor: 50_001 }, actor: mara, by: 'rep' },
  { what: 'a credit in dollars', more: { currency: 'USD' }, actor: sam, by: 'manager' },
  { what: 'a credit by somebody of QA', more: {}, actor: vera, by: 'manager' },
  { what: 'a credit the check could not decide', more: { verdict: 'inconclusive' }, actor: sam, by: 'rep' },
  { what: 'a credit against the records', more: { verdict: 'not_validated' }, actor: sam, by: 'manager' },
  {
    what: 'a credit beyond what is supported',
    more: { verdict: 'partly_validated', beyondEvidence: true },
    actor: sam,
    by: 'manager',
  },
  {
    what: 'free goods worth 600.00',
    more: { kind: 'replacement_order', totalMinor: 60_000 },
    actor: sam,
    by: 'manager',
  },
  {
    what: 'a denial of a claim that failed',
    more: { kind: 'denial', totalMinor: 0, verdict: 'not_validated' },
    actor: sam,
    by: 'rep',
  },
  {
    what: 'a denial of a claim that holds',
    more: { kind: 'denial', totalMinor: 0, verdict: 'validated' },
    actor: sam,
    by: 'manager',
  },
])('$what needs the $by', ({ more, actor, by }) => {
  expect(whoseApproval({ ...credit, ...more, actor }, limits).by).toBe(by);
});

test('the limit that decided is told', () => {
  expect(whoseApproval({ ...credit, totalMinor: 60_000, actor: sam }, limits)).toEqual({
    by: 'manager',
    limitMinor: 50_000,
    why: '£600.00 is over the limit of £500.00',
  });
});

test.each([
  {
    what: 'Sam presses the button under his own credit within his limit',
    who: sam,
    proposer: sam,
    total: 44_400,
    allowed: true,
  },
  {
    what: 'Sam approves his own credit over his limit',
    who: sam,
    proposer: sam,
    total: 60_000,
    allowed: false,
  },
  { what: 'another agent approves it', who: noor, proposer: sam, total: 60_000, allowed: false },
  {
    what: 'another agent approves what is within both limits',
    who: noor,
    proposer: sam,
    total: 44_400,
    allowed: true,
  },
  { what: 'Mara approves it', who: mara, proposer: sam, total: 60_000, allowed: true },
  { what: 'Mara approves what is over her limit', who: mara, proposer: sam, total: 600_000, allowed: false },
  { what: 'an administrator approves that', who: root, proposer: sam, total: 600_000, allowed: true },
  { what: 'Mara approves her own within her limit', who: mara, proposer: mara, total: 60_000, allowed: true },
  { what: 'Mara approves her own over her limit', who: mara, proposer: mara, total: 600_000, allowed: false },
  { what: 'somebody of QA approves', who: vera, proposer: sam, total: 100, allowed: false },
  { what: 'the customer approves', who: dana, proposer: sam, total: 100, allowed: false },
])('$what: $allowed', ({ who, proposer, total, allowed }) => {
  expect(mayApprove(who, { ...credit, totalMinor: total, proposer }, limits).allowed).toBe(allowed);
});

test.each([
  { who: sam, allowed: false },
  { who: mara, allowed: false },
  { who: ines, allowed: true },
])('Mara’s credit against the records may be approved by $who.id: $allowed', ({ who, allowed }) => {
  expect(mayApprove(who, { ...credit, verdict: 'not_validated', proposer: mara }, limits).allowed).toBe(
    allowed,
  );
});

test.each([
  { totalMinor: 60_000, currency: 'GBP', roles: ['manager', 'admin'] },
  { totalMinor: 600_000, currency: 'GBP', roles: ['admin'] },
  { totalMinor: 60_000, currency: 'EUR', roles: ['manager'] },
  { totalMinor: 9_000_000, currency: 'GBP', roles: [] },
])('$totalMinor in $currency can be approved by $roles', ({ totalMinor, currency, roles }) => {
  expect(rolesThatReach(totalMinor, currency, limits)).toEqual(roles);
});
