import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { Refusal } from '#domain/refusal.ts';
import { creditNotesOfInvoice } from '#storage/billing/credit-notes.ts';
import { saveInvoice } from '#storage/billing/invoices.ts';
import { ledgerSums } from '#storage/billing/ledger.ts';
import { eventsOf } from '#storage/cases/case-events.ts';
import { type CaseRecord, caseByNumber, itemsOf } from '#storage/cases/cases.ts';
import { onEveryEngine } from '#storage/every-engine.ts';
import { verifyAudit } from '#storage/outbox/audit.ts';
import {
  dana,
  type ExampleService,
  exampleInvoice,
  exampleService,
  mara,
  priya,
  sam,
} from '../../example-service.ts';
import { disputeByForm } from '../cases/confirmed-writes.ts';
import { runDueEffects } from '../outbox/run-outbox.ts';
import { approve } from './approve.ts';
import { propose } from './propose.ts';
import { reject, takeBack } from './take-back.ts';
import type { Wanted } from './work-out.ts';

const who = { accountId: dana.accountId, person: dana };
const credit: Wanted = { kind: 'credit_note' };

onEveryEngine('A resolution', (database) => {
  let service: ExampleService;
  let invoice = 0;
  beforeEach(async () => {
    service = await exampleService(database());
    service.mails.length = 0;
  });

  /** A new invoice like INV-20418 and a case that says 100 of its 120 crates arrived. */
  async function dispute(billed = exampleInvoice): Promise<CaseRecord & { invoiceNumber: string }> {
    const number = `INV-5${String(++invoice).padStart(4, '0')}-${service.db.engine}`;
    await saveInvoice(service.db, { ...billed, number, orderNumber: `PO-${number}` });
    await copyDelivery(service, `PO-${number}`);
    const opened = await disputeByForm(service, who, randomUUID(), {
      invoiceNumber: number,
      reason: 'SHORT_DELIVERY',
      items: [{ line: 2, receivedQuantity: '100' }],
    });
    const record = await caseByNumber(service.db, opened.caseNumber);
    if (!record) throw new Error('no case');
    return { ...record, invoiceNumber: number };
  }

  const proposeAs = (record: CaseRecord, wanted = credit, person = sam) =>
    propose(service, record, wanted, { person, actor: person.id, id: randomUUID() });
  const holdEnds = async () => {
    service.clock.at = new Date(service.clock.at.getTime() + 31_000);
    while ((await runDueEffects(service)) > 0);
  };

  test('credits what the delivery note proves: 20 crates, 370.00 and 74.00 VAT, once the hold is over', async () => {
    const record = await dispute();
    const proposal = await proposeAs(record);
    expect(proposal).toMatchObject({
      net: '370.00',
      tax: '74.00',
      total: '444.00',
      verdict: 'validated',
      balanceAfter: '2220.00',
    });
    expect(proposal.approval).toMatchObject({ by: 'rep', limit: '500.00' });
    const held = await approve(service, proposal.id, proposal, sam);
    expect(held.state).toBe('held');
    await runDueEffects(service);
    expect(await creditNotesOfInvoice(service.db, record.invoiceNumber)).toEqual([]);
    await holdEnds();
    const [note] = await creditNotesOfInvoice(service.db, record.invoiceNumber);
    expect(note).toMatchObject({ netMinor: 37_000, taxMinor: 7_400, totalMinor: 44_400, reasonCode: '4' });
    const closed = await caseByNumber(service.db, record.number);
    expect(closed).toMatchObject({
      state: 'closed',
      resolutionCode: 'credit_note_issued',
      approvedMinor: 44_400,
    });
    expect(closed?.resolutionNotes).toContain(note?.number);
    const [item] = await itemsOf(service.db, [record.id]);
    expect(item).toMatchObject({ state: 'resolved_accepted', approvedQuantity: '20', approvedMinor: 44_400 });
    const workNotes = (await eventsOf(service.db, record.id, 'team')).filter(
      (event) => event.kind === 'work_note',
    );
    expect(workNotes.at(-1)?.text).toContain(note?.number);
    expect((await ledgerSums(service.db, [record.invoiceNumber])).get(record.invoiceNumber)).toMatchObject({
      disputedMinor: 0,
      creditedMinor: 44_400,
    });
    expect(service.mails.map((mail) => mail.to)).toEqual([dana.email, dana.email]);
    expect(service.mails.at(-1)?.text).toContain('444.00');
  });

  test('pressing a hundred times at once gives one credit note and one mail', async () => {
    const record = await dispute();
    const proposal = await proposeAs(record);
    const presses = await Promise.allSettled(
      [...Array(100).keys()].map((i) => approve(service, proposal.id, proposal, i % 2 === 0 ? sam : priya)),
    );
    expect(presses.some((press) => press.status === 'fulfilled')).toBe(true);
    for (const press of presses) {
      if (press.status === 'rejected')
        expect(press.reason).toMatchObject({ name: 'Refusal', code: 'moved-on' });
    }
    service.clock.at = new Date(service.clock.at.getTime() + 31_000);
    await Promise.all([1, 2, 3, 4].map(() => runDueEffects(service)));
    await holdEnds();
    expect(await creditNotesOfInvoice(service.db, record.invoiceNumber)).toHaveLength(1);
    expect(service.mails.filter((mail) => mail.key.startsWith('case-closed:'))).toHaveLength(1);
  }, 60_000);

  test('taken back during the hold, nothing is issued and no number is used', async () => {
    const first = await dispute();
    const proposal = await proposeAs(first);
    await approve(service, proposal.id, proposal, sam);
    expect((await takeBack(service, proposal.id, sam)).state).toBe('taken_back');
    await holdEnds();
    expect(await creditNotesOfInvoice(service.db, first.invoiceNumber)).toEqual([]);
    const again = await proposeAs((await caseByNumber(service.db, first.number)) ?? first);
    await approve(service, again.id, again, sam);
    const second = await dispute();
    const other = await proposeAs(second);
    await approve(service, other.id, other, sam);
    await holdEnds();
    const numbers = [
      ...(await creditNotesOfInvoice(service.db, first.invoiceNumber)),
      ...(await creditNotesOfInvoice(service.db, second.invoiceNumber)),
    ]
      .map((note) => Number(note.number.slice(3)))
      .sort((a, b) => a - b);
    expect(numbers[1]).toBe((numbers[0] ?? 0) + 1);
    await expect(takeBack(service, again.id, sam)).rejects.toMatchObject({ code: 'moved-on' });
  });

  test('over the limit somebody else must say yes, and may say no', async () => {
    const [line] = exampleInvoice.lines;
    const large = {
      ...exampleInvoice,
      netMinor: 2_220_000,
      taxMinor: 444_000,
      totalMinor: 2_664_000,
      lines: line ? [{ ...line, unitPrice: '185.00', netMinor: 2_220_000 }] : [],
    };
    const record = await dispute(large);
    const proposal = await proposeAs(record);
    expect(proposal).toMatchObject({
      total: '4440.00',
      approval: { by: 'manager', approver: 'Mara Lindqvist' },
    });
    expect((await approve(service, proposal.id, proposal, sam)).state).toBe('pending_approval');
    const waiting = { version: proposal.version + 1, previewToken: proposal.previewToken };
    await expect(approve(service, proposal.id, waiting, sam)).rejects.toMatchObject({
      code: 'approval-needed',
    });
    await expect(approve(service, proposal.id, waiting, priya)).rejects.toMatchObject({
      code: 'approval-needed',
    });
    expect((await approve(service, proposal.id, waiting, mara)).state).toBe('held');
    const second = await dispute(large);
    const again = await proposeAs(second);
    await approve(service, again.id, again, sam);
    expect((await reject(service, again.id, 'Ask the depot first.', mara)).state).toBe('rejected');
  });

  test('an approval covers exactly what was shown: another version, token or changed figure is refused with a fresh preview', async () => {
    const record = await dispute();
    const proposal = await proposeAs(record);
    for (const wrong of [
      { ...proposal, version: 7 },
      { ...proposal, previewToken: 'forged' },
    ]) {
      await expect(approve(service, proposal.id, wrong, sam)).rejects.toMatchObject({
        code: 'preview-changed',
      });
    }
    await deliverMore(service, `PO-${record.invoiceNumber}`, '15');
    const refused = await approve(service, proposal.id, proposal, sam).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ code: 'preview-changed' });
    expect(JSON.stringify(refused)).toContain('The verdict changed');
  });

  test('two cases cannot take the last unit of one invoice: the second is given back with the reason', async () => {
    const record = await dispute();
    const proposal = await proposeAs(record);
    await approve(service, proposal.id, proposal, sam);
    // Another system credits the same units while the hold runs.
    await creditElsewhere(service, record.invoiceNumber);
    await holdEnds();
    expect(await creditNotesOfInvoice(service.db, record.invoiceNumber)).toHaveLength(1);
    expect(await caseByNumber(service.db, record.number)).toMatchObject({ state: 'work_in_progress' });
    expect((await eventsOf(service.db, record.id, 'team')).at(-1)?.text).toMatch(/^Nothing was issued/);
  });

  test('sends the missing goods again without charge, with a date that stock can keep', async () => {
    const record = await dispute();
    const proposal = await proposeAs(record, { kind: 'replacement_order' });
    expect(proposal).toMatchObject({ total: '0.00', promiseDate: '2026-11-24' });
    await approve(service, proposal.id, proposal, sam);
    await holdEnds();
    expect(await caseByNumber(service.db, record.number)).toMatchObject({
      state: 'closed',
      resolutionCode: 'replacement_ordered',
    });
    expect(service.mails.at(-1)?.subject).toContain('goods sent again');
  });

  test('a denial against the records needs a second person, and always says how to object', async () => {
    const record = await dispute();
    const wanted = { kind: 'denial', reason: 'The crates were collected at the gate on the day.' } as const;
    const proposal = await proposeAs(record, wanted);
    expect(proposal.approval.by).toBe('manager');
    await approve(service, proposal.id, proposal, mara);
    await holdEnds();
    expect(await caseByNumber(service.db, record.number)).toMatchObject({
      state: 'closed',
      resolutionCode: 'invalid_dispute',
    });
    expect(service.mails.at(-1)?.text).toContain('If you see it differently');
    await expect(proposeAs((await caseByNumber(service.db, record.number)) ?? record)).rejects.toMatchObject({
      code: 'moved-on',
    });
  });

  test('keeps an audit record that shows nothing was changed', async () => {
    const { rows, firstBad } = await verifyAudit(service.db, service.secret);
    expect(rows).toBeGreaterThan(10);
    expect(firstBad).toBeUndefined();
  });
});

async function copyDelivery(service: ExampleService, orderNumber: string): Promise<void> {
  await deliver(service, orderNumber, `DN-${orderNumber}`, '100', '2026-11-12');
}

const deliverMore = (service: ExampleService, orderNumber: string, value: string) =>
  deliver(service, orderNumber, `DN2-${orderNumber}`, value, '2026-11-13');

async function deliver(
  service: ExampleService,
  orderNumber: string,
  number: string,
  value: string,
  day: string,
): Promise<void> {
  const { saveDespatch } = await import('#storage/deliveries/despatches-and-receipts.ts');
  await saveDespatch(service.db, {
    number,
    accountId: 'ACC-3',
    orderNumber,
    issueDate: day,
    state: 'delivered',
    signedAt: `${day}T09:14:00.000Z`,
    signedBy: 'K. Amin',
    lines: [{ line: 1, orderLine: 2, itemId: 'CR-12', deliveredQuantity: { value, unitCode: 'C62' } }],
  });
}

async function creditElsewhere(service: ExampleService, invoiceNumber: string): Promise<void> {
  const { saveCreditNote } = await import('#storage/billing/credit-notes.ts');
  await saveCreditNote(service.db, {
    number: `CN-ELSEWHERE-${invoiceNumber}`,
    accountId: 'ACC-3',
    invoiceNumber,
    issueDate: '2026-11-20',
    currency: 'GBP',
    billTo: { name: 'Brightwell Foods' },
    netMinor: 37_000,
    taxMinor: 7_400,
    totalMinor: 44_400,
    lines: [
      {
        line: 1,
        invoiceLine: 2,
        itemId: 'CR-12',
        description: 'Crates 12×1L',
        creditedQuantity: { value: '20', unitCode: 'C62' },
        unitPrice: '18.50',
        priceBaseQuantity: '1',
        netMinor: 37_000,
        taxCategory: 'S',
        taxRate: '20',
      },
    ],
  });
}
