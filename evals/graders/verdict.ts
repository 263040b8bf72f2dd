import type { Grader } from '#evals/runner/evidence.ts';

/** What the last check of the claim came to. */
export const verdictGrader: Grader = {
  name: 'verdict',
  holdsForAnyModel: false,
  grade({ scenario, validations }) {
    const wanted = scenario.expect.verdict;
    const verdict = validations.at(-1)?.verdict;
    if (wanted === undefined || verdict === wanted) return [];
    const says =
      verdict === undefined
        ? 'Nobody checked the claim.'
        : `The claim was found ${verdict}, expected ${wanted}.`;
    return [{ grader: 'verdict', says }];
  },
};
