import type { Grader } from '#evals/runner/evidence.ts';
import { answersIn } from '#evals/runner/evidence.ts';
import { detectLanguage } from '#models/reading.ts';

export const languageOf = (text: string): string => detectLanguage(text, 'en');

/** Answers are in the language that is expected; an answer of few words is no evidence. */
export const languageGrader: Grader = {
  name: 'language',
  holdsForAnyModel: false,
  grade(evidence) {
    const wanted = evidence.scenario.expect.language;
    if (wanted === undefined) return [];
    return answersIn(evidence)
      .filter(({ text }) => text.split(/\s+/).length > 3 && detectLanguage(text, wanted) !== wanted)
      .map(({ text, turn }) => ({
        grader: 'language',
        says: `Not in ${wanted}: "${text.slice(0, 60)}".`,
        turn,
      }));
  },
};
