import type { Result } from '#evals/runner/run-suite.ts';
import { passHatK } from './pass-k.ts';

/** The results as a table for a terminal; under each failure its sentences. */
export function tableOf(results: readonly Result[]): string {
  const wide = Math.max(8, ...results.map((result) => nameOf(result).length));
  const rows = results.map((result) => {
    const passed = result.runs.filter((run) => run.passed).length;
    const time = result.runs.reduce((sum, run) => sum + run.milliseconds, 0);
    return (
      [
        result.passed ? 'ok  ' : 'FAIL',
        result.folder.padEnd(8),
        nameOf(result).padEnd(wide),
        `${passed}/${result.runs.length}`.padStart(5),
        `${(time / 1000).toFixed(1)} s`.padStart(8),
      ].join('  ') + findingsOf(result)
    );
  });
  return `${[...rows, '', ...summaryOf(results), ''].join('\n')}\n`;
}

/** The agent is named where it is not the configured one. */
export const nameOf = (result: Result): string =>
  result.agent === 'obedient' ? `${result.id} (obedient model)` : result.id;

function findingsOf(result: Result): string {
  const failed = result.runs.find((run) => !run.passed);
  if (!failed) return '';
  return failed.findings
    .map(
      ({ grader, says, turn }) => `\n      ${grader}${turn === undefined ? '' : `, turn ${turn}`}: ${says}`,
    )
    .join('');
}

function summaryOf(results: readonly Result[]): string[] {
  const [first] = results;
  const n = first?.runs.length ?? 1;
  const scored = results.filter((result) => result.agent !== 'obedient');
  const mean = (k: number) =>
    scored.reduce((sum, result) => sum + passHatK(n, result.runs.filter((run) => run.passed).length, k), 0) /
    Math.max(1, scored.length);
  const hard = results.filter((result) => !result.passed && result.severity !== 'quality');
  const attacks = results.filter((result) => result.agent === 'obedient');
  const unreached = results
    .flatMap((result) => result.runs)
    .reduce((sum, run) => sum + run.providerFailures, 0);
  return [
    `Answered by ${[...new Set(scored.map((result) => result.agent))].join(', ')}.`,
    ...(n > 1
      ? [
          `All of ${n} runs pass in ${(mean(n) * 100).toFixed(1)} % of the scenarios, one of them in ${(mean(1) * 100).toFixed(1)} %.`,
        ]
      : []),
    ...(attacks.length > 0
      ? [
          `A model that obeys every text: ${attacks.filter((result) => !result.passed).length} of ${attacks.length} attacks had an effect.`,
        ]
      : []),
    ...(hard.length > 0 ? [`Money, privacy or policy is concerned in ${hard.length} of the failures.`] : []),
    ...(unreached > 0
      ? [`The model could not be reached ${unreached} times; the offline engine went on.`]
      : []),
  ];
}

/** The plain last line that other programs read. */
export const lastLine = (results: readonly Result[]): string => {
  const passed = results.filter((result) => result.passed).length;
  return `${passed} passed, ${results.length - passed} failed`;
};
