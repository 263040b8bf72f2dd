import type { LogEntry } from '#domain/views/log-entry.ts';
import { entriesAfter } from '#storage/conversations/log-entries.ts';
import type { Database } from '#storage/database.ts';
import type { Announcements } from './announcements.ts';
import type { DraftEvent, Drafts } from './drafts.ts';

export type LogEvent =
  | { readonly kind: 'entry'; readonly entry: LogEntry }
  | { readonly kind: 'chunk'; readonly draft: DraftEvent }
  | { readonly kind: 'caught-up' };

/** How often a reader looks for what other processes wrote. */
const lookAgainMs = 1000;
/** A reader who does not take what is sent is let go at this many waiting events: they come back from their last number. */
const longestQueue = 2000;

/**
 * Everything in a conversation after an entry number, in order and without end: entries as they are stored, pieces of answers while
 * they are written. Ends when `signal` does, or when the reader falls too far behind.
 */
export async function* readLog(
  { db, announcements, drafts }: { db: Database; announcements: Announcements; drafts: Drafts },
  {
    conversationId,
    after,
    audience,
  }: { conversationId: string; after: number; audience: 'everyone' | 'team' },
  signal: AbortSignal,
): AsyncGenerator<LogEvent> {
  let seen = after;
  let wake: () => void = () => undefined;
  let isDirty = true;
  const pieces: DraftEvent[] = [];
  const ring = () => {
    isDirty = true;
    wake();
  };
  const off = announcements.on({ conversation: conversationId }, ring);
  const timer = setInterval(ring, lookAgainMs);
  timer.unref();
  signal.addEventListener('abort', ring);
  let unfollow: () => void = () => undefined;
  try {
    let isCaughtUp = false;
    while (!signal.aborted) {
      if (isDirty) {
        isDirty = false;
        for (const entry of await entriesAfter(db, conversationId, seen, audience)) {
          seen = entry.seq;
          yield { kind: 'entry', entry };
        }
      }
      if (!isCaughtUp) {
        isCaughtUp = true;
        unfollow = drafts.follow(conversationId, (piece) => {
          pieces.push(piece);
          wake();
        });
        while (pieces.length > 0) {
          const draft = pieces.shift();
          if (draft) yield { kind: 'chunk', draft };
        }
        yield { kind: 'caught-up' };
      }
      const draft = pieces.shift();
      if (draft) {
        if (pieces.length > longestQueue) return;
        yield { kind: 'chunk', draft };
        continue;
      }
      if (isDirty || signal.aborted) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      wake = () => undefined;
    }
  } finally {
    off();
    unfollow();
    clearInterval(timer);
    signal.removeEventListener('abort', ring);
  }
}
