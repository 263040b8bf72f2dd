import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
const reporter = join(import.meta.dirname, 'plain-summary-reporter.ts');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-reporter-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function lastLineOf(sample: string): string | undefined {
  writeFileSync(join(folder, 'sample.test.js'), sample);
  const args = [vitest, 'run', '--root', folder, '--globals', '--reporter=default', `--reporter=${reporter}`];
  const env = { PATH: process.env.PATH, NO_COLOR: '1' };
  return spawnSync(process.execPath, args, { encoding: 'utf8', env }).stdout.trimEnd().split('\n').at(-1);
}

test.each([
  [
    'each test counts once, in nested groups too',
    `test('a', () => {});
     describe('group', () => { test('b', () => {}); test('c', () => { expect(1).toBe(2); }); });
     test.skip('d', () => {}); test.todo('e');`,
    '2 passed, 1 failed, 2 skipped',
  ],
  [
    'a file that cannot be loaded is a failure',
    `import './missing.js'; test('a', () => {});`,
    '0 passed, 1 failed, 0 skipped',
  ],
  [
    'an error outside every test is a failure',
    `test('a', async () => { Promise.reject(new Error('nobody waits')); await new Promise((done) => setTimeout(done, 20)); });`,
    '1 passed, 1 failed, 0 skipped',
  ],
  [
    'a group whose preparation fails is a failure',
    `describe('group', () => { beforeAll(() => { throw new Error('no'); }); test('a', () => {}); });`,
    '0 passed, 1 failed, 1 skipped',
  ],
])('%s', (_, sample, line) => {
  expect(lastLineOf(sample)).toBe(line);
});
