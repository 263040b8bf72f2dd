import type { Person } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import type { CaseRow, RepCaseView } from '#domain/views/case-view.ts';
import { addEvent } from '#storage/cases/case-events.ts';
import { type CaseRecord, changeCase, countOpenCases, listCases } from '#storage/cases/cases.ts';
import { conversationsIn } from '#storage/conversations/conversations.ts';
import type { Service } from '../service.ts';
import { caseRows, repCaseView } from './case-views.ts';
import { caseOf } from './own-case.ts';

export type QueueView = 'mine' | 'waiting' | 'all';

/** Open cases: the rep's own, those nobody has, or all; the most urgent first. */
export async function casesInQueue(service: Service, rep: Person, view: QueueView): Promise<CaseRow[]> {
  const filter = { mine: { assignedTo: rep.id }, waiting: { unassigned: true }, all: {} }[view];
  const records = await listCases(service.db, { open: true, limit: 200, ...filter });
  return caseRows(service, records);
}

export const queueCounts = async (
  service: Service,
  rep: Person,
): Promise<{ mine: number; waiting: number; all: number; chats: number }> => ({
  mine: (await listCases(service.db, { open: true, assignedTo: rep.id, limit: 1000 })).length,
  waiting: (await listCases(service.db, { open: true, unassigned: true, limit: 1000 })).length,
  all: await countOpenCases(service.db),
  chats: (await conversationsIn(service.db, ['human'], rep.id)).length,
});

export const readRepCase = async (service: Service, number: string): Promise<RepCaseView> =>
  repCaseView(service, await caseOf(service, number));

/** A rep takes a case: work begins, and the clock of the first reply goes on until they write. */
export async function takeCase(service: Service, record: CaseRecord, rep: Person): Promise<void> {
  if (record.assignedTo === rep.id && record.state !== 'new') return;
  const { db } = service;
  await db.write(async () => {
    const changed = await changeCase(db, record, {
      assignedTo: rep.id,
      state: record.state === 'new' ? 'work_in_progress' : record.state,
    });
    if (!changed)
      throw new Refusal('moved-on', 'Somebody changed this case at the same moment. Open it again.');
    await addEvent(db, {
      id: service.newId(),
      caseId: record.id,
      at: service.now(),
      kind: 'assigned',
      audience: 'team',
      byName: rep.name,
      byPerson: rep.id,
      text: `${rep.name} took the case.`,
      data: {},
    });
  });
  service.announce({ queue: true });
}

/** A note that only the team reads, once per id. */
export async function addWorkNote(
  service: Service,
  record: CaseRecord,
  rep: Person,
  note: { id: string; text: string },
): Promise<void> {
  const text = note.text.trim();
  if (text === '')
    throw new Refusal('invalid', 'The note is empty. Write something first.', { field: 'text' });
  await addEvent(service.db, {
    id: note.id,
    caseId: record.id,
    at: service.now(),
    kind: 'work_note',
    audience: 'team',
    byName: rep.name,
    byPerson: rep.id,
    text: text.slice(0, 8000),
    data: {},
  });
  service.announce({ queue: true });
}
