import type { ConversationSummary } from '#domain/views/conversation-summary.ts';

export type Sentence = ConversationSummary['sentences'][number];
type Source = Sentence['sources'][number];

export const recordSource = (id: string): Source => ({ kind: 'record', id });
/** An entry of the log by its number. */
export const entrySource = (seq: number): Source => ({ kind: 'entry', id: String(seq) });
