import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogEntry } from '#domain/views/log-entry.ts';
import {
  type Chunk,
  caughtUp,
  draftText,
  emptyTranscript,
  joined,
  type Transcript,
  withChunk,
  withEntry,
} from './transcript.ts';

const message = (seq: number, author: LogEntry['author'], answers?: number): LogEntry => ({
  seq,
  id: `entry-${seq}`,
  at: '2026-11-21T14:20:00Z',
  author,
  audience: 'everyone',
  body: { kind: 'message', text: `text ${seq}`, ...(answers === undefined ? {} : { answers }) },
});
const handover = (seq: number): LogEntry => ({
  ...message(seq, 'system'),
  body: { kind: 'handover', state: 'queued' },
});
const pieces: Chunk[] = [
  { type: 'start' },
  {
    type: 'tool-input-available',
    toolCallId: 't',
    toolName: 'get_invoice',
    input: { invoiceNumber: 'INV-20418' },
  },
  { type: 'tool-output-available', toolCallId: 't', output: { ok: true } },
  { type: 'text-start', id: 'a' },
  { type: 'text-delta', id: 'a', delta: 'It is ' },
  { type: 'text-delta', id: 'a', delta: '£370.00 more.' },
];
const written = (start: Transcript, answers = 1) =>
  pieces.reduce((transcript, piece) => withChunk(transcript, answers, piece), start);
const asked = withEntry(emptyTranscript, message(1, 'customer'));

test('whatever order entries arrive in, and however often, the transcript reads the same', () => {
  const entries = [1, 2, 3, 4, 5].map((seq) => message(seq, seq % 2 === 1 ? 'customer' : 'assistant'));
  const arrival = fc.array(fc.constantFrom(...entries), { minLength: 5, maxLength: 20 });
  fc.assert(
    fc.property(arrival, (arrived) => {
      const transcript = [...arrived, ...entries].reduce(withEntry, emptyTranscript);
      expect(transcript.entries).toEqual(entries);
    }),
  );
});

describe('the answer being written', () => {
  test('shows its words and what it looks up', () => {
    const { draft } = written(asked);
    expect(draft && draftText(draft)).toBe('It is £370.00 more.');
    expect(draft?.steps).toEqual([{ id: 't', tool: 'get_invoice', subject: 'INV-20418', state: 'done' }]);
  });

  test('gives way to the finished entry, and pieces that come late change nothing', () => {
    const finished = withEntry(written(asked), message(2, 'assistant', 1));
    expect(finished.draft).toBeUndefined();
    expect(written(finished)).toEqual(finished);
  });

  test('is begun anew when a connection is made again in the middle of it', () => {
    const broken = joined(withChunk(asked, 1, { type: 'text-delta', id: 'a', delta: 'It is ' }));
    const { draft } = written(broken);
    expect(draft && draftText(draft)).toBe('It is £370.00 more.');
  });

  test('is gone after a reconnect that brings neither its pieces nor its end', () => {
    expect(caughtUp(joined(written(asked))).draft).toBeUndefined();
  });

  test('is dropped when the chat is handed to a person', () => {
    const handed = withEntry(written(asked), handover(2));
    expect(handed.draft).toBeUndefined();
    expect(withChunk(handed, 1, { type: 'text-delta', id: 'a', delta: 'late' }).draft).toBeUndefined();
  });

  test('tells a look-up that was refused from one that worked', () => {
    const refused = withChunk(written(asked), 1, {
      type: 'tool-output-available',
      toolCallId: 't',
      output: { ok: false, code: 'not-found' },
    });
    expect(refused.draft?.steps[0]?.state).toBe('failed');
  });
});
