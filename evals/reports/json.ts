import type { Result } from '#evals/runner/run-suite.ts';

/** Everything a program may want to know, transcripts included. */
export const jsonReport = (results: readonly Result[]): string =>
  `${JSON.stringify(
    {
      passed: results.filter((result) => result.passed).length,
      failed: results.filter((result) => !result.passed).length,
      results,
    },
    undefined,
    2,
  )}\n`;
