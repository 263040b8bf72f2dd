import { createServer, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LogEntry } from '#domain/views/log-entry.ts';
import type { EventStream } from './event-stream.ts';
import { readLog } from './log-reader.ts';
import { caughtUp, emptyTranscript, joined, withChunk, withEntry } from './transcript.ts';

const entry = (seq: number, author: LogEntry['author'], answers?: number): LogEntry => ({
  seq,
  id: `e${seq}`,
  at: '2026-11-21T14:20:00Z',
  author,
  audience: 'everyone',
  body: { kind: 'message', text: `text ${seq}`, ...(answers === undefined ? {} : { answers }) },
});
const asEvent = (one: LogEntry) => `id: ${one.seq}\nevent: entry\ndata: ${JSON.stringify(one)}\n\n`;
const chunk = (delta: string) =>
  `event: chunk\ndata: ${JSON.stringify({ answers: 3, chunk: { type: 'text-delta', id: 'a', delta } })}\n\n`;
const log = [entry(1, 'customer'), entry(2, 'assistant', 1), entry(3, 'customer'), entry(4, 'assistant', 3)];
const pieces = [
  ...log.slice(0, 3).map(asEvent),
  'event: caught-up\ndata: {}\n\n',
  ': still here\n\n',
  chunk('It is '),
  chunk('£370.00 '),
  chunk('more.'),
  asEvent(entry(4, 'assistant', 3)),
];

let serve: (response: ServerResponse, connection: number, lastEventId: string | undefined) => void;
let reader: EventStream | undefined;
let connections: (string | undefined)[];
const server = createServer((request, response) => {
  const lastEventId = request.headers['last-event-id'];
  connections.push(typeof lastEventId === 'string' ? lastEventId : undefined);
  if (!response.headersSent) serve(response, connections.length, connections.at(-1));
});

beforeEach(async () => {
  connections = [];
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  reader?.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Reads until the last entry is there, and answers with the transcript of that moment. */
function transcriptRead(silence = 45_000) {
  let transcript = emptyTranscript;
  const states: string[] = [];
  return new Promise<{ transcript: typeof transcript; states: string[] }>((resolve) => {
    const address = server.address();
    reader = readLog({
      url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/log`,
      headers: async () => ({ authorization: 'Bearer x' }),
      backOff: () => 1,
      silence,
      onRefused: async () => true,
      onConnection: (state) => states.push(state),
      onJoined: () => {
        transcript = joined(transcript);
      },
      onCaughtUp: () => {
        transcript = caughtUp(transcript);
      },
      onChunk: (answers, piece) => {
        transcript = withChunk(transcript, answers, piece);
      },
      onEntry: (one) => {
        transcript = withEntry(transcript, one);
        if (one.seq === 4) resolve({ transcript, states });
      },
    });
  });
}

const open = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/event-stream' });
const rest = (response: ServerResponse, after: string | undefined) => {
  for (const one of log) if (one.seq > Number(after ?? 0)) response.write(asEvent(one));
  response.write('event: caught-up\ndata: {}\n\n');
};

test.each(pieces.map((_, n) => n))(
  'a stream cut after piece %i is read to the same transcript',
  async (n) => {
    serve = (response, connection, lastEventId) => {
      open(response);
      if (connection > 1) return rest(response, lastEventId);
      response.write(`: open\n\n${pieces.slice(0, n).join('')}`, () => response.destroy());
    };
    const { transcript } = await transcriptRead();
    expect(transcript.entries).toEqual(log);
    expect(transcript.draft).toBeUndefined();
  },
);

test('entries that come twice or in another order are read to the same transcript', async () => {
  serve = (response) => {
    open(response);
    for (const seq of [2, 1, 1, 3, 2, 4]) response.write(asEvent(log[seq - 1] ?? entry(0, 'system')));
  };
  expect((await transcriptRead()).transcript.entries).toEqual(log);
});

test('after a break it asks for what came after the last entry it has', async () => {
  serve = (response, connection, lastEventId) => {
    open(response);
    if (connection > 1) return rest(response, lastEventId);
    response.end(asEvent(entry(1, 'customer')) + asEvent(entry(2, 'assistant', 1)));
  };
  const { states } = await transcriptRead();
  expect(connections).toEqual([undefined, '2']);
  expect(states).toContain('reconnecting');
});

test('a connection nobody speaks on is given up and made again', async () => {
  serve = (response, connection, lastEventId) => {
    open(response);
    if (connection > 1) return rest(response, lastEventId);
    response.write(asEvent(entry(1, 'customer')));
  };
  expect((await transcriptRead(50)).transcript.entries).toEqual(log);
});

test('an ended sign-in is renewed and the reading goes on', async () => {
  serve = (response, connection, lastEventId) => {
    if (connection === 1) return response.writeHead(401).end();
    open(response);
    return rest(response, lastEventId);
  };
  expect((await transcriptRead()).transcript.entries).toEqual(log);
});

test('an event that makes no sense is passed over', async () => {
  serve = (response, _connection, lastEventId) => {
    open(response).write('event: entry\ndata: {broken\n\nevent: entry\ndata: {"seq":"x"}\n\n');
    rest(response, lastEventId);
  };
  expect((await transcriptRead()).transcript.entries).toEqual(log);
});
