import type { RepCaseView } from '#domain/views/case-view.ts';
import type { LogEntry } from '#domain/views/log-entry.ts';

/** The chat with the case's work notes between the messages, where they were written. */
export function withNotes(entries: readonly LogEntry[], timeline: RepCaseView['timeline']): LogEntry[] {
  const notes = timeline
    .filter(({ kind }) => kind === 'work_note')
    .map(
      ({ at, by, text }, index): LogEntry => ({
        // The log begins with 1, so these numbers are nobody else's.
        seq: -1 - index,
        id: `note-${index}`,
        at,
        author: 'rep',
        authorName: by,
        audience: 'team',
        body: { kind: 'note', text },
      }),
    );
  return [...entries, ...notes].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
