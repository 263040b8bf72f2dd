import type { CaseState } from '#domain/case.ts';
import type { CaseReader } from '#domain/record-writer.ts';
import { speaker } from '../speak/replies.ts';

/** What happens next with a case in this state, or who has to do something, said to whoever reads it. */
export const nextStepOf = (state: CaseState, reader: CaseReader, language: string): string =>
  speaker(language)(`step.${reader}.${state}`);
