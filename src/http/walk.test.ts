import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readDocuments } from '#connectors/documents/read-documents.ts';
import { CustomerCaseView, RepCaseView } from '#domain/views/case-view.ts';
import { LogEntry } from '#domain/views/log-entry.ts';
import { ProposalView, SimilarCasesView, ValidationView } from '#domain/views/validation-view.ts';
import { temporaryPostgres } from '#storage/every-engine.ts';
import { type ExampleRedress, exampleRedress } from '../example-redress.ts';
import { appOf } from '../serve.ts';

const server = process.env.TEST_DATABASE_URL;
const engines = [
  { name: 'SQLite', open: async () => ({ settings: {}, remove: async () => undefined }) },
  ...(server === undefined
    ? []
    : [
        {
          name: 'PostgreSQL',
          open: async () => {
            const { database, url, remove } = await temporaryPostgres(server);
            await database.close();
            return { settings: { DATABASE_URL: url }, remove };
          },
        },
      ]),
];

describe.each(engines)('The first five minutes over HTTP on $name', ({ open }) => {
  let redress: ExampleRedress;
  let app: ReturnType<typeof appOf>;
  let opened: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    opened = await open();
    redress = await exampleRedress(opened.settings);
    app = appOf(redress);
  }, 60_000);
  afterAll(async () => {
    await redress.remove();
    await opened.remove().catch(() => undefined);
  });

  async function call<T>(
    schema: z.ZodType<T>,
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: object,
  ): Promise<T> {
    const response = await app.request(path, {
      method,
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return schema.parse(text === '' ? undefined : JSON.parse(text));
  }

  /** What a reader of the log gets from a number on, until it has caught up. */
  async function log(path: string, headers: Record<string, string>, after = 0): Promise<LogEntry[]> {
    const response = await app.request(path, { headers: { ...headers, 'last-event-id': String(after) } });
    const entries: LogEntry[] = [];
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (reader && !text.includes('event: caught-up')) text += (await reader.read()).value ?? '';
    await reader?.cancel();
    for (const [, data = ''] of text.matchAll(/event: entry\ndata: (.*)\n/g))
      entries.push(LogEntry.parse(JSON.parse(data)));
    return entries;
  }

  test('token, message, dispute, handover, accept, similar, check, propose, approve, credit note and mail', async () => {
    // The customer signs in as the seller's site would do it, and asks.
    const { token } = await call(
      z.object({ token: z.string() }),
      'GET',
      '/api/demo/token?email=dana@brightwell.test',
      {},
    );
    const dana = { authorization: `Bearer ${token}` };
    const id = randomUUID();
    await call(z.object({ state: z.literal('bot') }), 'POST', '/api/conversations', dana, { id });
    let seen = 0;
    const say = async (text: string) => {
      const { seq } = await call(
        z.object({ seq: z.number() }),
        'POST',
        `/api/conversations/${id}/messages`,
        dana,
        { id: randomUUID(), text },
      );
      await redress.assistant.answer(id, seq);
      const entries = await log(`/api/conversations/${id}/log`, dana, seq);
      seen = entries.at(-1)?.seq ?? seq;
      return entries.at(-1)?.body;
    };
    const why = await say('Why is INV-20418 higher than last month?');
    expect(why).toMatchObject({
      kind: 'message',
      text: expect.stringContaining('370.00'),
      cards: [{ kind: 'invoice' }],
    });
    const asked = await say('Only 100 crates arrived, I want a credit');
    const Confirmation = z.object({
      cards: z.tuple([
        z.object({ kind: z.literal('confirmation'), confirmation: z.object({ id: z.string() }) }),
      ]),
    });
    const [{ confirmation }] = Confirmation.parse(asked).cards;
    const { result } = await call(
      z.object({ result: CustomerCaseView }),
      'POST',
      `/api/conversations/${id}/confirmations/${confirmation.id}`,
      dana,
      { confirmed: true },
    );
    expect(result).toMatchObject({ caseNumber: 'CASE-1187', disputed: '444.00', state: 'new' });

    // A person is asked for, and the first rep who accepts has the chat.
    await call(z.unknown(), 'POST', `/api/conversations/${id}/handover`, dana, {});
    const signedIn = await app.request('/api/demo/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-redress': '1' },
      body: JSON.stringify({ email: 'sam@redress.test' }),
    });
    const sam = { cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '', 'x-redress': '1' };
    const Queue = z.object({
      offers: z.array(z.object({ conversationId: z.string(), caseNumber: z.string() })),
    });
    const { offers } = await call(Queue, 'GET', '/api/rep/queue', sam);
    expect(offers).toContainEqual({ conversationId: id, caseNumber: 'CASE-1187' });
    await call(z.unknown(), 'POST', `/api/rep/handovers/${id}/acceptance`, sam);
    const record = await call(RepCaseView, 'GET', '/api/rep/cases/CASE-1187', sam);
    expect(record.assignedTo?.name).toBe('Sam Ortiz');
    expect(record.summary?.sentences.map((sentence) => sentence.text).join(' ')).toContain('100 of 120');
    await call(z.unknown(), 'POST', `/api/rep/conversations/${id}/messages`, sam, {
      id: randomUUID(),
      text: 'Hi Dana, I have the delivery note open.',
    });
    expect(await say('Thank you')).toBeUndefined(); // the assistant is silent while a person is here

    // What the records say, and how such cases ended before.
    const check = await call(ValidationView, 'POST', '/api/rep/cases/CASE-1187/check', sam);
    expect(check).toMatchObject({
      verdict: 'validated',
      lines: [{ invoiced: '120', delivered: '100', claimed: '100', supported: '20' }],
    });
    expect(JSON.stringify(check.lines[0]?.sources)).toContain('DN-7741');
    // Looking again finds the same, so the case's history says it once.
    await call(ValidationView, 'POST', '/api/rep/cases/CASE-1187/check', sam);
    const { timeline } = await call(RepCaseView, 'GET', '/api/rep/cases/CASE-1187', sam);
    expect(timeline.filter(({ kind }) => kind === 'checked')).toHaveLength(1);
    const similar = await call(SimilarCasesView, 'GET', '/api/rep/cases/CASE-1187/similar', sam);
    expect(similar.cases).toHaveLength(5);
    expect(similar.cases.filter((one) => one.reasonCode === 'SHORT_DELIVERY').length).toBeGreaterThan(2);

    // The credit is proposed, approved, held, and goes out.
    const proposal = await call(ProposalView, 'POST', '/api/rep/cases/CASE-1187/proposals', sam, {
      id: randomUUID(),
      kind: 'credit_note',
    });
    expect(proposal).toMatchObject({
      net: '370.00',
      tax: '74.00',
      total: '444.00',
      recipient: 'dana@brightwell.test',
    });
    const { version, previewToken } = proposal;
    const held = await call(ProposalView, 'POST', `/api/proposals/${proposal.id}/approval`, sam, {
      version,
      previewToken,
      checked: true,
    });
    expect(held.state).toBe('held');
    redress.clock.at = new Date(redress.clock.at.getTime() + 31_000);
    await redress.runOutbox();

    // The customer sees it, can open both documents, and has the mail.
    const Resolved = z.object({
      kind: z.literal('card'),
      card: z.object({ number: z.string(), total: z.string(), pdfUrl: z.string(), xmlUrl: z.string() }),
    });
    const outcome = (await log(`/api/conversations/${id}/log`, dana, seen)).flatMap(
      (entry) => Resolved.safeParse(entry.body).data?.card ?? [],
    );
    expect(outcome).toMatchObject([{ number: 'CN-3301', total: '444.00' }]);
    const open = (url = '') => app.request(new URL(url).pathname);
    const pdf = await open(outcome[0]?.pdfUrl);
    expect(pdf.headers.get('content-type')).toContain('application/pdf');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const xml = await (await open(outcome[0]?.xmlUrl)).arrayBuffer();
    const [read] = readDocuments(new Uint8Array(xml), 'CN-3301.xml').documents;
    expect(read).toMatchObject({
      type: 'credit_note',
      document: { number: 'CN-3301', totalMinor: 44_400, invoiceNumber: 'INV-20418' },
    });
    const closed = await call(CustomerCaseView, 'GET', '/api/cases/CASE-1187', dana);
    expect(closed).toMatchObject({
      state: 'closed',
      resolutionCode: 'credit_note_issued',
      creditNote: { number: 'CN-3301' },
    });
    const Mails = z.object({
      mails: z.array(z.object({ recipient: z.string(), subject: z.string(), text: z.string() })),
    });
    const { mails } = await call(Mails, 'GET', '/api/demo/mailbox', {});
    expect(mails.map((mail) => mail.subject).sort()).toEqual([
      'Case CASE-1187: Short delivery on INV-20418',
      'Case CASE-1187: credit note issued for INV-20418',
    ]);
    expect(mails.find((mail) => mail.subject.includes('credit note'))?.text).toContain('CN-3301');
  }, 60_000);
});
