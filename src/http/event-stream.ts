import type { HttpParts } from './parts.ts';

const heartbeatMs = 15_000;
const headers = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store',
  // Proxies that buffer would hold events back.
  'x-accel-buffering': 'no',
};

export type EventSource<Event> = {
  readonly events: (signal: AbortSignal) => AsyncGenerator<Event>;
  readonly write: (event: Event) => string;
  /** Sent when nothing else was for a while. */
  readonly heartbeat?: string;
  /** Asked now and then; when it says no, the stream ends. */
  readonly isStillIn: () => Promise<boolean>;
};

/**
 * A stream of server-sent events. The next one is asked for only when the reader has taken the last, nothing is held before the first
 * read, and everything is let go when the reader leaves or the server stops.
 */
export function eventStream<Event>(
  { events, write, heartbeat = ': here\n\n', isStillIn }: EventSource<Event>,
  { stopping, log }: Pick<HttpParts, 'stopping' | 'log'>,
): Response {
  const left = new AbortController();
  const source = events(AbortSignal.any([left.signal, stopping]));
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  let isAwaited = false;
  let isCancelled = false;

  const beat = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const isIn = await isStillIn().catch(() => true);
    if (!isIn) left.abort();
    else if (isAwaited) controller.enqueue(encoder.encode(heartbeat));
  };
  const letGo = async () => {
    isAwaited = false;
    clearInterval(timer);
    left.abort();
    await source.return(undefined);
  };

  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        timer ??= setInterval(() => void beat(controller), heartbeatMs);
        isAwaited = true;
        try {
          const { done, value } = await source.next();
          isAwaited = false;
          if (!done) return controller.enqueue(encoder.encode(write(value)));
          await letGo();
          if (!isCancelled) controller.close();
        } catch (error) {
          await letGo();
          log.error({ error: error instanceof Error ? error.stack : String(error) }, 'A stream broke');
          controller.error(new Error('The stream broke'));
        }
      },
      cancel: () => {
        isCancelled = true;
        return letGo();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers });
}
