import type { ClosedCaseRow } from '#connectors/documents/closed-case.ts';
import { invoiceByNumber } from '#storage/billing/invoices.ts';
import { addEvent } from '#storage/cases/case-events.ts';
import { caseByNumber, insertCase } from '#storage/cases/cases.ts';
import { enqueue } from '#storage/outbox/outbox.ts';
import type { Saved } from '#storage/same-record.ts';
import type { Service } from '../service.ts';

/** Keeps a resolved case of an older system, once; it is embedded from the outbox so that it can be found again. */
export async function saveClosedCase(
  { db, newId, policy }: Pick<Service, 'db' | 'newId' | 'policy'>,
  row: ClosedCaseRow,
): Promise<Saved> {
  const known = await caseByNumber(db, row.caseNumber);
  if (known)
    return known.shortDescription === row.shortDescription && known.approvedMinor === row.amount
      ? 'unchanged'
      : 'conflict';
  const invoice = await invoiceByNumber(db, row.invoiceNumber, row.accountId);
  const line = invoice?.lines.find((one) => one.line === row.line);
  const id = newId();
  const openedAt = new Date(row.openedAt);
  const closedAt = new Date(row.closedAt);
  const invoiced = line?.invoicedQuantity.value ?? row.claimedQuantity ?? '1';
  await db.write(async () => {
    await insertCase(
      db,
      {
        id,
        number: row.caseNumber,
        accountId: row.accountId,
        caseType: 'dispute',
        state: 'closed',
        version: 1,
        shortDescription: row.shortDescription,
        invoiceNumber: row.invoiceNumber,
        reasonCode: row.reasonCode,
        currency: row.currency,
        disputedMinor: row.amount,
        approvedMinor: row.amount,
        priority: 4,
        queue: policy.defaultQueue,
        queueRule: 'Imported',
        channel: 'import',
        openedAt,
        closedAt,
        resolutionCode: row.resolutionCode,
        resolutionNotes: row.notes,
        policyVersion: policy.version,
      },
      [
        {
          caseId: id,
          invoiceNumber: row.invoiceNumber,
          line: row.line,
          description: line?.description ?? row.shortDescription,
          state:
            row.amount > 0 || row.resolutionCode === 'replacement_ordered'
              ? 'resolved_accepted'
              : 'resolved_denied',
          reasonCode: row.reasonCode,
          unitCode: line?.invoicedQuantity.unitCode ?? 'C62',
          invoicedQuantity: invoiced,
          claimedQuantity: row.claimedQuantity ?? null,
          disputedQuantity: row.claimedQuantity ?? invoiced,
          disputedMinor: row.amount,
          approvedMinor: row.amount,
        },
      ],
    );
    const event = { caseId: id, at: closedAt, byName: 'Import', data: {} };
    await addEvent(db, { ...event, id: newId(), kind: 'resolved', audience: 'everyone', text: row.notes });
    if (row.workNotes !== '')
      await addEvent(db, { ...event, id: newId(), kind: 'work_note', audience: 'team', text: row.workNotes });
    await enqueue(db, {
      key: `index-case:${id}`,
      topic: 'index-case',
      payload: { caseId: id },
      dueAt: closedAt,
    });
  });
  return 'new';
}
