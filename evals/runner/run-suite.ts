import { availableParallelism } from 'node:os';
import { type Agent, configuredAgent } from '#evals/agents/agent.ts';
import { obedientAgent } from '#evals/agents/obedient-agent.ts';
import { grade } from '#evals/graders/grade.ts';
import type { Evidence, Finding } from './evidence.ts';
import { FaultyScenario } from './faulty-scenario.ts';
import { runScenario } from './run-scenario.ts';
import type { ScenarioFile } from './scenario.ts';
import { buildWorld, type Settings, type World } from './world.ts';

/** One scenario with one agent, all its repeats together. */
export type Result = {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly folder: string;
  readonly tags: readonly string[];
  readonly severity: string;
  readonly agent: string;
  readonly seed: number;
  readonly runs: readonly Run[];
  readonly passed: boolean;
};

export type Run = {
  readonly passed: boolean;
  readonly findings: readonly Finding[];
  readonly milliseconds: number;
  readonly providerFailures: number;
  readonly evidence: Pick<Evidence, 'happenings' | 'changes'>;
};

export type SuiteOptions = {
  readonly settings: Settings;
  readonly seed: number;
  readonly repeat: number;
  /** Instead of the configured models. */
  readonly agent?: Agent;
  /** Scenarios that run at the same time; two by default. */
  readonly jobs?: number;
  readonly onResult?: (result: Result, done: number, total: number) => void;
};

/** Runs every scenario, each on a fresh copy of the same world. Throws FaultyScenario for one that cannot be run. */
export async function runSuite(scenarios: readonly ScenarioFile[], options: SuiteOptions): Promise<Result[]> {
  const main = options.agent ?? configuredAgent(options.settings.MODEL ?? 'offline');
  const wanted = scenarios.flatMap((file) => [
    { file, agent: main },
    ...(options.agent ? [] : file.scenario['also with'].map(() => ({ file, agent: obedientAgent }))),
  ]);
  const world = await buildWorld(options.settings);
  const results: Result[] = [];
  const left = wanted.map((one, at) => ({ ...one, at }));
  try {
    const worker = async () => {
      for (let one = left.shift(); one; one = left.shift()) {
        results[one.at] = await runOne(world, one.file, one.agent, options);
        options.onResult?.(results[one.at] ?? never(), results.filter(Boolean).length, wanted.length);
      }
    };
    const jobs = options.jobs ?? Math.min(2, availableParallelism());
    const ended = await Promise.allSettled(Array.from({ length: jobs }, worker));
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
  } finally {
    await world.close();
  }
  return results;
}

const never = (): never => {
  throw new Error('A result that was just stored is not there');
};

async function runOne(
  world: World,
  { scenario, file, folder }: ScenarioFile,
  agent: Agent,
  { seed, repeat }: SuiteOptions,
): Promise<Result> {
  const runs: Run[] = [];
  for (let number = 0; number < repeat; number += 1) {
    const name = `${scenario.id}-${agent.name.replace(/[^\w-]/g, '_')}-${number}`;
    runs.push(await runOnce(world, { scenario, file, folder }, { agent, seed: seed + number, name }));
  }
  const { id, title, tags, severity } = scenario;
  return {
    ...{ id, title, file, folder, tags, severity, seed, runs },
    agent: agent.name,
    passed: runs.every((run) => run.passed),
  };
}

/** One run, graded. What breaks on the way is a finding too; only a scenario that cannot be run is thrown. */
async function runOnce(
  world: World,
  { scenario, file }: ScenarioFile,
  how: Parameters<typeof runScenario>[2],
): Promise<Run> {
  const started = performance.now();
  const took = () => Math.round(performance.now() - started);
  try {
    const { evidence, providerFailures } = await runScenario(world, scenario, how);
    const findings = grade(evidence, how.agent.graded);
    const { happenings, changes } = evidence;
    return {
      passed: findings.length === 0,
      findings,
      milliseconds: took(),
      providerFailures,
      evidence: { happenings, changes },
    };
  } catch (error) {
    if (error instanceof FaultyScenario) throw new FaultyScenario(`${file}: ${error.message}`);
    const says = `The run broke: ${error instanceof Error ? error.message : String(error)}`;
    return {
      passed: false,
      findings: [{ grader: 'rules', says }],
      milliseconds: took(),
      providerFailures: 0,
      evidence: { happenings: [], changes: [] },
    };
  }
}
