import { expect, test } from 'vitest';
import type { LogEntry } from '#domain/views/log-entry.ts';
import { createAnnouncer } from './announcements.ts';
import { languageFor } from './language.ts';

const entry = (seq: number, author: LogEntry['author'], body: LogEntry['body']): LogEntry => ({
  seq,
  id: `e${seq}`,
  at: '2026-11-21T14:20:00Z',
  author,
  audience: 'everyone',
  body,
});
const said = (seq: number, author: LogEntry['author'], text: string) =>
  entry(seq, author, { kind: 'message', text });

function hear(...heard: [LogEntry, isReplay?: boolean][]) {
  const written: string[] = [];
  const announce = createAnnouncer((text) => written.push(text), 'customer', languageFor('en'));
  for (const [one, isReplay = false] of heard) announce(one, isReplay);
  return written;
}

test('a finished message is announced once, with who wrote it', () => {
  const answer = said(2, 'assistant', 'It is £370.00 more.');
  expect(hear([answer], [answer])).toEqual(['Assistant: It is £370.00 more.']);
});

test('one’s own words and the replay of an old chat are not announced', () => {
  expect(hear([said(1, 'customer', 'Why?')], [said(2, 'assistant', 'Because.'), true])).toEqual([]);
});

test('a replayed message stays silent when it comes again', () => {
  const old = said(2, 'assistant', 'Because.');
  expect(hear([old, true], [old])).toEqual([]);
});

test('a long message is cut and says so', () => {
  const [words = ''] = hear([said(2, 'assistant', 'long '.repeat(100))]);
  expect(words).toMatch(/… Message continues\.$/);
  expect(words.length).toBeLessThan(330);
});

test.each([
  [{ state: 'queued', position: 2, waitMinutes: 4 }, /You are 2nd in line\. Usually 4 minutes\.$/],
  [{ state: 'queued', backAt: '2026-11-23T08:00:00Z' }, /^The team is back at 23 Nov/],
  [{ state: 'human', repName: 'Sam Ortiz' }, /^Sam Ortiz joined\. The assistant has stopped replying\.$/],
  [{ state: 'ended', repName: 'Sam Ortiz' }, /^Sam Ortiz left\./],
] as const)('a change of hands is told in words: %o', (handover, words) => {
  expect(hear([entry(3, 'system', { kind: 'handover', ...handover })])).toEqual([
    expect.stringMatching(words),
  ]);
});
