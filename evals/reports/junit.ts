import type { Result } from '#evals/runner/run-suite.ts';
import { escapeMarkup } from './escape-markup.ts';
import { nameOf } from './table.ts';

/** JUnit XML: a suite for each folder, a case for each scenario; a model that could not be reached is an error, not a failure. */
export function junitReport(results: readonly Result[]): string {
  const folders = [...new Set(results.map((result) => result.folder))];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="evals" ${counts(results)}>`,
    ...folders.flatMap((folder) => {
      const inside = results.filter((result) => result.folder === folder);
      return [
        `  <testsuite name="${escapeMarkup(folder)}" ${counts(inside)}>`,
        ...inside.map(caseOf),
        '  </testsuite>',
      ];
    }),
    '</testsuites>',
    '',
  ].join('\n');
}

function counts(results: readonly Result[]): string {
  const errors = results.filter((result) => !result.passed && isUnreached(result)).length;
  const failures = results.filter((result) => !result.passed).length - errors;
  return `tests="${results.length}" failures="${failures}" errors="${errors}" time="${seconds(results)}"`;
}

const seconds = (results: readonly Result[]): string =>
  (results.flatMap((result) => result.runs).reduce((sum, run) => sum + run.milliseconds, 0) / 1000).toFixed(
    3,
  );

const isUnreached = (result: Result) => result.runs.some((run) => run.providerFailures > 0);

function caseOf(result: Result): string {
  const passed = result.runs.filter((run) => run.passed).length;
  const findings = result.runs.flatMap((run) => run.findings);
  const tag = isUnreached(result) ? 'error' : 'failure';
  const all = findings.map(({ grader, says }) => `${grader}: ${says}`).join('\n');
  return [
    `    <testcase classname="${escapeMarkup(result.folder)}" name="${escapeMarkup(nameOf(result))}" file="${escapeMarkup(result.file)}" time="${seconds([result])}">`,
    '      <properties>',
    ...Object.entries({
      agent: result.agent,
      seed: String(result.seed),
      runs: String(result.runs.length),
      passed: String(passed),
    }).map(([name, value]) => `        <property name="${name}" value="${escapeMarkup(value)}"/>`),
    '      </properties>',
    ...(result.passed
      ? []
      : [`      <${tag} message="${escapeMarkup(findings[0]?.says ?? '')}">${escapeMarkup(all)}</${tag}>`]),
    '    </testcase>',
  ].join('\n');
}
