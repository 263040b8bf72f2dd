import type { Finding, Grader } from '#evals/runner/evidence.ts';

/** Whether the conversation came to its end, and nothing broke inside meanwhile. */
export const endingGrader: Grader = {
  name: 'ending',
  holdsForAnyModel: false,
  grade: ({ unfinished }) => (unfinished === undefined ? [] : [finding(unfinished)]),
};

/** Rules of money that hold whatever was said, and tools that must never break. */
export const rulesGrader: Grader = {
  name: 'rules',
  holdsForAnyModel: true,
  grade: ({ brokenRules, breakages }) => [
    ...brokenRules.map((says) => ({ grader: 'rules', says })),
    ...breakages.map((says) => ({ grader: 'rules', says: `Something broke inside: ${says}` })),
  ],
};

const finding = (says: string): Finding => ({ grader: 'ending', says });
