import type { Announcements } from '#live/announcements.ts';

/** Yields whenever the reps' queue changed, once for changes that come together; ends with `signal`. */
export async function* queueEvents(announcements: Announcements, signal: AbortSignal): AsyncGenerator<void> {
  let isChanged = false;
  let wake: () => void = () => undefined;
  const ring = () => {
    isChanged = true;
    wake();
  };
  const off = announcements.on({ queue: true }, ring);
  signal.addEventListener('abort', ring);
  try {
    while (!signal.aborted) {
      if (isChanged) {
        isChanged = false;
        yield;
        continue;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    off();
    signal.removeEventListener('abort', ring);
  }
}
