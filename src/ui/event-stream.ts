import { readEvents, type ServerEvent } from './sse.ts';

export type Connection = 'online' | 'reconnecting' | 'offline';

export interface EventStreamOptions {
  url: string;
  /** Fresh for every attempt, so that a renewed token is used. */
  headers: () => Promise<Record<string, string>>;
  onEvent: (event: ServerEvent) => void;
  onConnection: (connection: Connection) => void;
  /** Answered 401, 403 or 404; true: try again (the sign-in was renewed), false: stop. */
  onRefused: (status: number) => Promise<boolean>;
  lastEventId?: string;
  fetch?: typeof fetch;
  /** Silence after which a connection counts as dead; the server is heard every 15 s. */
  silence?: number;
  /** Milliseconds to wait before the n-th attempt in a row. */
  backOff?: (attempt: number) => number;
}

export interface EventStream {
  close(): void;
  /** Skips the wait before the next attempt. */
  retryNow(): void;
}

const usualBackOff = (attempt: number) =>
  Math.min(15_000, 500 * 2 ** (attempt - 1)) * (0.75 + Math.random() / 2);

/** Follows a stream of events across dropped and silent connections until closed or refused. */
export function followEvents(options: EventStreamOptions): EventStream {
  const { silence = 45_000, backOff = usualBackOff } = options;
  const get = options.fetch ?? fetch.bind(globalThis);
  let isClosed = false;
  let connection = new AbortController();
  let wake = () => {};
  let lastEventId = options.lastEventId;

  async function connectOnce(): Promise<'again' | 'stop'> {
    connection = new AbortController();
    let silenceTimer = setTimeout(() => connection.abort(), silence);
    const heard = () => {
      clearTimeout(silenceTimer);
      silenceTimer = setTimeout(() => connection.abort(), silence);
    };
    try {
      const response = await get(options.url, {
        headers: {
          accept: 'text/event-stream',
          ...(await options.headers()),
          ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
        },
        cache: 'no-store',
        signal: connection.signal,
      });
      if ([401, 403, 404].includes(response.status))
        return (await options.onRefused(response.status)) ? 'again' : 'stop';
      if (!response.ok || !response.body) return 'again';
      options.onConnection('online');
      for await (const event of readEvents(response.body, heard)) {
        if (isClosed) return 'stop';
        attempts = 0;
        if (event.id !== undefined) lastEventId = event.id;
        options.onEvent(event);
      }
      return 'again';
    } finally {
      clearTimeout(silenceTimer);
      connection.abort();
    }
  }

  let attempts = 0;
  async function follow() {
    while (!isClosed) {
      const outcome = await connectOnce().catch(() => 'again');
      if (isClosed || outcome === 'stop') return;
      attempts += 1;
      options.onConnection(isOffline() ? 'offline' : 'reconnecting');
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, backOff(attempts));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
  void follow();
  return {
    close: () => {
      isClosed = true;
      connection.abort();
      wake();
    },
    retryNow: () => wake(),
  };
}

/** Whether the browser itself says that there is no network. */
export const isOffline = () => typeof navigator !== 'undefined' && navigator.onLine === false;
