import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Refusal } from '#domain/refusal.ts';
import { CustomerCaseView } from '#domain/views/case-view.ts';
import { listCases } from '#storage/cases/cases.ts';
import { temporarySqlite } from '#storage/every-engine.ts';
import { dana, type ExampleService, exampleService, other, sam } from '../example-service.ts';
import { customerDesk } from './customer-desk.ts';
import { chatWindow, customerWindow } from './customer-window.ts';
import { repWindow } from './rep-window.ts';
import { rights } from './rights.ts';

let opened: Awaited<ReturnType<typeof temporarySqlite>>;
let service: ExampleService;
beforeAll(async () => {
  opened = await temporarySqlite();
  service = await exampleService(opened.database);
});
afterAll(() => opened.remove());

let conversationId: string;
beforeEach(async () => {
  conversationId = randomUUID();
  await chatWindow(service, { personId: dana.id, accountId: dana.accountId }, dana).start({
    id: conversationId,
  });
});

const short = {
  invoiceNumber: 'INV-20418',
  reason: 'SHORT_DELIVERY' as const,
  items: [{ line: 2, receivedQuantity: '100' }],
};
/** Dana's desk in a turn: which message it answers, which came before, and whether it says yes. */
const desk = (answers: number, saysYes: boolean, previousMessage?: number) =>
  customerDesk(service, dana, {
    conversationId,
    answers,
    saysYes,
    ...(previousMessage === undefined ? {} : { previousMessage }),
  });
const openCases = async () => (await listCases(service.db, { accountId: dana.accountId, open: true })).length;
const closeAll = async () => {
  await service.db.write(async (tx) => {
    await tx.update(service.db.t.disputeItems).set({ openKey: null });
    await tx.update(service.db.t.cases).set({ state: 'cancelled' });
  });
};
beforeEach(closeAll);

test('a dispute is read back first and opened only after the yes in the next message', async () => {
  const first = await desk(1, false).openDispute(short);
  expect(first).toMatchObject({
    needsConfirmation: true,
    confirmation: {
      facts: {
        total: '444.00',
        net: '370.00',
        items: [{ invoicedQuantity: '120', claimedQuantity: '100', disputedQuantity: '20' }],
      },
    },
  });
  expect(await openCases()).toBe(0);
  const done = CustomerCaseView.parse(await desk(3, true, 1).openDispute(short));
  expect(done).toMatchObject({ state: 'new', disputed: '444.00', invoiceNumber: 'INV-20418' });
  expect(await openCases()).toBe(1);
});

test.each([
  ['the message is no yes', { answers: 3, saysYes: false, previous: 1 }, short],
  ['the yes comes in the same turn', { answers: 1, saysYes: true, previous: undefined }, short],
  ['something else was said in between', { answers: 5, saysYes: true, previous: 3 }, short],
  [
    'the quantity is another one',
    { answers: 3, saysYes: true, previous: 1 },
    { ...short, items: [{ line: 2, receivedQuantity: '90' }] },
  ],
] as const)('nothing is opened when %s', async (_, turn, claim) => {
  await desk(1, false).openDispute(short);
  const again = await desk(turn.answers, turn.saysYes, turn.previous).openDispute({
    ...claim,
    items: [...claim.items],
  });
  expect(again).toMatchObject({ needsConfirmation: true });
  expect(await openCases()).toBe(0);
});

test('the button confirms exactly what was read back, and pressing twice gives the same case', async () => {
  const asked = await desk(1, false).openDispute(short);
  const id = 'confirmation' in asked ? asked.confirmation.id : '';
  const press = () => customerWindow(service, dana).answerConfirmation(conversationId, id, true);
  const [first, second] = await Promise.all([press(), press()]);
  expect(first).toMatchObject({ caseNumber: expect.stringMatching(/^CASE-\d+$/) });
  expect(second).toMatchObject({ caseNumber: 'caseNumber' in first ? first.caseNumber : '' });
  expect(await openCases()).toBe(1);
});

test('after "Change" the old confirmation opens nothing', async () => {
  const asked = await desk(1, false).openDispute(short);
  const id = 'confirmation' in asked ? asked.confirmation.id : '';
  await customerWindow(service, dana).answerConfirmation(conversationId, id, false);
  await expect(
    customerWindow(service, dana).answerConfirmation(conversationId, id, true),
  ).rejects.toMatchObject({ code: 'not-confirmed' });
  expect(await openCases()).toBe(0);
});

test("somebody else's confirmation, conversation, invoice and case are as if they were not there", async () => {
  const asked = await desk(1, false).openDispute(short);
  const id = 'confirmation' in asked ? asked.confirmation.id : '';
  const olga = customerWindow(service, other);
  await expect(olga.answerConfirmation(conversationId, id, true)).rejects.toMatchObject({
    code: 'not-found',
  });
  const words = async (run: Promise<unknown>) =>
    run.then(
      () => 'answered',
      (error: Refusal) => `${error.code} ${error.message}`,
    );
  const foreign = await words(customerWindow(service, dana).readInvoice('INV-30001'));
  const unknown = await words(customerWindow(service, dana).readInvoice('INV-30999'));
  expect(foreign.replace('INV-30001', '#')).toBe(unknown.replace('INV-30999', '#'));
});

test.each([
  ['more than was billed', { ...short, items: [{ line: 2, receivedQuantity: '130' }] }, 'over-quantity'],
  ['everything arrived', { ...short, items: [{ line: 2, receivedQuantity: '120' }] }, 'invalid'],
  ['a line that is not there', { ...short, items: [{ line: 9, receivedQuantity: '1' }] }, 'invalid'],
  ['no line at all', { invoiceNumber: 'INV-20418', reason: 'SHORT_DELIVERY' as const }, 'invalid'],
  ['no quantity', { ...short, items: [{ line: 2 }] }, 'invalid'],
  ['an unknown invoice', { ...short, invoiceNumber: 'INV-9' }, 'not-found'],
  [
    'figures that do not add up',
    { ...short, items: [{ line: 2, receivedQuantity: '100', disputedQuantity: '30' }] },
    'invalid',
  ],
])('a claim with %s is refused with a sentence that helps', async (_, claim, code) => {
  const refused = await desk(1, false)
    .openDispute(claim)
    .catch((error: Refusal) => error);
  expect(refused).toMatchObject({ code });
  expect(refused).toHaveProperty('message', expect.stringMatching(/[A-Z].{10,}/));
});

test('a second claim on the same line names the open case instead of opening another', async () => {
  await desk(1, false).openDispute(short);
  const { caseNumber } = CustomerCaseView.parse(await desk(3, true, 1).openDispute(short));
  await expect(desk(5, false, 3).openDispute(short)).rejects.toMatchObject({
    code: 'already-disputed',
    details: { caseNumber },
  });
});

test('work notes never reach the customer', async () => {
  await desk(1, false).openDispute(short);
  const { caseNumber } = CustomerCaseView.parse(await desk(3, true, 1).openDispute(short));
  const rep = repWindow(service, sam);
  await rep.addWorkNote(caseNumber, { id: randomUUID(), text: 'Depot B again, third time this month' });
  expect(JSON.stringify(await rep.readCase(caseNumber))).toContain('Depot B');
  expect(JSON.stringify(await customerWindow(service, dana).readCase(caseNumber))).not.toContain('Depot B');
});

test('the matrix of role and right is the one that is written down', () => {
  expect(rights).toMatchInlineSnapshot(`
    {
      "admin": [
        "read cases",
        "work on cases",
        "talk to customers",
        "propose",
        "approve",
        "read audit",
        "run evals",
      ],
      "agent": [
        "read cases",
        "work on cases",
        "talk to customers",
        "propose",
        "approve",
      ],
      "approver": [
        "read cases",
        "approve",
      ],
      "ar_agent": [
        "read cases",
        "work on cases",
        "talk to customers",
        "propose",
        "approve",
      ],
      "auditor": [
        "read cases",
        "read audit",
      ],
      "customer": [],
      "manager": [
        "read cases",
        "work on cases",
        "talk to customers",
        "propose",
        "approve",
        "read audit",
      ],
      "qa": [
        "read cases",
        "run evals",
      ],
      "task_agent": [
        "read cases",
        "work on cases",
      ],
    }
  `);
});

test('a search gives what all that fit come to, also those beyond its limit', async () => {
  const all = await desk(1, false).findInvoices({ limit: 50 });
  const some = await desk(1, false).findInvoices({ limit: 1 });
  const minor = (sums: readonly string[]) =>
    sums.reduce((sum, one) => sum + Math.round(Number(one) * 100), 0);
  expect(all.invoices.length).toBe(all.total);
  expect(minor(all.sums.map(({ total }) => total))).toBe(minor(all.invoices.map(({ total }) => total)));
  expect(minor(all.sums.map(({ open }) => open))).toBe(minor(all.invoices.map(({ open }) => open)));
  expect(some.sums).toEqual(all.sums);
});
