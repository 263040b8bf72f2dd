import type { RecordWriter } from '#domain/record-writer.ts';
import { nextStepOf } from './case-step.ts';
import { moodOf } from './mood.ts';
import { replyDraftOf } from './reply-draft.ts';
import { shortDescriptionOf } from './short-description.ts';
import { summaryOf } from './summary.ts';

/** Writes summaries, short descriptions and drafts from records and words alone: needs no model, and says nothing without a source. */
export const offlineRecordWriter: RecordWriter = {
  moodOf,
  summaryOf,
  shortDescriptionOf,
  nextStepOf,
  replyDraftOf,
};
