import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { json } from 'node:stream/consumers';
import type { LogEntry } from '#domain/views/log-entry.ts';

const dist = join(import.meta.dirname, '../../dist');
const media: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
};
export const strictPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:";

export interface Call {
  method: string;
  path: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: Readonly<Record<string, unknown>>;
}
export interface Answer {
  status?: number;
  body?: unknown;
}
/** Answers one call; `undefined` falls through to 404. */
export type Script = (call: Call) => Answer | undefined | Promise<Answer | undefined>;

type Happening = { entry: LogEntry } | { answers: number; chunk: { type: string; [field: string]: unknown } };

/** A web server for browser tests: the built files, pages of the test's own, JSON by script, and conversation logs. */
export async function startScriptedService(options: {
  script: Script;
  pages?: Readonly<Record<string, { html: string; policy?: string }>>;
}) {
  const calls: Call[] = [];
  const logs = new Map<string, Happening[]>();
  const readers = new Map<string, Set<ServerResponse>>();
  const logOf = (id: string) => logs.get(id) ?? logs.set(id, []).get(id) ?? [];

  const line = (happening: Happening) =>
    'entry' in happening
      ? `id: ${happening.entry.seq}\nevent: entry\ndata: ${JSON.stringify(happening.entry)}\n\n`
      : `event: chunk\ndata: ${JSON.stringify(happening)}\n\n`;

  function push(id: string, happening: Happening) {
    logOf(id).push(happening);
    for (const reader of readers.get(id) ?? []) reader.write(line(happening));
  }

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://local');
    const page = options.pages?.[pathname];
    if (page) return send(response, 200, 'text/html; charset=utf-8', page.html, page.policy ?? strictPolicy);
    const log = /\/conversations\/([^/]+)\/log$/.exec(pathname)?.[1];
    if (log !== undefined || pathname === '/api/rep/events')
      return stream(request, response, log ?? 'events');
    if (pathname.startsWith('/api/')) return answer(request, response, pathname);
    const file = { '/': '/pages/customer.html', '/mailbox': '/pages/mailbox.html' }[pathname] ?? pathname;
    const path = join(dist, file.startsWith('/workspace') && !extname(file) ? '/workspace/index.html' : file);
    const content = await readFile(path).catch(() => undefined);
    if (!content) return send(response, 404, 'text/plain', '');
    return send(response, 200, media[extname(path)] ?? 'text/plain', content);
  });

  function send(
    response: ServerResponse,
    status: number,
    type: string,
    body: string | Buffer,
    policy = strictPolicy,
  ) {
    response.writeHead(status, { 'content-type': type, 'content-security-policy': policy }).end(body);
  }

  async function answer(request: IncomingMessage, response: ServerResponse, path: string) {
    const method = request.method ?? 'GET';
    const hasBody = request.headers['content-type'] === 'application/json';
    const sent: unknown = hasBody ? await json(request) : {};
    const body = Object.fromEntries(Object.entries(typeof sent === 'object' && sent ? sent : {}));
    const call = { method, path, url: request.url ?? '', headers: request.headers, body };
    calls.push(call);
    const { status = 200, body: result } = (await options.script(call)) ?? {
      status: 404,
      body: { code: 'not-found' },
    };
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    send(response, status, type, result === undefined ? '' : JSON.stringify(result));
  }

  function stream(request: IncomingMessage, response: ServerResponse, id: string) {
    const after = Number(request.headers['last-event-id'] ?? 0);
    const waiting = readers.get(id) ?? readers.set(id, new Set()).get(id);
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    for (const happening of logOf(id))
      if ('entry' in happening && happening.entry.seq > after) response.write(line(happening));
    response.write('event: caught-up\ndata: {}\n\n');
    waiting?.add(response);
    request.on('close', () => waiting?.delete(response));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    push,
    /** Numbers, dates and stores an entry. */
    write(id: string, author: LogEntry['author'], body: LogEntry['body'], extra: Partial<LogEntry> = {}) {
      const seq = logOf(id).filter((one) => 'entry' in one).length + 1;
      const at = new Date().toISOString();
      push(id, { entry: { seq, id: `${id}-${seq}`, at, author, audience: 'everyone', body, ...extra } });
      return seq;
    },
    /** Cuts every open stream, as a lost network does. */
    dropStreams() {
      for (const open of readers.values()) for (const reader of open) reader.destroy();
    },
    wake: () => {
      for (const reader of readers.get('events') ?? []) reader.write('event: queue\ndata: {}\n\n');
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
export type ScriptedService = Awaited<ReturnType<typeof startScriptedService>>;
