// A server's money path in a loop, for the crash test: dispute, propose, approve, run the outbox, and again, until it is killed.
// Call: node resolve-until-killed.ts <database file> <migrations>. Prints a line for each approval that was acknowledged.
import { randomUUID } from 'node:crypto';
import { disputeByForm } from '#actions/cases/confirmed-writes.ts';
import { runDueEffects } from '#actions/outbox/run-outbox.ts';
import { approve } from '#actions/resolutions/approve.ts';
import { propose } from '#actions/resolutions/propose.ts';
import { saveInvoice } from '#storage/billing/invoices.ts';
import { caseByNumber } from '#storage/cases/cases.ts';
import { saveDespatch } from '#storage/deliveries/despatches-and-receipts.ts';
import { openSqlite } from '#storage/sqlite/engine.ts';
import { dana, exampleInvoice, exampleService, sam } from '../example-service.ts';
import { localMailbox } from '../local-systems.ts';

const [file = '', migrations = '', onlyFinish] = process.argv.slice(2);
const db = openSqlite(file, migrations);
const now = () => new Date();
const service = { ...(await exampleService(db)), now, holdSeconds: 0, mailer: localMailbox(db, now) };

async function resolveOne(): Promise<void> {
  const number = `INV-${randomUUID().slice(0, 8)}`;
  const orderNumber = `PO-${number}`;
  await saveInvoice(db, { ...exampleInvoice, number, orderNumber });
  await saveDespatch(db, {
    number: `DN-${number}`,
    accountId: 'ACC-3',
    orderNumber,
    issueDate: '2026-11-12',
    state: 'delivered',
    signedAt: '2026-11-12T09:14:00.000Z',
    signedBy: 'K. Amin',
    lines: [{ line: 1, orderLine: 2, itemId: 'CR-12', deliveredQuantity: { value: '100', unitCode: 'C62' } }],
  });
  const claim = {
    invoiceNumber: number,
    reason: 'SHORT_DELIVERY' as const,
    items: [{ line: 2, receivedQuantity: '100' }],
  };
  const { caseNumber } = await disputeByForm(
    service,
    { accountId: dana.accountId, person: dana },
    randomUUID(),
    claim,
  );
  const record = await caseByNumber(db, caseNumber);
  if (!record) throw new Error('no case');
  const proposal = await propose(
    service,
    record,
    { kind: 'credit_note' },
    { person: sam, actor: sam.id, id: randomUUID() },
  );
  await approve(service, proposal.id, proposal, sam);
  process.stdout.write(`approved ${proposal.id}\n`);
}

process.stdout.write('ready\n');
if (onlyFinish === 'finish') {
  // What a crashed worker had leased comes back when its lease ends: make it due now.
  await db.write(async (tx) => {
    await tx.update(db.t.outbox).set({ dueAt: new Date(0) });
  });
  while ((await runDueEffects(service)) > 0);
  await db.close();
} else {
  const work = async () => {
    for (;;) await resolveOne();
  };
  const deliver = async () => {
    for (;;) {
      await runDueEffects(service);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  await Promise.all([work(), deliver(), deliver()]);
}
