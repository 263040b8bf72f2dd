import { maskSensitive } from '#domain/masking.ts';
import type { Person } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import type { CustomerCaseView } from '#domain/views/case-view.ts';
import { addEvent } from '#storage/cases/case-events.ts';
import { type CaseRecord, changeCase, listCases } from '#storage/cases/cases.ts';
import type { Service } from '../service.ts';
import { resumedTarget } from './case-clock.ts';
import { customerCaseView } from './case-views.ts';
import { caseOf } from './own-case.ts';

/** The account's cases, newest first, without their timelines. */
export async function customerCases(
  service: Service,
  accountId: string,
  status?: 'open' | 'closed',
): Promise<CustomerCaseView[]> {
  const records = await listCases(service.db, {
    accountId,
    limit: 50,
    ...(status === undefined ? {} : { open: status === 'open' }),
  });
  const newest = records.toSorted((a, b) => b.openedAt.getTime() - a.openedAt.getTime());
  return Promise.all(newest.map((record) => customerCaseView(service, record, false)));
}

export const readCustomerCase = async (
  service: Service,
  accountId: string,
  number: string,
): Promise<CustomerCaseView> => customerCaseView(service, await caseOf(service, number, accountId));

/** A case the customer may still add to; a closed one says how to go on. */
export async function caseToAddTo(service: Service, accountId: string, number: string): Promise<CaseRecord> {
  const record = await caseOf(service, number, accountId);
  if (record.state === 'closed' || record.state === 'cancelled') {
    throw new Refusal(
      'illegal-move',
      `Case ${record.number} is closed. If you disagree with how it ended, ask for a person.`,
      {
        caseNumber: record.number,
      },
    );
  }
  return record;
}

/** Puts the customer's words on the case's timeline, once per id; a case that waited for them goes on. */
export async function addCustomerNote(
  service: Service,
  record: CaseRecord,
  person: Person,
  note: { id: string; text: string; alongside?: () => Promise<boolean> },
): Promise<void> {
  const { db } = service;
  const now = service.now();
  await db.write(async () => {
    if (note.alongside && !(await note.alongside())) return;
    const added = await addEvent(db, {
      id: note.id,
      caseId: record.id,
      at: now,
      kind: 'comment',
      audience: 'everyone',
      byName: person.name,
      byPerson: person.id,
      text: maskSensitive(note.text).text,
      data: {},
    });
    if (!added || record.state !== 'awaiting_info') return;
    const { pausedAt, resolutionDueAt, priority } = record;
    const changed = await changeCase(db, record, {
      state: 'work_in_progress',
      pausedAt: null,
      ...(pausedAt && resolutionDueAt
        ? { resolutionDueAt: resumedTarget(service, priority, resolutionDueAt, pausedAt) }
        : {}),
    });
    if (!changed) throw new Refusal('moved-on', 'The case changed at the same moment. Please send it again.');
  });
  service.announce({ queue: true });
}
