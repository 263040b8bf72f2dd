import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { invoiceByNumber, saveInvoice } from './billing/invoices.ts';
import { startConversation } from './conversations/conversations.ts';
import { appendEntry, entriesAfter } from './conversations/log-entries.ts';
import { onEveryEngine } from './every-engine.ts';
import { appendAudit, verifyAudit } from './outbox/audit.ts';
import { enqueue, leaseDue, markDone } from './outbox/outbox.ts';
import { drawNumber } from './outbox/sequences.ts';

const now = new Date('2026-11-21T14:00:00.000Z');

onEveryEngine('Storage', (database) => {
  test('keeps an invoice exactly, and once', async () => {
    const db = database();
    const invoice = {
      number: 'INV-1',
      accountId: 'ACC-1',
      typeCode: '380',
      issueDate: '2026-11-01',
      dueDate: '2026-11-30',
      currency: 'EUR',
      billTo: { name: 'Brightwell' },
      netMinor: Number.MAX_SAFE_INTEGER - 1,
      taxMinor: 1,
      totalMinor: Number.MAX_SAFE_INTEGER,
      prepaidMinor: 0,
      lines: [
        {
          line: 1,
          kind: 'goods' as const,
          itemId: 'A',
          description: 'Größe L',
          invoicedQuantity: { value: '0.125', unitCode: 'KGM' },
          unitPrice: '0.000123',
          priceBaseQuantity: '1',
          netMinor: Number.MAX_SAFE_INTEGER - 1,
          taxCategory: 'S',
          taxRate: '21',
        },
      ],
    };
    expect(await saveInvoice(db, invoice)).toBe('new');
    expect(await saveInvoice(db, invoice)).toBe('unchanged');
    expect(await saveInvoice(db, { ...invoice, taxMinor: 2 })).toBe('conflict');
    expect(await invoiceByNumber(db, 'INV-1')).toEqual(invoice);
    expect(await invoiceByNumber(db, 'INV-1', 'ACC-2')).toBeUndefined();
  });

  test('numbers log entries without gaps while many write at once, and a retried message is one entry', async () => {
    const db = database();
    const id = randomUUID();
    await startConversation(db, {
      id,
      side: 'customer',
      state: 'bot',
      language: 'en',
      lastSeq: 0,
      contextFrom: 0,
      createdAt: now,
      changedAt: now,
    });
    const write = (messageId: string) =>
      appendEntry(db, id, {
        id: messageId,
        at: now,
        author: 'customer',
        audience: 'everyone',
        body: { kind: 'message', text: messageId },
      });
    await Promise.all([...Array(12).keys()].flatMap((i) => [write(`m${i}`), write(`m${i}`)]));
    const entries = await entriesAfter(db, id, 0);
    expect(entries.map((entry) => entry.seq)).toEqual([...Array(12).keys()].map((i) => i + 1));
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(12);
  });

  test('draws gapless numbers: what is rolled back gives its number back', async () => {
    const db = database();
    await Promise.all(
      [...Array(10).keys()].map((i) =>
        db
          .write(async () => {
            await drawNumber(db, 'credit-note', 3301);
            if (i % 3 === 0) throw new Error('the work failed');
          })
          .catch(() => undefined),
      ),
    );
    expect(await drawNumber(db, 'credit-note', 3301)).toBe(3301 + 6);
  });

  test('gives each due effect to one worker', async () => {
    const db = database();
    for (let i = 0; i < 20; i++)
      await enqueue(db, { key: `mail:${i}`, topic: 'mail', payload: { i }, dueAt: now });
    await enqueue(db, { key: 'mail:0', topic: 'mail', payload: {}, dueAt: now });
    const later = new Date(now.getTime() + 1);
    const leased = (await Promise.all([1, 2, 3, 4].map(() => leaseDue(db, later, 10, 60_000)))).flat();
    expect(leased.map((row) => row.key).sort()).toEqual([...Array(20).keys()].map((i) => `mail:${i}`).sort());
    expect(await markDone(db, 'mail:3', later)).toBe(true);
    expect(await markDone(db, 'mail:3', later)).toBe(false);
  });

  test('shows a change to the audit record', async () => {
    const db = database();
    for (let i = 0; i < 5; i++)
      await appendAudit(db, 'key', {
        at: now,
        actor: 'p',
        action: 'approve',
        subject: `c${i}`,
        data: { b: 1, a: i },
      });
    expect(await verifyAudit(db, 'key')).toEqual({ rows: 5 });
    expect(await verifyAudit(db, 'another key')).toEqual({ rows: 0, firstBad: 1 });
    await db.write(async (tx) => {
      await tx.update(db.t.audit).set({ actor: 'somebody else' });
    });
    expect(await verifyAudit(db, 'key')).toEqual({ rows: 0, firstBad: 1 });
  });

  test('undoes everything a failed unit of work did, nested ones too', async () => {
    const db = database();
    const failing = db.write(async () => {
      await enqueue(db, { key: 'undone', topic: 'mail', payload: {}, dueAt: now });
      throw new Error('afterwards');
    });
    await expect(failing).rejects.toThrow('afterwards');
    expect(await db.read.$count(db.t.outbox, undefined)).toBeGreaterThan(0);
    expect((await db.read.select().from(db.t.outbox)).some((row) => row.key === 'undone')).toBe(false);
  });
});
