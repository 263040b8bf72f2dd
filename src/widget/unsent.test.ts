import { expect, test, vi } from 'vitest';
import { ApiRefusal, Unreachable } from '#ui/api.ts';
import { createUnsent } from './unsent.ts';

/** A server that keeps what it accepted; `answers` says what becomes of each attempt in turn. */
function serverThat(...answers: ('takes' | 'is unreachable' | 'takes but the answer is lost' | 'refuses')[]) {
  const kept = new Map<string, string>();
  const post = async ({ id, text }: { id: string; text: string }) => {
    const answer = answers.shift() ?? 'takes';
    if (answer === 'refuses') throw new ApiRefusal(400, { detail: 'This message is too long.' });
    if (answer !== 'is unreachable') kept.set(id, text);
    if (answer !== 'takes') throw new Unreachable('no answer');
    return { seq: kept.size };
  };
  return { post, texts: () => [...kept.values()] };
}
const ids = () => {
  let next = 0;
  return () => `m${++next}`;
};
const outbox = (server: ReturnType<typeof serverThat>, isOffline = () => false) =>
  createUnsent({ post: server.post, newId: ids(), backOff: () => 1, isOffline });

test('two messages written offline arrive once each, in the order they were written', async () => {
  let offline = true;
  const server = serverThat();
  const unsent = outbox(server, () => offline);
  unsent.add('first');
  unsent.add('second');
  expect(server.texts()).toEqual([]);
  offline = false;
  await vi.waitFor(() => expect(server.texts()).toEqual(['first', 'second']));
});

test('an answer lost on the way leads to a retry of the same message, not to a second one', async () => {
  const server = serverThat('takes but the answer is lost', 'is unreachable', 'takes');
  const unsent = outbox(server);
  unsent.add('only once');
  await vi.waitFor(() => expect(unsent.messages.value[0]?.state).toBe('sent'));
  expect(server.texts()).toEqual(['only once']);
});

test('a refused message says why and waits for its writer; the next one goes on', async () => {
  const server = serverThat('refuses', 'takes');
  const unsent = outbox(server);
  unsent.add('too long');
  unsent.add('short');
  await vi.waitFor(() => expect(server.texts()).toEqual(['short']));
  expect(unsent.messages.value[0]).toMatchObject({ state: 'failed', problem: 'This message is too long.' });
  unsent.retry('m1');
  await vi.waitFor(() => expect(server.texts()).toEqual(['short', 'too long']));
});

test('a message that the log shows is no longer shown as unsent', async () => {
  const unsent = outbox(serverThat());
  unsent.add('hello');
  unsent.settle('m1', 1);
  expect(unsent.messages.value).toEqual([]);
});

test('a deleted message is never sent', async () => {
  const server = serverThat('is unreachable');
  const unsent = outbox(server);
  unsent.add('never mind');
  unsent.remove('m1');
  unsent.add('this one');
  await vi.waitFor(() => expect(server.texts()).toEqual(['this one']));
});
