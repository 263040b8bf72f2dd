import { speaker } from './replies.ts';

/** What is said when nothing that a model wrote is borne out by the records. */
export const unanswered = (language: string): string => speaker(language)('unanswered');
