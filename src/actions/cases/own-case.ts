import { Refusal } from '#domain/refusal.ts';
import { type CaseRecord, caseByNumber } from '#storage/cases/cases.ts';
import type { Service } from '../service.ts';

/** "case 1187", "#1187" and "CASE-1187" are the same case. */
export const caseNumberOf = (typed: string): string =>
  `CASE-${/(\d+)\s*$/.exec(typed.trim())?.[1] ?? typed.trim().toUpperCase()}`;

/** The case a typed number means; with an account, only that account's. What is not theirs is as if it were not there. */
export async function caseOf(
  { db }: Pick<Service, 'db'>,
  typed: string,
  accountId?: string,
): Promise<CaseRecord> {
  const found = await caseByNumber(db, caseNumberOf(typed), accountId);
  if (found) return found;
  const where = accountId === undefined ? '' : ' on your account';
  throw new Refusal('not-found', `I can't find case ${typed.trim().slice(0, 40)}${where}.`);
}
