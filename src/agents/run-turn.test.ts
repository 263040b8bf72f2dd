import { randomUUID } from 'node:crypto';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { convertArrayToReadableStream } from 'ai/test';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { today } from '#actions/service.ts';
import { chatWindow } from '#desks/customer-window.ts';
import { repWindow } from '#desks/rep-window.ts';
import { turnDesk } from '#desks/turn-desk.ts';
import type { LogEntry } from '#domain/views/log-entry.ts';
import { type ModelChain, modelChain } from '#models/model-chain.ts';
import { offlineModel } from '#offline-engine/model.ts';
import { listCases } from '#storage/cases/cases.ts';
import { appendEntry, entriesAfter } from '#storage/conversations/log-entries.ts';
import { temporarySqlite } from '#storage/every-engine.ts';
import { dana, type ExampleService, exampleService, sam } from '../example-service.ts';
import { assistantOf } from './assistant.ts';
import { readPrompt } from './prompt.ts';

let opened: Awaited<ReturnType<typeof temporarySqlite>>;
let service: ExampleService;
beforeAll(async () => {
  opened = await temporarySqlite();
  service = await exampleService(opened.database);
});
afterAll(() => opened.remove());
beforeEach(async () => {
  await service.db.write(async (tx) => {
    await tx.update(service.db.t.disputeItems).set({ openKey: null });
    await tx.update(service.db.t.cases).set({ state: 'cancelled' });
  });
});

const offline = () => ({
  name: 'offline',
  model: offlineModel({ today: () => today(service) }),
  isOffline: true,
});
const withModel = (model: LanguageModelV4): ModelChain =>
  modelChain({ name: 'scripted', model, isOffline: false }, offline(), () => service.clock.at);
const offlineOnly = (): ModelChain => modelChain(undefined, offline(), () => service.clock.at);

/** Dana's chat with the assistant: what she writes, and what it answers. */
async function chat(models: () => ModelChain = offlineOnly) {
  const window = chatWindow(service, { personId: dana.id, accountId: dana.accountId }, dana);
  const id = randomUUID();
  await window.start({ id });
  const assistant = assistantOf({
    desk: turnDesk(service),
    models: models(),
    prompts: { customer: readPrompt('invoice-assistant'), rep: readPrompt('dispute-assist') },
    emit: () => undefined,
    ended: () => undefined,
    warn: service.warn,
    runner: 'test',
    timeoutMs: 20_000,
  });
  return {
    id,
    window,
    async say(text: string): Promise<LogEntry & { text: string }> {
      const { entry } = await window.post(id, { id: randomUUID(), text });
      await assistant.answer(id, entry.seq);
      const answer = (await entriesAfter(service.db, id, entry.seq)).at(-1);
      if (!answer) throw new Error('no answer');
      return { ...answer, text: 'text' in answer.body ? answer.body.text : answer.body.kind };
    },
  };
}
const openCases = () => listCases(service.db, { accountId: dana.accountId, open: true });

describe('without a model', () => {
  test('a short delivery is understood, read back, and opened after the yes', async () => {
    const dana1 = await chat();
    expect((await dana1.say('Show me INV-20418')).text).toContain('INV-20418');
    const asked = await dana1.say('Only 100 crates arrived, I want a credit');
    expect(asked.text).toMatch(/444\.00/);
    expect(asked.body).toMatchObject({ cards: [{ kind: 'confirmation' }] });
    expect(await openCases()).toHaveLength(0);
    const done = await dana1.say('Yes please');
    const [opened] = await openCases();
    expect(done.text).toContain(opened?.number);
    expect(done.body).toMatchObject({
      cards: [{ kind: 'case' }],
      trace: [{ tool: 'open_dispute', ok: true }],
    });
  });

  test('a wrong answer at every step costs a question more, never the request', async () => {
    const dana1 = await chat();
    await dana1.say('the crates on INV-20418 were short');
    expect((await dana1.say('lots')).text).toContain('How many of the 120 units');
    expect((await dana1.say('500')).text).toContain('500');
    expect((await dana1.say('3')).text).toContain('3 units');
    expect((await dana1.say('500')).text).toContain('How many of the 120 units');
    expect((await dana1.say('20')).text).toContain('20 units');
    expect((await dana1.say('maybe')).text).toContain('20 units');
    const aside = await dana1.say('which invoices are overdue?');
    expect(aside.body).not.toHaveProperty('quickReplies');
    expect(aside.text).toMatch(/INV-20418, quantity missing[\s\S]*20 units/);
    expect(await openCases()).toHaveLength(0);
    const done = await dana1.say('yes');
    const [opened, ...others] = await openCases();
    expect(others).toEqual([]);
    expect(opened).toMatchObject({ invoiceNumber: 'INV-20418' });
    expect(done.text.split(opened?.number ?? 'none')).toHaveLength(2);
  });

  test('a yes counts for what was read back again, not for what was said in between', async () => {
    const dana1 = await chat();
    await dana1.say('Only 100 of 120 crates arrived on INV-20418');
    await dana1.say('is it paid?');
    const { id, window } = dana1;
    const { entry } = await window.post(id, { id: randomUUID(), text: 'hello?' });
    await appendEntry(service.db, id, {
      id: randomUUID(),
      at: service.now(),
      author: 'rep',
      audience: 'everyone',
      body: { kind: 'message', text: 'Shall I drop it?' },
    });
    expect(entry.seq).toBeGreaterThan(0);
    await dana1.say('yes');
    expect(await openCases()).toHaveLength(0);
    await dana1.say('yes');
    expect(await openCases()).toHaveLength(1);
  });

  test.each([
    'did you get my payment of 1779.36',
    'is there an invoice over 2664.00?',
    'invoices above 500',
    'which payment came on 3 November?',
    'can I get a statement?',
    'a statement from January to November please',
    'what do I owe?',
    'how can I pay?',
    'what are your payment terms?',
    'why is INV-20418 so high?',
    'explain line 2 of INV-20418',
    'show me my last 3 invoices',
    'what is the status of my cases?',
    'can I pay two weeks later?',
    'Kann ich später zahlen?',
    'hallo',
    'Was kannst du?',
    'welche Rechnungen sind offen?',
    'einen Kontoauszug von Januar bis November bitte',
    "un relevé de janvier à novembre s'il vous plaît",
    'un extracto de enero a noviembre, por favor',
    'wyciąg od stycznia do listopada proszę',
  ])('"%s" is answered', async (question) => {
    const { text, body } = await (await chat()).say(question);
    expect(text).not.toMatch(/stand behind|keine belegte Antwort/);
    expect(body.kind).toBe('message');
  });

  test('a no leaves everything as it was', async () => {
    const dana1 = await chat();
    await dana1.say('Only 100 of 120 crates arrived on INV-20418');
    await dana1.say('No, leave it');
    await dana1.say('yes');
    expect(await openCases()).toHaveLength(0);
  });

  test('asking for a person hands the chat over with a summary', async () => {
    const dana1 = await chat();
    await dana1.say('Why is INV-20418 so high?');
    const answer = await dana1.say('let me talk to a human');
    expect(answer.body).toMatchObject({ kind: 'handover', state: 'queued' });
    const { conversation } = await dana1.window.read(dana1.id);
    expect(conversation.summary?.sentences.length).toBeGreaterThan(2);
  });

  test('a foreign invoice and an unknown one are answered alike', async () => {
    const words = async (number: string) =>
      (await (await chat()).say(`Show me invoice ${number}`)).text.replaceAll(number, '#');
    expect(await words('INV-30001')).toBe(await words('INV-30999'));
  });
});

describe('a model that misbehaves', () => {
  const fails = (error: unknown): LanguageModelV4 => ({
    specificationVersion: 'v4',
    provider: 'scripted',
    modelId: 'scripted',
    supportedUrls: {},
    doGenerate: () => Promise.reject(error),
    doStream: () => Promise.reject(error),
  });
  const says = (text: string): LanguageModelV4 => ({
    ...fails(new Error('not used')),
    doStream: async () => ({
      stream: convertArrayToReadableStream([
        { type: 'stream-start' as const, warnings: [] },
        { type: 'text-start' as const, id: '1' },
        { type: 'text-delta' as const, id: '1', delta: text },
        { type: 'text-end' as const, id: '1' },
        {
          type: 'finish' as const,
          usage: {
            inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
            outputTokens: { total: 1, text: 1, reasoning: 0 },
          },
          finishReason: { unified: 'stop' as const, raw: undefined },
        },
      ]),
    }),
  });

  test('a model that fails loses no turn: the offline engine answers', async () => {
    const dana1 = await chat(() => withModel(fails(new Error('down'))));
    const answer = await dana1.say('Show me INV-20418');
    expect(answer.body).toMatchObject({ kind: 'message', model: 'offline' });
    expect(answer.text).toContain('2,664.00');
  });

  test('an invented amount is never shown', async () => {
    const dana1 = await chat(() => withModel(says('Your balance is £9,999.99. Have a nice day.')));
    expect((await dana1.say('What do I owe?')).text).not.toContain('9,999.99');
  });

  test('a promise of a credit that no record bears out is never shown', async () => {
    const dana1 = await chat(() => withModel(says('Good news: we have credited your account.')));
    expect((await dana1.say('I want a credit')).text).not.toMatch(/have credited/);
  });

  test('after five failures in a row the model is left alone for a while', async () => {
    const models = withModel(fails(new Error('down')));
    for (let i = 0; i < 5; i++) models.report('scripted', false);
    expect(models.candidates().map((one) => one.name)).toEqual(['offline']);
    service.clock.at = new Date(service.clock.at.getTime() + 31_000);
    expect(models.candidates().map((one) => one.name)).toEqual(['scripted', 'offline']);
  });
});

test('dispute assist explains the verdict with its documents and proposes, but issues nothing', async () => {
  const dana1 = await chat();
  await dana1.say('Only 100 of 120 crates arrived on INV-20418');
  await dana1.say('yes');
  const [record] = await openCases();
  const rep = repWindow(service, sam);
  const conversation = await rep.startAssist(record?.number);
  const assistant = assistantOf({
    desk: turnDesk(service),
    models: offlineOnly(),
    prompts: { customer: readPrompt('invoice-assistant'), rep: readPrompt('dispute-assist') },
    emit: () => undefined,
    ended: () => undefined,
    warn: service.warn,
    runner: 'test',
    timeoutMs: 20_000,
  });
  const ask = async (text: string) => {
    const { entry } = await rep.askAssist(conversation.id, { id: randomUUID(), text });
    await assistant.answer(conversation.id, entry.seq);
    const answer = (await entriesAfter(service.db, conversation.id, entry.seq)).at(-1);
    return answer && 'text' in answer.body ? answer.body.text : '';
  };
  expect(await ask('check the claim')).toContain('DN-7741');
  expect(await ask('issue a credit note')).toMatch(/444\.00/);
  const [proposal] = (await rep.readCase(record?.number)).proposals;
  expect(proposal).toMatchObject({ kind: 'credit_note', state: 'open', total: '444.00' });
});
