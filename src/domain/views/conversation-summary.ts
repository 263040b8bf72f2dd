import { z } from 'zod';

/** One sentence about a conversation, and what bears it out. */
export const SummarySentence = z.object({
  topic: z.enum(['who', 'claim', 'checked', 'promised', 'wants', 'mood', 'open_question', 'next_step']),
  text: z.string(),
  /** What bears it out: an entry of this log or a record. */
  sources: z.array(z.object({ kind: z.enum(['entry', 'record']), id: z.string() })).min(1),
});
export const ConversationSummary = z.object({ sentences: z.array(SummarySentence), language: z.string() });
export type ConversationSummary = z.infer<typeof ConversationSummary>;
