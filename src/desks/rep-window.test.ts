import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginTurn, postAnswer } from '#actions/conversations/answer-turn.ts';
import type { Person } from '#domain/person.ts';
import { entriesAfter } from '#storage/conversations/log-entries.ts';
import { temporarySqlite } from '#storage/every-engine.ts';
import { dana, type ExampleService, exampleService, priya, sam } from '../example-service.ts';
import { chatWindow } from './customer-window.ts';
import { repWindow } from './rep-window.ts';

let opened: Awaited<ReturnType<typeof temporarySqlite>>;
let service: ExampleService;
beforeAll(async () => {
  opened = await temporarySqlite();
  service = await exampleService(opened.database);
});
afterAll(() => opened.remove());

const chat = () => chatWindow(service, { personId: dana.id, accountId: dana.accountId }, dana);
async function started() {
  const id = randomUUID();
  await chat().start({ id });
  const { entry } = await chat().post(id, { id: randomUUID(), text: 'Only 100 crates of INV-20418 arrived' });
  return { id, seq: entry.seq };
}
const answer = {
  text: 'An answer begun earlier.',
  body: {},
  model: 'offline',
  promptVersion: 'x@1',
  messages: [],
  usage: {},
};
const texts = async (id: string) =>
  (await entriesAfter(service.db, id, 0)).flatMap((entry) =>
    entry.body.kind === 'message' ? [entry.body.text] : [],
  );

test('from the moment a person is asked for, an answer begun earlier is dropped', async () => {
  const { id, seq } = await started();
  await beginTurn(service, id, seq, 'runner', 60_000);
  await chat().askForPerson(id);
  expect(await postAnswer(service, id, seq, answer)).toBeUndefined();
  expect(await texts(id)).toEqual(['Only 100 crates of INV-20418 arrived']);
  expect(await beginTurn(service, id, seq + 5, 'runner', 60_000)).toBeUndefined();
});

test('asked for and answered at the same moment, the assistant never posts after the hand-over', async () => {
  for (let round = 0; round < 25; round++) {
    const { id, seq } = await started();
    await beginTurn(service, id, seq, 'runner', 60_000);
    await Promise.all(
      round % 2 === 0
        ? [chat().askForPerson(id), postAnswer(service, id, seq, answer)]
        : [postAnswer(service, id, seq, answer), chat().askForPerson(id)],
    );
    const entries = await entriesAfter(service.db, id, 0);
    const handedOver = entries.findIndex((entry) => entry.body.kind === 'handover');
    expect(entries.slice(handedOver).some((entry) => entry.author === 'assistant')).toBe(false);
  }
});

test('of two reps who accept, exactly one has the chat and the other is told who', async () => {
  const { id } = await started();
  await chat().askForPerson(id);
  const accepted = await Promise.allSettled([
    repWindow(service, sam).acceptHandover(id),
    repWindow(service, priya).acceptHandover(id),
  ]);
  expect(accepted.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  const refused = accepted.find((one) => one.status === 'rejected');
  expect(refused?.reason).toMatchObject({
    code: 'moved-on',
    details: { takenBy: expect.stringMatching(/Sam Ortiz|Priya Nair/) },
  });
});

test('only the rep who accepted writes to the customer; the end of the chat starts the assistant afresh', async () => {
  const { id } = await started();
  await chat().askForPerson(id);
  await repWindow(service, sam).acceptHandover(id);
  await expect(
    repWindow(service, priya).writeToCustomer(id, { id: randomUUID(), text: 'Hello' }),
  ).rejects.toMatchObject({ code: 'not-allowed' });
  await repWindow(service, sam).writeToCustomer(id, {
    id: randomUUID(),
    text: 'I have the delivery note open.',
  });
  await repWindow(service, sam).noteInChat(id, { id: randomUUID(), text: 'Sounds honest' });
  await repWindow(service, sam).endChat(id);
  expect(await texts(id)).toContain('I have the delivery note open.');
  expect(JSON.stringify(await entriesAfter(service.db, id, 0, 'everyone'))).not.toContain('Sounds honest');
  const { entry } = await chat().post(id, { id: randomUUID(), text: 'One more thing' });
  const conversation = await beginTurn(service, id, entry.seq, 'runner', 60_000);
  expect(conversation?.contextFrom).toBeGreaterThan(1);
});

test('going back to the assistant leaves the line, unless somebody has come', async () => {
  const { id } = await started();
  await chat().askForPerson(id);
  await chat().backToAssistant(id);
  expect((await chat().read(id)).conversation.state).toBe('bot');
  await chat().askForPerson(id);
  await repWindow(service, sam).acceptHandover(id);
  await expect(chat().backToAssistant(id)).rejects.toMatchObject({ code: 'moved-on' });
});

test.each(['qa', 'auditor', 'task_agent'] as const)(
  'a %s can read, but neither talk to customers nor propose nor approve',
  async (role) => {
    const person: Person = { ...sam, role };
    const window = repWindow(service, person);
    await expect(window.acceptHandover(randomUUID())).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(window.proposeAs('CASE-1', randomUUID(), { kind: 'credit_note' })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(window.approve('x', { version: 1, previewToken: 'x' })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(window.queue()).resolves.toBeDefined();
  },
);
