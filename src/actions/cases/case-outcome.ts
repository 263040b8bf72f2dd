import { decimalFromMinor } from '#domain/money.ts';
import type { Outcome } from '#domain/record-writer.ts';
import type { CustomerCaseView } from '#domain/views/case-view.ts';
import { creditNoteOfProposal } from '#storage/billing/credit-notes.ts';
import type { CaseRecord } from '#storage/cases/cases.ts';
import { proposalsOfCase } from '#storage/cases/proposals.ts';
import { replacementOrdersOfCase } from '#storage/cases/replacement-orders.ts';
import type { Service } from '../service.ts';

/** What was issued for a case. */
export async function issuedFor(
  { db }: Pick<Service, 'db'>,
  record: CaseRecord,
): Promise<Pick<CustomerCaseView, 'creditNote' | 'replacementOrder'>> {
  const done = (await proposalsOfCase(db, record.id)).find((proposal) => proposal.state === 'done');
  const note = done ? await creditNoteOfProposal(db, done.id) : undefined;
  const [order] = await replacementOrdersOfCase(db, record.id);
  return {
    ...(note
      ? {
          creditNote: {
            number: note.number,
            total: decimalFromMinor(note.totalMinor, note.currency),
            currency: note.currency,
            issueDate: note.issueDate,
          },
        }
      : {}),
    ...(order ? { replacementOrder: { number: order.number, promiseDate: order.promiseDate } } : {}),
  };
}

/** How a closed case ended; a case that was settled elsewhere is told by its notes. */
export async function outcomeOfCase(
  service: Pick<Service, 'db'>,
  record: CaseRecord,
): Promise<Outcome | undefined> {
  const { resolutionCode: code, resolutionNotes: notes } = record;
  if (record.state !== 'closed' || code === undefined) return undefined;
  const done = (await proposalsOfCase(service.db, record.id)).find((proposal) => proposal.state === 'done');
  if (!done) return { code, ...(notes === undefined ? {} : { notes }) };
  const { reason } = done.preview;
  return { code, ...(await issuedFor(service, record)), ...(reason === undefined ? {} : { reason }) };
}
