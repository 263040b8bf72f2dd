import type { LogEntry } from '#domain/views/log-entry.ts';

/** Who said what; the assistant may offer buttons. */
export type Said = readonly [
  author: 'customer' | 'assistant' | 'rep',
  text: string,
  quickReplies?: readonly string[],
];

/** A chat for tests: entries numbered from 1; the assistant answers the entry before its own. */
export const chat = (...said: readonly Said[]): LogEntry[] =>
  said.map(([author, text, quickReplies], at) => ({
    seq: at + 1,
    id: `m${at + 1}`,
    at: '2026-11-21T14:00:00Z',
    author,
    ...(author === 'rep' ? { authorName: 'Sam Ortiz' } : {}),
    audience: 'everyone',
    body: {
      kind: 'message',
      text,
      ...(author === 'assistant' ? { answers: at } : {}),
      ...(quickReplies ? { quickReplies: [...quickReplies] } : {}),
    },
  }));
