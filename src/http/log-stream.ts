import type { LogEvent } from '#live/log-reader.ts';
import { eventStream } from './event-stream.ts';
import type { HttpParts, LogPlace } from './parts.ts';

/** A conversation from a number on, as server-sent events; who may read it was decided before. */
export const logStream = (parts: HttpParts, place: LogPlace, isStillIn: () => Promise<boolean>): Response =>
  eventStream({ events: (signal) => parts.readLog(place, signal), write: written, isStillIn }, parts);

/** Where a reader left off: what the browser says after a break counts more than the address it began with. */
export const afterOf = (lastEventId: string | undefined, after: number | undefined): number =>
  lastEventId !== undefined && /^\d{1,9}$/.test(lastEventId) ? Number(lastEventId) : (after ?? 0);

function written(event: LogEvent): string {
  if (event.kind === 'caught-up') return 'event: caught-up\ndata: {}\n\n';
  if (event.kind === 'chunk') return `event: chunk\ndata: ${JSON.stringify(event.draft)}\n\n`;
  return `id: ${event.entry.seq}\nevent: entry\ndata: ${JSON.stringify(event.entry)}\n\n`;
}
