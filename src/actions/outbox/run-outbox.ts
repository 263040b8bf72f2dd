import { z } from 'zod';
import { OutsideSystemError } from '#connectors/outside-system-error.ts';
import { itemsOf, listCases } from '#storage/cases/cases.ts';
import { leaseDue, markDone, markFailed, type OutboxRow } from '#storage/outbox/outbox.ts';
import { caseText } from '../cases/case-text.ts';
import { issueResolution } from '../resolutions/issue.ts';
import type { Service } from '../service.ts';

const Mail = z.object({
  key: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  caseNumber: z.string().optional(),
  link: z.string().optional(),
});

/** What each topic does. Each effect is safe to repeat: its own key, or its own unit of work, makes the second time nothing. */
const effects: Record<string, (service: Service, row: OutboxRow) => Promise<void>> = {
  mail: async (service, row) => {
    const { caseNumber, link, ...mail } = Mail.parse(row.payload);
    await service.mailer.send({
      ...mail,
      ...(caseNumber === undefined ? {} : { caseNumber }),
      ...(link === undefined ? {} : { link }),
    });
    await markDone(service.db, row.key, service.now());
  },
  'issue-resolution': (service, row) =>
    issueResolution(service, row, z.object({ proposalId: z.string() }).parse(row.payload).proposalId),
  'index-case': async (service, row) => {
    await indexCase(service, z.object({ caseId: z.string() }).parse(row.payload).caseId);
    await markDone(service.db, row.key, service.now());
  },
};

const batch = 20;
const leaseMs = 60_000;

/** Runs every effect that is due once; how many were tried. */
export async function runDueEffects(service: Service): Promise<number> {
  const rows = await leaseDue(service.db, service.now(), batch, leaseMs);
  for (const row of rows) {
    try {
      const effect = effects[row.topic];
      if (!effect) throw new Error(`Nothing is known to do about "${row.topic}"`);
      await effect(service, row);
    } catch (error) {
      const reason = error instanceof OutsideSystemError ? error.message : 'an error on our side';
      service.warn('An effect failed and will be tried again', {
        key: row.key,
        attempts: row.attempts,
        reason,
        error: nameOf(error),
      });
      await markFailed(service.db, row, reason, service.now());
    }
  }
  return rows.length;
}

async function indexCase(service: Service, caseId: string): Promise<void> {
  const [record] = await listCases(service.db, { ids: [caseId], limit: 1 });
  if (record?.state !== 'closed') return;
  const items = await itemsOf(service.db, [record.id]);
  await service.knowledge.indexCases([
    { caseId: record.id, accountId: record.accountId, text: caseText(record, items) },
  ]);
}

const nameOf = (error: unknown) =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
