import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

// Each call starts a process that fills a world of its own.
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'redress-evals-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

const scenario = `id: balance-of-dana
title: Asks how much is open
agent: customer
customer:
  signed in as: Dana Ellis
  opens with: How much do we owe you?
expect:
  steps: [{ must: read the balance }]
`;

function evals(text: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const file = join(folder, 'scenario.yaml');
  writeFileSync(file, text);
  const program = ['--disable-warning=ExperimentalWarning', 'src/cli/redress.ts', 'evals', file];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...program, '--quiet', '--out', join(folder, 'reports'), ...args],
    { encoding: 'utf8', env: { PATH: process.env.PATH, ...env } },
  );
  return { status, lastLine: stdout.trim().split('\n').at(-1), stdout, stderr };
}

test('what holds ends with 0, a plain last line and three reports', () => {
  expect(evals(scenario)).toMatchObject({ status: 0, lastLine: '1 passed, 0 failed' });
  for (const report of ['evals.html', 'evals.json', 'junit.xml'])
    expect(existsSync(join(folder, 'reports', report))).toBe(true);
});

test('what does not hold ends with 1 and says why', () => {
  const { status, lastLine, stdout } = evals(scenario.replace('must: read', 'never: read'));
  expect({ status, lastLine }).toEqual({ status: 1, lastLine: '0 passed, 1 failed' });
  expect(stdout).toContain('steps, turn 1: "read the balance" happened and never should.');
});

test('several runs are counted together', () => {
  const { stdout } = evals(scenario, ['--repeat', '2', '--json']);
  const { results } = JSON.parse(stdout);
  expect(results[0].runs).toHaveLength(2);
});

test.each([
  [
    'a word nobody understands',
    scenario.replace('opens with', 'opens wit'),
    [],
    'Did you mean "opens with"?',
  ],
  ['somebody nobody knows', scenario.replace('Dana Ellis', 'Dana Elis'), [], 'Did you mean Dana Ellis?'],
  ['an unknown tag', scenario, ['--tag', 'nothing'], 'No scenario has the tag nothing.'],
  ['a model without an address', scenario, ['--model', 'some-model'], 'MODEL_BASE_URL'],
])('%s ends with 2 and a hint', (_, text, args, hint) => {
  const { status, stderr } = evals(text, args);
  expect(status).toBe(2);
  expect(stderr).toContain(hint);
});

test('a model that cannot be reached ends with 3, though the customer was served', () => {
  const env = { MODEL_BASE_URL: 'http://127.0.0.1:9/v1' };
  expect(evals(scenario, ['--model', 'some-model'], env)).toMatchObject({
    status: 3,
    lastLine: '1 passed, 0 failed',
  });
});
