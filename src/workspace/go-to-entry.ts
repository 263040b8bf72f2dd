import type { LogEntry } from '#domain/views/log-entry.ts';

/** Scrolls to an entry of the chat on screen, by its id or its number, and marks it alone. */
export function goToEntry(entries: readonly LogEntry[], id: string): void {
  const entry = entries.find((one) => one.id === id || String(one.seq) === id);
  const place = entry && document.getElementById(`entry-${entry.seq}`);
  for (const marked of document.querySelectorAll('[data-marked]')) marked.removeAttribute('data-marked');
  place?.setAttribute('data-marked', '');
  place?.scrollIntoView({ block: 'center' });
}
