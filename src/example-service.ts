// What the tests of actions start from: one seller, two customers, one short delivery, and a clock that they set.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Service } from '#actions/service.ts';
import type { OutgoingMail } from '#connectors/mailer.ts';
import type { Person } from '#domain/person.ts';
import { Policy } from '#domain/policy.ts';
import { openKnowledge } from '#knowledge/knowledge.ts';
import { offlineRecordWriter } from '#offline-engine/records/record-writer.ts';
import { saveInvoice } from '#storage/billing/invoices.ts';
import type { Database } from '#storage/database.ts';
import {
  despatchesOfOrder,
  receiptsOfOrder,
  returnsOfOrder,
  saveDespatch,
} from '#storage/deliveries/despatches-and-receipts.ts';
import { saveOrder } from '#storage/deliveries/orders.ts';
import { saveStock, stockOf } from '#storage/deliveries/stock.ts';
import { saveAccount } from '#storage/parties/accounts.ts';
import { savePerson } from '#storage/parties/people.ts';

const policyText = readFileSync(new URL('../fixtures/policy.yaml', import.meta.url), 'utf8');
export const examplePolicy: Policy = Policy.parse(parse(policyText));

export const dana: Person & { accountId: string } = {
  id: 'dana',
  name: 'Dana Ellis',
  email: 'dana@brightwell.test',
  role: 'customer',
  accountId: 'ACC-3',
  language: 'en',
};
export const other: Person & { accountId: string } = {
  id: 'olga',
  name: 'Olga Reyes',
  email: 'olga@oakmere.test',
  role: 'customer',
  accountId: 'ACC-2',
  language: 'en',
};
export const sam: Person = {
  id: 'sam',
  name: 'Sam Ortiz',
  email: 'sam@redress.test',
  role: 'agent',
  language: 'en',
};
export const priya: Person = {
  id: 'priya',
  name: 'Priya Nair',
  email: 'priya@redress.test',
  role: 'agent',
  language: 'en',
};
export const mara: Person = {
  id: 'mara',
  name: 'Mara Lindqvist',
  email: 'mara@redress.test',
  role: 'manager',
  language: 'en',
};

export type ExampleService = Service & {
  readonly clock: { at: Date };
  readonly mails: OutgoingMail[];
  readonly warnings: string[];
};

/** A service over an empty database: Brightwell was billed 120 crates on INV-20418 and signed for 100. */
export async function exampleService(db: Database): Promise<ExampleService> {
  await fill(db);
  const clock = { at: new Date('2026-11-20T12:00:00.000Z') };
  const mails: OutgoingMail[] = [];
  const warnings: string[] = [];
  return {
    db,
    policy: examplePolicy,
    now: () => clock.at,
    newId: randomUUID,
    deliveries: {
      ofOrder: async (orderNumber) => ({
        despatches: await despatchesOfOrder(db, orderNumber),
        receipts: await receiptsOfOrder(db, orderNumber),
        returns: await returnsOfOrder(db, orderNumber),
      }),
    },
    stock: {
      ofItem: async (itemId) => {
        const item = await stockOf(db, itemId);
        if (!item) return undefined;
        const { baseUnit, perUnit, ...rest } = item;
        return { ...rest, conversions: { baseUnit, perUnit } };
      },
    },
    mailer: {
      send: async (mail) => {
        if (!mails.some((sent) => sent.key === mail.key)) mails.push(mail);
      },
    },
    knowledge: openKnowledge(db, wordEmbedder),
    records: offlineRecordWriter,
    secret: 'a secret of thirty-two characters',
    publicUrl: 'http://localhost:4000',
    holdSeconds: 30,
    announce: () => undefined,
    warn: (message) => warnings.push(message),
    clock,
    mails,
    warnings,
  };
}

/** Texts with the same words are near; enough where the meaning is not what is tested. */
export const wordEmbedder = {
  name: 'words/384',
  embed: async (texts: readonly string[]) =>
    texts.map((text) => {
      const vector = new Array<number>(384).fill(0);
      for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
        const place = [...word].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 384, 7);
        vector[place] = (vector[place] ?? 0) + 1;
      }
      return vector;
    }),
  close: async () => undefined,
};

async function fill(db: Database): Promise<void> {
  const address = { street: '1 Market Street', city: 'Leeds', postalCode: 'LS1 1AA', countryCode: 'GB' };
  const account = {
    currency: 'GBP',
    language: 'en',
    timeZone: 'Europe/London',
    keyAccount: false,
    inGoodStanding: true,
  };
  await saveAccount(db, {
    id: 'ACC-3',
    name: 'Brightwell Foods',
    ...account,
    billTo: { name: 'Brightwell Foods', ...address },
  });
  await saveAccount(db, {
    id: 'ACC-2',
    name: 'Oakmere Supplies',
    ...account,
    billTo: { name: 'Oakmere Supplies', ...address },
  });
  for (const person of [dana, other, sam, priya, mara]) await savePerson(db, person);
  await saveInvoice(db, exampleInvoice);
  await saveInvoice(db, { ...exampleInvoice, number: 'INV-30001', accountId: 'ACC-2', orderNumber: 'PO-9' });
  const crates = { line: 2, itemId: 'CR-12', description: 'Crates 12×1L' };
  const order = { accountId: 'ACC-3', issueDate: '2026-11-10', currency: 'GBP' };
  await saveOrder(db, {
    number: 'PO-5120',
    ...order,
    lines: [{ ...crates, orderedQuantity: { value: '120', unitCode: 'C62' }, unitPrice: '18.50' }],
  });
  await saveDespatch(db, {
    number: 'DN-7741',
    accountId: 'ACC-3',
    orderNumber: 'PO-5120',
    issueDate: '2026-11-12',
    state: 'delivered',
    signedAt: '2026-11-12T09:14:00.000Z',
    signedBy: 'K. Amin',
    lines: [{ line: 1, orderLine: 2, itemId: 'CR-12', deliveredQuantity: { value: '100', unitCode: 'C62' } }],
  });
  await saveStock(db, {
    itemId: 'CR-12',
    baseUnit: 'C62',
    perUnit: { XCT: '12' },
    available: '400',
    leadTimeDays: 2,
  });
}

/** 120 crates at 18.50 and 20 % VAT: 2,664.00 pounds. */
export const exampleInvoice = {
  number: 'INV-20418',
  accountId: 'ACC-3',
  typeCode: '380',
  issueDate: '2026-11-14',
  dueDate: '2026-11-30',
  currency: 'GBP',
  orderNumber: 'PO-5120',
  billTo: { name: 'Brightwell Foods' },
  netMinor: 222_000,
  taxMinor: 44_400,
  totalMinor: 266_400,
  prepaidMinor: 0,
  lines: [
    {
      line: 2,
      kind: 'goods' as const,
      itemId: 'CR-12',
      description: 'Crates 12×1L',
      invoicedQuantity: { value: '120', unitCode: 'C62' },
      unitPrice: '18.50',
      priceBaseQuantity: '1',
      netMinor: 222_000,
      taxCategory: 'S',
      taxRate: '20',
      orderLine: 2,
    },
  ],
};
