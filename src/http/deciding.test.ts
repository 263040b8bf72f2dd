import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RepCaseView } from '#domain/views/case-view.ts';
import { ProposalView } from '#domain/views/validation-view.ts';
import { eventsOf } from '#storage/cases/case-events.ts';
import { caseByNumber, changeCase } from '#storage/cases/cases.ts';
import { type ExampleApp, exampleApp } from '../example-app.ts';

let example: ExampleApp;
let joris: Record<string, string>;
let sam: Record<string, string>;
let caseNumber: string;
beforeEach(async () => {
  example = await exampleApp();
  joris = await example.customer('joris@noordermeer.test');
  sam = await example.rep('sam@redress.test');
  const claim = {
    id: randomUUID(),
    invoiceNumber: 'INV-1003',
    reason: 'SHORT_DELIVERY',
    items: [{ line: 1, disputedQuantity: '1' }],
  };
  const opened = await example.call('POST', '/api/disputes', joris, claim);
  expect(opened.status).toBe(201);
  caseNumber = (await opened.json()).caseNumber;
  const again = await example.call('POST', '/api/disputes', joris, claim);
  expect((await again.json()).caseNumber).toBe(caseNumber);
});
afterEach(() => example.close());

async function propose() {
  const wanted = { id: randomUUID(), kind: 'credit_note', lines: [{ line: 1, quantity: '1' }] };
  const proposed = await example.call('POST', `/api/rep/cases/${caseNumber}/proposals`, sam, wanted);
  expect(proposed.status).toBe(201);
  return ProposalView.parse(await proposed.json());
}
const approve = (id: string, version: number, previewToken: string, who = sam) =>
  example.call('POST', `/api/proposals/${id}/approval`, who, { version, previewToken, checked: true });

test('figures that are not those on the screen are approved by nobody: the fresh ones come back to be read', async () => {
  const proposal = await propose();
  const answer = await approve(proposal.id, proposal.version, 'what-was-shown-yesterday');
  expect(answer.status).toBe(409);
  const problem = await answer.json();
  expect(problem).toMatchObject({ code: 'preview-changed', status: 409, changes: [] });
  expect(ProposalView.parse(problem.proposal)).toMatchObject({ id: proposal.id, state: 'open' });
});

test('without the tick in the box nothing is approved', async () => {
  const { id, version, previewToken } = await propose();
  const answer = await example.call('POST', `/api/proposals/${id}/approval`, sam, {
    version,
    previewToken,
    checked: false,
  });
  expect(answer.status).toBe(422);
  expect((await answer.json()).fields).toMatchObject([{ name: 'checked' }]);
});

test('an approved credit note goes out once, and the customer opens it by a link that opens nothing else', async () => {
  const manager = await example.rep('mara@redress.test');
  const { id, version, previewToken } = await propose();
  const decided = ProposalView.parse(await (await approve(id, version, previewToken)).json());
  if (decided.state === 'pending_approval') {
    const shown = ProposalView.parse(
      await (await example.call('GET', `/api/rep/proposals/${id}`, manager)).json(),
    );
    expect((await approve(id, shown.version, shown.previewToken, manager)).status).toBe(200);
  }
  example.clock.at = new Date(example.clock.at.getTime() + 31_000);
  await example.redress.runOutbox();
  const done = ProposalView.parse(await (await example.call('GET', `/api/rep/proposals/${id}`, sam)).json());
  expect(done.state).toBe('done');
  const { mails } = await (await example.call('GET', '/api/demo/mailbox')).json();
  const link = new URL(
    mails.find(({ subject }: { subject: string }) => subject.includes('credit note'))?.link,
  );
  const pdf = await example.call('GET', link.pathname);
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect(pdf.headers.get('content-disposition')).toBe(`inline; filename="${done.outcome?.number}.pdf"`);
  expect((await pdf.text()).slice(0, 5)).toBe('%PDF-');
});

test('a rep mends the summary of a chat: words may change, sources are never invented, and what it said before is kept', async () => {
  const { db } = example.redress;
  const id = randomUUID();
  await example.call('POST', '/api/conversations', joris, { id });
  await example.call('POST', `/api/conversations/${id}/handover`, joris, { reason: 'Wants a person' });
  const record = await caseByNumber(db, caseNumber);
  if (!record) throw new Error('The case is not there');
  await changeCase(db, record, { conversationId: id });
  const { summary } = RepCaseView.parse(
    await (await example.call('GET', `/api/rep/cases/${caseNumber}`, sam)).json(),
  );
  const [first] = summary?.sentences ?? [];
  if (!first) throw new Error('The summary is empty');
  const mend = (sentence: object) =>
    example.call('PUT', `/api/rep/cases/${caseNumber}/summary`, sam, {
      language: 'en',
      sentences: [{ ...first, ...sentence }],
    });
  const mended = RepCaseView.parse(await (await mend({ text: 'Joris called.' })).json());
  expect(mended.summary?.sentences).toEqual([{ ...first, text: 'Joris called.' }]);
  expect(mended.timeline.at(-1)?.text).toBe('Sam Ortiz mended the summary.');
  expect((await mend({ sources: [{ kind: 'record', id: 'INV-9' }] })).status).toBe(422);
  const kept = (await eventsOf(db, record.id, 'team')).find(({ text }) => text.includes('mended'));
  expect(kept?.data).toMatchObject({ before: { sentences: summary?.sentences } });
});

test('a link to an invoice opens its PDF and its XML for a quarter of an hour, and no changed link opens anything', async () => {
  const links = await (await example.call('POST', '/api/invoices/INV-1003/copy', joris, {})).json();
  const paths = [links.pdfUrl, links.xmlUrl].map((url: string) => new URL(url).pathname);
  expect((await example.call('GET', paths[0] ?? '')).headers.get('content-type')).toBe('application/pdf');
  const xml = await example.call('GET', paths[1] ?? '');
  expect(xml.headers.get('content-type')).toBe('application/xml');
  expect(await xml.text()).toContain('<cbc:ID>INV-1003</cbc:ID>');
  const changed = [
    `${paths[0]}x`,
    paths[0]?.replace(/.$/, ''),
    paths[0]?.replace('/documents/', '/documents/A'),
    '/documents/a.b',
  ];
  for (const path of changed) expect((await example.call('GET', path ?? '')).status).toBe(404);
  example.clock.at = new Date(example.clock.at.getTime() + 16 * 60_000);
  const late = await example.call('GET', paths[0] ?? '', { accept: 'text/html' });
  expect(late.status).toBe(410);
  expect(await late.text()).toBe('This link has expired. Ask for a new one in the chat.\n');
});
