import { randomUUID } from 'node:crypto';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { today } from '#actions/service.ts';
import { chatWindow } from '#desks/customer-window.ts';
import { turnDesk } from '#desks/turn-desk.ts';
import { modelChain } from '#models/model-chain.ts';
import { offlineModel } from '#offline-engine/model.ts';
import { entriesAfter } from '#storage/conversations/log-entries.ts';
import { turnsOf } from '#storage/conversations/turns.ts';
import { temporarySqlite } from '#storage/every-engine.ts';
import { dana, type ExampleService, exampleService } from '../example-service.ts';
import { assistantOf } from './assistant.ts';
import { readPrompt } from './prompt.ts';

let opened: Awaited<ReturnType<typeof temporarySqlite>>;
let service: ExampleService;
beforeAll(async () => {
  opened = await temporarySqlite();
  service = await exampleService(opened.database);
});
afterAll(() => opened.remove());

const timeoutMs = 20_000;
const assistant = (runner: string, model?: LanguageModelV4) =>
  assistantOf({
    desk: turnDesk(service),
    models: modelChain(
      model && { name: 'slow', model, isOffline: false },
      { name: 'offline', model: offlineModel({ today: () => today(service) }), isOffline: true },
      service.now,
    ),
    prompts: { customer: readPrompt('invoice-assistant'), rep: readPrompt('dispute-assist') },
    emit: () => undefined,
    ended: () => undefined,
    warn: service.warn,
    runner,
    timeoutMs,
  });
const chat = () => chatWindow(service, { personId: dana.id, accountId: dana.accountId }, dana);
async function asked() {
  const id = randomUUID();
  await chat().start({ id });
  const { entry } = await chat().post(id, { id: randomUUID(), text: 'Show me INV-20418' });
  return { id, seq: entry.seq };
}
const answers = async (id: string) =>
  (await entriesAfter(service.db, id, 0)).filter((entry) => entry.author === 'assistant');

test('a message that was stored when the server stopped is answered after the restart, once', async () => {
  const { id } = await asked();
  expect(await assistant('after the restart').resume()).toBe(1);
  expect(await answers(id)).toHaveLength(1);
  expect(await assistant('and again').resume()).toBe(0);
  expect(await answers(id)).toHaveLength(1);
});

test('a turn whose server was killed in the middle is taken over when its lease is out, not before', async () => {
  const { id, seq } = await asked();
  await turnDesk(service).begin(id, seq, 'killed', timeoutMs * 2);
  expect(await assistant('another').resume()).toBe(0);
  service.clock.at = new Date(service.clock.at.getTime() + timeoutMs * 2 + 1);
  expect(await assistant('another').resume()).toBe(1);
  expect(await answers(id)).toHaveLength(1);
});

test('a server that stops in the middle of an answer leaves it to be answered after the restart', async () => {
  const { id, seq } = await asked();
  const silent: LanguageModelV4 = {
    specificationVersion: 'v4',
    provider: 'slow',
    modelId: 'slow',
    supportedUrls: {},
    doGenerate: () => new Promise(() => undefined),
    doStream: ({ abortSignal }) =>
      new Promise((_, reject) => abortSignal?.addEventListener('abort', () => reject(abortSignal.reason))),
  };
  const stopping = assistant('stopping', silent);
  const answering = stopping.answer(id, seq);
  await vi.waitFor(async () => expect((await turnsOf(service.db, id)).length).toBe(1));
  await stopping.close();
  await answering;
  expect(await answers(id)).toHaveLength(0);
  expect(await assistant('next').resume()).toBe(1);
  expect(await answers(id)).toHaveLength(1);
});

test('one message asked to be answered by two servers at once is answered once', async () => {
  const { id, seq } = await asked();
  await Promise.all([assistant('one').answer(id, seq), assistant('two').answer(id, seq)]);
  expect(await answers(id)).toHaveLength(1);
});
