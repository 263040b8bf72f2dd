import type { LogEntry } from '#domain/views/log-entry.ts';
import { type EventStream, type EventStreamOptions, followEvents } from './event-stream.ts';
import type { Chunk } from './transcript.ts';

export interface LogReaderOptions extends Omit<EventStreamOptions, 'onEvent' | 'lastEventId'> {
  onEntry: (entry: LogEntry) => void;
  /** A piece of the answer to entry `answers`, which is still being written. */
  onChunk: (answers: number, chunk: Chunk) => void;
  /** A connection was (re)made: what is being written comes again from its beginning. */
  onJoined: () => void;
  /** Everything written so far has been replayed. */
  onCaughtUp: () => void;
}

/** Reads one conversation's numbered log and goes on where it stopped after every break. */
export function readLog(options: LogReaderOptions): EventStream {
  let isJoined = false;
  return followEvents({
    ...options,
    onConnection: (connection) => {
      if (connection !== 'online') isJoined = false;
      else if (!isJoined) {
        isJoined = true;
        options.onJoined();
      }
      options.onConnection(connection);
    },
    onEvent: ({ event, data }) => {
      if (event === 'caught-up') return options.onCaughtUp();
      const content: unknown = parsed(data);
      if (event === 'entry' && isEntry(content)) options.onEntry(content);
      if (event === 'chunk' && isPiece(content)) options.onChunk(content.answers, content.chunk);
    },
  });
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The outline only: the server's own schema made it, and each card is looked at again before it is drawn. */
function isEntry(value: unknown): value is LogEntry {
  return (
    isObject(value) &&
    typeof value.seq === 'number' &&
    isObject(value.body) &&
    typeof value.body.kind === 'string'
  );
}

function isPiece(value: unknown): value is { answers: number; chunk: Chunk } {
  return (
    isObject(value) &&
    typeof value.answers === 'number' &&
    isObject(value.chunk) &&
    typeof value.chunk.type === 'string'
  );
}
