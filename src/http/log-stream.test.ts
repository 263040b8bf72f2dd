import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LogEntry } from '#domain/views/log-entry.ts';
import { readEvents, type ServerEvent } from '#ui/sse.ts';
import { type ExampleApp, exampleApp } from '../example-app.ts';

let example: ExampleApp;
let reader: Record<string, string>;
const id = randomUUID();
beforeEach(async () => {
  example = await exampleApp();
  reader = await example.customer('joris@noordermeer.test');
  await example.call('POST', '/api/conversations', reader, { id });
});
afterEach(() => example.close());

const post = (text: string, messageId: string = randomUUID()) =>
  example.call('POST', `/api/conversations/${id}/messages`, reader, { id: messageId, text });

/** Reads a log until an event fits, then leaves as a browser does that closes the page. */
async function readUntil(
  fits: (event: ServerEvent) => boolean,
  headers: Record<string, string> = {},
  query = '',
) {
  const answer = await example.call('GET', `/api/conversations/${id}/log${query}`, { ...reader, ...headers });
  if (!answer.body) throw new Error('The log has no body');
  const seen: ServerEvent[] = [];
  for await (const event of readEvents(answer.body)) {
    seen.push(event);
    if (fits(event)) break;
  }
  return seen;
}
const entriesIn = (seen: ServerEvent[]) =>
  seen.filter(({ event }) => event === 'entry').map(({ data }) => LogEntry.parse(JSON.parse(data)));
const isAnswer = ({ event, data }: ServerEvent) =>
  event === 'entry' && LogEntry.parse(JSON.parse(data)).author === 'assistant';
const isCaughtUp = ({ event }: ServerEvent) => event === 'caught-up';

test('a message is stored, answered, and read again from the number a reader left off at', async () => {
  const posted = await post('What is the total of INV-1003?');
  expect(posted.status).toBe(202);
  expect(await posted.json()).toEqual({ seq: 1 });
  const live = entriesIn(await readUntil(isAnswer));
  expect(live.map(({ seq, author }) => [seq, author])).toEqual([
    [1, 'customer'],
    [2, 'assistant'],
  ]);
  const everything = await readUntil(isCaughtUp);
  expect(entriesIn(everything)).toEqual(live);
  expect(everything.filter(isCaughtUp)).toHaveLength(1);
  expect(entriesIn(await readUntil(isCaughtUp, { 'last-event-id': '1' })).map(({ seq }) => seq)).toEqual([2]);
  expect(entriesIn(await readUntil(isCaughtUp, {}, '?after=2'))).toEqual([]);
});

test('what the browser read last counts more than the address it began with', async () => {
  await post('What is the total of INV-1003?');
  await readUntil(isAnswer);
  const again = entriesIn(await readUntil(isCaughtUp, { 'last-event-id': '1' }, '?after=0'));
  expect(again.map(({ seq }) => seq)).toEqual([2]);
});

test('a message sent twice is one message with one answer', async () => {
  const messageId = randomUUID();
  const first = await post('What is the total of INV-1003?', messageId);
  await readUntil(isAnswer);
  const second = await post('What is the total of INV-1003?', messageId);
  expect(await second.json()).toEqual(await first.json());
  expect(entriesIn(await readUntil(isCaughtUp))).toHaveLength(2);
});

test('what the team writes among themselves is in the team’s log only', async () => {
  await example.call('POST', `/api/conversations/${id}/handover`, reader, {});
  const sam = await example.rep('sam@redress.test');
  expect((await example.call('POST', `/api/rep/handovers/${id}/acceptance`, sam)).status).toBe(200);
  await example.call('POST', `/api/rep/conversations/${id}/notes`, sam, {
    id: randomUUID(),
    text: 'Credit limit is low',
  });
  await example.call('POST', `/api/rep/conversations/${id}/messages`, sam, {
    id: randomUUID(),
    text: 'Hello Joris',
  });
  const theirs = JSON.stringify(await readUntil(isCaughtUp));
  expect(theirs).toContain('Hello Joris');
  expect(theirs).not.toContain('Credit limit');
  const teams = await example.call('GET', `/api/rep/conversations/${id}/log`, sam);
  if (!teams.body) throw new Error('The log has no body');
  let text = '';
  for await (const event of readEvents(teams.body)) {
    text += event.data;
    if (isCaughtUp(event)) break;
  }
  expect(text).toContain('Credit limit');
});

test('a second rep who accepts is told who was faster, and a rep who declined is not asked again', async () => {
  await example.call('POST', `/api/conversations/${id}/handover`, reader, { reason: 'Wants a person' });
  const sam = await example.rep('sam@redress.test');
  const priya = await example.rep('priya@redress.test');
  const offersOf = async (who: Record<string, string>) =>
    (await (await example.call('GET', '/api/rep/queue', who)).json()).offers;
  expect(await offersOf(sam)).toMatchObject([
    { conversationId: id, customer: 'Joris de Wit', verified: true },
  ]);
  expect((await example.call('POST', `/api/rep/handovers/${id}/decline`, sam)).status).toBe(204);
  expect(await offersOf(sam)).toEqual([]);
  expect(await offersOf(priya)).toHaveLength(1);
  await example.call('POST', `/api/rep/handovers/${id}/acceptance`, priya);
  const late = await example.call('POST', `/api/rep/handovers/${id}/acceptance`, sam);
  expect(late.status).toBe(409);
  expect(await late.json()).toMatchObject({
    code: 'moved-on',
    takenBy: 'Priya Nair',
    detail: 'Priya Nair took this.',
  });
});

test('readers who leave are let go, and a server that stops ends the others', async () => {
  const { announcements } = example.redress;
  await readUntil(isCaughtUp);
  expect(announcements.listeners).toBe(0);
  const sam = await example.rep('sam@redress.test');
  const streams = await Promise.all([
    example.call('GET', `/api/conversations/${id}/log`, reader),
    example.call('GET', '/api/rep/events', sam),
  ]);
  const ended = Promise.all(streams.map((stream) => stream.text()));
  await example.redress.close();
  expect(await ended).toEqual([expect.stringContaining('caught-up'), '']);
  expect(announcements.listeners).toBe(0);
});
