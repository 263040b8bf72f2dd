import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Result } from '#evals/runner/run-suite.ts';
import { htmlReport } from './html.ts';
import { junitReport } from './junit.ts';
import { passHatK } from './pass-k.ts';
import { lastLine, tableOf } from './table.ts';

const run = (says?: string): Result['runs'][number] => ({
  passed: says === undefined,
  findings: says === undefined ? [] : [{ grader: 'data', says, turn: 2 }],
  milliseconds: 120,
  providerFailures: 0,
  evidence: {
    happenings: [
      { kind: 'said', by: 'customer', turn: 1, text: '<script>alert("x")</script> & \u0001 more' },
    ],
    changes: [],
  },
});
const result = (id: string, ...runs: Result['runs']): Result => ({
  id,
  title: 'Billed 10 & got <8>',
  file: `evals/scenarios/dispute/${id}.yaml`,
  folder: 'dispute',
  tags: ['dispute'],
  severity: 'money',
  agent: 'offline',
  seed: 7,
  runs,
  passed: runs.every((one) => one.passed),
});
const results = [result('good', run()), result('bad', run('2 expected, <3> there'), run())];

test('the last line is plain', () => {
  expect(lastLine(results)).toBe('1 passed, 1 failed');
});

test('the table names what failed, at which turn, and that money is concerned', () => {
  const table = tableOf(results);
  expect(table).toContain('FAIL  dispute   bad');
  expect(table).toContain('data, turn 2: 2 expected, <3> there');
  expect(table).toContain('Money, privacy or policy is concerned in 1 of the failures.');
});

test('JUnit is well-formed whatever was said, with the first finding as message', () => {
  const seen: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'failure') seen.push(String(attributes.message));
    if (name === 'testsuites') seen.push(String(attributes.tests), String(attributes.failures));
  });
  parser.write(junitReport(results)).close();
  expect(seen).toEqual(['2', '1', '2 expected, <3> there']);
});

test('the page shows what customers wrote as text and loads nothing', () => {
  const page = htmlReport(results);
  expect(page).not.toContain('<script');
  expect(page).toContain('&lt;script&gt;');
  expect(page).not.toMatch(/\b(?:src|href)=/);
});

describe('pass^k is the chance that k runs all pass', () => {
  test.each([
    [4, 4, 4, 1],
    [4, 3, 1, 0.75],
    [4, 3, 2, 0.5],
    [4, 3, 4, 0],
    [4, 0, 1, 0],
  ])('%i runs, %i passed, k = %i: %f', (n, c, k, expected) => {
    expect(passHatK(n, c, k)).toBeCloseTo(expected);
  });
});
