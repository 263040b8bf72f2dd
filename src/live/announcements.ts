import { EventEmitter } from 'node:events';

type Announcement = { readonly conversation: string } | { readonly queue: true };

/** Wakes whoever waits in this process; other processes are noticed by looking again every second. */
export function announcements() {
  const events = new EventEmitter();
  events.setMaxListeners(0);
  const nameOf = (what: Announcement) =>
    'conversation' in what ? `conversation:${what.conversation}` : 'queue';
  return {
    announce: (what: Announcement): void => {
      events.emit(nameOf(what));
    },
    /** Calls back on each announcement until the returned function is called. */
    on(what: Announcement, listener: () => void): () => void {
      events.on(nameOf(what), listener);
      return () => events.off(nameOf(what), listener);
    },
    /** How many wait; for tests of leaks. */
    get listeners() {
      return events.eventNames().reduce((sum, name) => sum + events.listenerCount(name), 0);
    },
  };
}
export type Announcements = ReturnType<typeof announcements>;
