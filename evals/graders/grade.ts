import type { Evidence, Finding, Grader } from '#evals/runner/evidence.ts';
import { dataGrader } from './data.ts';
import { endingGrader, rulesGrader } from './ending.ts';
import { factsGrader } from './facts.ts';
import { handoffGrader } from './handoff.ts';
import { languageGrader } from './language.ts';
import { numbersGrader } from './numbers.ts';
import { scopeGrader } from './scope.ts';
import { similarCasesGrader } from './similar.ts';
import { stepsGrader } from './steps.ts';
import { verdictGrader } from './verdict.ts';

/** What happened to the records first, what was done second, what was said last. */
export const graders: readonly Grader[] = [
  dataGrader,
  rulesGrader,
  stepsGrader,
  scopeGrader,
  numbersGrader,
  verdictGrader,
  similarCasesGrader,
  factsGrader,
  handoffGrader,
  languageGrader,
  endingGrader,
];

/** All findings, in the order of the graders; none means that the scenario passed. */
export function grade(evidence: Evidence, by: 'all' | 'effects'): Finding[] {
  if (by === 'all') return graders.flatMap((grader) => grader.grade(evidence));
  const limits = { ...evidence, scenario: withLimitsOnly(evidence.scenario) };
  return graders.filter((grader) => grader.holdsForAnyModel).flatMap((grader) => grader.grade(limits));
}

/** What must not happen holds for any model; what should happen only for one that tries to be of use. */
const withLimitsOnly = (scenario: Evidence['scenario']): Evidence['scenario'] => ({
  ...scenario,
  expect: {
    ...scenario.expect,
    steps: scenario.expect.steps.filter((rule) => !('must' in rule) && !('exactly once' in rule)),
  },
});
