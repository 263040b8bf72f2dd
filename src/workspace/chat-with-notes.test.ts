import { expect, test } from 'vitest';
import type { LogEntry } from '#domain/views/log-entry.ts';
import { withNotes } from './chat-with-notes.ts';

const message = (seq: number, at: string): LogEntry => ({
  seq,
  id: `m${seq}`,
  at,
  author: 'customer',
  audience: 'everyone',
  body: { kind: 'message', text: `message ${seq}` },
});

test('a work note stands where it was written, and nothing else of the case is mixed into the chat', () => {
  const chat = [message(1, '2026-11-21T14:00:00Z'), message(2, '2026-11-21T14:10:00Z')];
  const timeline = [
    { at: '2026-11-21T14:01:00Z', kind: 'opened', by: 'Dana Ellis', text: 'Opened' },
    { at: '2026-11-21T14:05:00Z', kind: 'work_note', by: 'Sam Ortiz', text: 'Depot says 100.' },
  ];
  const shown = withNotes(chat, timeline).map(({ body }) => ('text' in body ? body.text : ''));
  expect(shown).toEqual(['message 1', 'Depot says 100.', 'message 2']);
});
