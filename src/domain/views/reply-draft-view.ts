import { z } from 'zod';
import type { ReplyDraft, Statement } from '../record-writer.ts';
import { SourceView } from './invoice-view.ts';

const StatementView = z.object({ text: z.string(), sources: z.array(SourceView) });

/** A reply nobody has sent; `hints` are for the rep alone. */
export const ReplyDraftView = z.object({
  text: z.string(),
  language: z.string(),
  statements: z.array(StatementView),
  sources: z.array(SourceView),
  hints: z.array(StatementView),
});
export type ReplyDraftView = z.infer<typeof ReplyDraftView>;

export const replyDraftView = ({
  text,
  language,
  statements,
  sources,
  hints,
}: ReplyDraft): ReplyDraftView => ({
  text,
  language,
  statements: statements.map(statementView),
  sources: [...sources],
  hints: hints.map(statementView),
});

const statementView = ({ text, sources }: Statement) => ({ text, sources: [...sources] });
