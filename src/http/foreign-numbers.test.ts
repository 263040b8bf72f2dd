import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExampleApp, exampleApp } from '../example-app.ts';

let example: ExampleApp;
let helen: Record<string, string>;
const theirs = { invoice: 'INV-1003', record: '', conversation: randomUUID() };
const nobodys = { invoice: 'INV-7777', record: 'CASE-7777', conversation: randomUUID() };
beforeAll(async () => {
  example = await exampleApp();
  const owner = await example.customer('joris@noordermeer.test');
  helen = await example.customer('helen@oakmere.test');
  await example.call('POST', '/api/conversations', owner, { id: theirs.conversation });
  const claim = { invoiceNumber: theirs.invoice, reason: 'OTHER', id: randomUUID() };
  theirs.record = (await (await example.call('POST', '/api/disputes', owner, claim)).json()).caseNumber;
});
afterAll(() => example.close());

type Ids = typeof theirs;
const note = { id: randomUUID(), text: 'Please add this' };
const calls: [string, (ids: Ids) => [string, string, Record<string, unknown>?]][] = [
  ['an invoice', (ids) => ['GET', `/api/invoices/${ids.invoice}`]],
  ['why an invoice is as it is', (ids) => ['GET', `/api/invoices/${ids.invoice}/explanation`]],
  ['why a line is as it is', (ids) => ['GET', `/api/invoices/${ids.invoice}/explanation?line=1`]],
  ['a copy', (ids) => ['POST', `/api/invoices/${ids.invoice}/copy`, {}]],
  ['whether it was paid', (ids) => ['GET', `/api/payments?invoiceNumber=${ids.invoice}`]],
  ['a case', (ids) => ['GET', `/api/cases/${ids.record}`]],
  ['a note on a case', (ids) => ['POST', `/api/cases/${ids.record}/notes`, note]],
  [
    'a dispute',
    (ids) => ['POST', '/api/disputes', { id: note.id, invoiceNumber: ids.invoice, reason: 'OTHER' }],
  ],
  ['a conversation', (ids) => ['GET', `/api/conversations/${ids.conversation}`]],
  ['the log of a conversation', (ids) => ['GET', `/api/conversations/${ids.conversation}/log`]],
  ['a message', (ids) => ['POST', `/api/conversations/${ids.conversation}/messages`, note]],
  ['a person', (ids) => ['POST', `/api/conversations/${ids.conversation}/handover`, {}]],
];

test.each(calls)(
  '%s that is another account’s is answered like one that does not exist, byte for byte',
  async (_, of) => {
    const answers = await Promise.all(
      [theirs, nobodys].map(async (ids) => {
        const [method, path, body] = of(ids);
        const answer = await example.call(method, path, helen, body);
        const text = (await answer.text()).replaceAll(ids.invoice, 'NUMBER').replaceAll(ids.record, 'NUMBER');
        return { status: answer.status, text, headers: [...answer.headers] };
      }),
    );
    expect(answers[0]?.status).toBe(404);
    expect(answers[0]).toEqual(answers[1]);
  },
);
