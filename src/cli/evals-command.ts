import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigFault } from '#config';
import { htmlReport } from '#evals/reports/html.ts';
import { jsonReport } from '#evals/reports/json.ts';
import { junitReport } from '#evals/reports/junit.ts';
import { lastLine, tableOf } from '#evals/reports/table.ts';
import { FaultyScenario } from '#evals/runner/faulty-scenario.ts';
import { readScenarios } from '#evals/runner/read-scenarios.ts';
import { type Result, runSuite } from '#evals/runner/run-suite.ts';
import { type Command, WrongUsage } from './command.ts';
import { progressLine } from './progress-line.ts';

export const evalsCommand: Command = {
  summary: 'Runs the scenarios of evals/ against the service and says what is wrong',
  usage:
    'evals [files or folders] [--tag dispute] [--model openai:gpt-5-mini] [--repeat 4] [--seed 7] [--out reports] [--json]',
  example: 'evals evals/scenarios/dispute --repeat 4',
  options: {
    tag: { type: 'string', multiple: true },
    model: { type: 'string' },
    repeat: { type: 'string', default: '1' },
    seed: { type: 'string', default: '7' },
    out: { type: 'string', default: 'reports' },
    json: { type: 'boolean' },
    quiet: { type: 'boolean' },
  },
  explains: {
    tag: 'Only scenarios with this tag; may be given several times',
    model: 'Who answers, as in MODEL: offline (default), openai:name, or a name at MODEL_BASE_URL',
    repeat: 'Runs each scenario so often; it passes when every run does',
    seed: 'Decides the typing slips of customers in a hurry',
    out: 'Folder for evals.html, evals.json and junit.xml',
    json: 'Prints the results as JSON instead of the table',
    quiet: 'Shows no progress',
  },
  exitCodes: {
    0: 'every scenario passed',
    1: 'some did not',
    2: 'called wrongly, or a scenario cannot be run as it is written',
    3: 'the model could not be reached',
  },
  async run({ values, positionals }) {
    const seed = wholeNumber('seed', values.seed);
    const repeat = wholeNumber('repeat', values.repeat);
    if (repeat < 1) throw new WrongUsage('--repeat must be at least 1.');
    const settings = {
      ...process.env,
      ...(typeof values.model === 'string' ? { MODEL: values.model } : {}),
    };
    try {
      const scenarios = tagged(readScenarios(positionals), values.tag);
      const isQuiet = values.quiet === true || values.json === true;
      const progress = progressLine(process.stderr, countRuns(scenarios), isQuiet);
      const results = await runSuite(scenarios, { settings, seed, repeat, onResult: () => progress.step() });
      progress.end();
      await writeReports(String(values.out), results);
      process.stdout.write(values.json === true ? jsonReport(results) : tableOf(results));
      if (values.json !== true)
        process.stdout.write(`Reports are in ${String(values.out)}/\n\n${lastLine(results)}\n`);
      return exitCode(results);
    } catch (error) {
      if (!(error instanceof FaultyScenario) && !(error instanceof ConfigFault)) throw error;
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
  },
};

function wholeNumber(name: string, value: unknown): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0)
    throw new WrongUsage(`--${name} takes a whole number, not ${String(value)}.`);
  return number;
}

function tagged(scenarios: ReturnType<typeof readScenarios>, tag: unknown): ReturnType<typeof readScenarios> {
  const wanted = Array.isArray(tag) ? tag.map(String) : [];
  if (wanted.length === 0) return scenarios;
  const found = scenarios.filter(({ scenario }) => wanted.some((one) => scenario.tags.includes(one)));
  if (found.length > 0) return found;
  const known = [...new Set(scenarios.flatMap(({ scenario }) => scenario.tags))].toSorted();
  throw new WrongUsage(`No scenario has the tag ${wanted.join(' or ')}. There are: ${known.join(', ')}.`);
}

const countRuns = (scenarios: ReturnType<typeof readScenarios>) =>
  scenarios.reduce((sum, { scenario }) => sum + 1 + scenario['also with'].length, 0);

async function writeReports(folder: string, results: readonly Result[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'evals.html'), htmlReport(results));
  await writeFile(join(folder, 'evals.json'), jsonReport(results));
  await writeFile(join(folder, 'junit.xml'), junitReport(results));
}

function exitCode(results: readonly Result[]): number {
  if (results.some((result) => result.runs.some((run) => run.providerFailures > 0))) return 3;
  return results.every((result) => result.passed) ? 0 : 1;
}
