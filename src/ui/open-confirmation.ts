import type { Card, LogEntry } from '#domain/views/log-entry.ts';

export function cardsOf(entry: LogEntry): readonly Card[] {
  if (entry.body.kind === 'card') return [entry.body.card];
  return entry.body.kind === 'message' ? (entry.body.cards ?? []) : [];
}

/** The confirmation that still waits: the last one asked, unless a case came after it. */
export function openConfirmation(entries: readonly LogEntry[]): string | undefined {
  const last = entries.flatMap(cardsOf).findLast(({ kind }) => kind === 'confirmation' || kind === 'case');
  return last?.kind === 'confirmation' ? last.confirmation.id : undefined;
}
