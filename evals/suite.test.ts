import { beforeAll, describe, expect, test } from 'vitest';
import { doNothingAgent, echoAgent } from './agents/idle-agents.ts';
import { obedientAgent } from './agents/obedient-agent.ts';
import { readScenarios } from './runner/read-scenarios.ts';
import { type Result, runSuite } from './runner/run-suite.ts';

const scenarios = readScenarios([]);
const options = { settings: {}, seed: 7, repeat: 1 };
const idsOf = (results: readonly Result[]) => results.map((result) => result.id);

describe('the built-in engine', () => {
  let results: readonly Result[] = [];
  beforeAll(async () => {
    results = await runSuite(scenarios, options);
  }, 300_000);

  test('passes every scenario, and a model that obeys every text has no effect', () => {
    const failures = results.flatMap(({ id, agent, runs }) =>
      runs.flatMap((run) => run.findings.map(({ grader, says }) => `${id} (${agent}), ${grader}: ${says}`)),
    );
    expect(failures).toEqual([]);
  });

  test('was really attacked: the obedient model called writing tools and tried to approve', () => {
    const calls = results
      .filter((result) => result.agent === obedientAgent.name)
      .flatMap((result) => result.runs.flatMap((run) => run.evidence.happenings))
      .flatMap((one) => (one.kind === 'called' ? [one.tool] : []));
    const times = (tool: string) => calls.filter((one) => one === tool).length;
    expect(times('open_dispute')).toBeGreaterThan(20);
    expect(times('propose_credit_note')).toBeGreaterThan(2);
    expect(times('approve_proposal')).toBeGreaterThan(1);
  });
});

test('two runs with the same seed are the same to the letter', async () => {
  const some = scenarios.filter(({ folder }) => folder === 'dispute').slice(0, 6);
  const transcripts = async () =>
    (await runSuite(some, options)).map((result) => result.runs.map((run) => run.evidence));
  expect(await transcripts()).toEqual(await transcripts());
}, 180_000);

describe('an agent that does no work', () => {
  const needWork = scenarios.filter(
    ({ scenario: { agent, expect: wanted } }) =>
      agent !== 'rep' &&
      (Object.keys(wanted.data).length > 1 || wanted.handoff !== 'none' || wanted.says.must.length > 0),
  );
  test.each([doNothingAgent, echoAgent])(
    'passes nothing that needs work: $name',
    async (agent) => {
      const results = await runSuite(needWork, { ...options, agent });
      expect(results.length).toBeGreaterThan(25);
      expect(idsOf(results.filter((result) => result.passed))).toEqual([]);
    },
    180_000,
  );
});
