import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';

// A clone in miniature: the real setup.mjs, a server of four lines, and an npm and a vite that only note they were called.
let clone: string;
let started: ChildProcess[];

const server = `
const waiting = setInterval(() => {}, 1000);
for (const name of ['SIGINT', 'SIGTERM'])
  process.on(name, () => { process.stdout.write(name + '\\n'); setTimeout(() => { clearInterval(waiting); process.exitCode = 4; }, 100); });
process.stdout.write('ready ' + process.argv.slice(2).join('|') + '\\n');
`;
const calls = `import { appendFileSync, mkdirSync } from 'node:fs';
const note = (line) => appendFileSync(new URL('CALLS', import.meta.url).pathname, line + '\\n');
`;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'redress-setup-'));
  started = [];
  copyFileSync(join(import.meta.dirname, '../setup.mjs'), join(clone, 'setup.mjs'));
  write('package.json', '{ "type": "module" }');
  write('package-lock.json', '{}');
  write('src/main.ts', server);
  write(
    'src/cli/redress.ts',
    `const given: string[] = process.argv.slice(2); console.log(given.join('|')); process.exit(78);`,
  );
  write(
    'npm.mjs',
    `${calls.replace('CALLS', 'calls')} mkdirSync('node_modules', { recursive: true }); note('npm ' + process.argv[2]);`,
  );
});
afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(clone, { recursive: true });
});

function write(path: string, content: string) {
  mkdirSync(dirname(join(clone, path)), { recursive: true });
  writeFileSync(join(clone, path), content);
}

function setup(args: string[]) {
  const env = { PATH: process.env.PATH, npm_execpath: join(clone, 'npm.mjs') };
  const child = spawn(process.execPath, ['setup.mjs', ...args], {
    cwd: clone,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return child;
}

async function run(...args: string[]) {
  const child = setup(args);
  const [out, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { out, errors, code };
}

const callsMade = () =>
  existsSync(join(clone, 'calls')) ? readFileSync(join(clone, 'calls'), 'utf8').trim().split('\n') : [];

test('arguments go to the program untouched, and its exit code comes back', async () => {
  expect(await run('redress', 'import', 'two words', '--json')).toMatchObject({
    out: 'import|two words|--json\n',
    code: 78,
  });
});

test('evals are a command of the same program', async () => {
  expect((await run('evals', '--model', 'offline')).out).toBe('evals|--model|offline\n');
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s reaches the server once, and its own way of ending is ours',
  async (signal) => {
    const child = setup(['start', '--here']);
    const out: string[] = [];
    child.stdout.on('data', (data) => {
      out.push(String(data).trim());
      // npm passes a terminal's signal on once more.
      if (out.length === 1) for (const _ of ['terminal', 'npm']) child.kill(signal);
    });
    const [code] = await once(child, 'close');
    expect(out).toEqual(['ready --here', signal]);
    expect(code).toBe(4);
  },
);

test('npm runs in a fresh clone and again when the lock changes, but not otherwise', async () => {
  expect((await run('redress')).errors).toContain('Installing');
  expect((await run('redress')).errors).toBe('');
  expect(callsMade()).toEqual(['npm ci']);
  appendFileSync(join(clone, 'package-lock.json'), ' ');
  await run('redress');
  expect(callsMade()).toEqual(['npm ci', 'npm ci']);
});

test('nothing starts when npm fails', async () => {
  write('npm.mjs', 'process.exit(7);');
  expect(await run('redress')).toMatchObject({ out: '', code: 7 });
});

test('pages are built before the first start and again when they change, tests of them aside', async () => {
  write('vite.config.ts', '');
  write('src/widget/panel.tsx', 'one');
  write('node_modules/.bin/vite', `${calls.replace('CALLS', '../../calls')} note('vite');`);
  write('node_modules/package.json', '{ "type": "module" }');
  write('src/main.ts', '');
  await run('start');
  await run('start');
  write('src/widget/panel.test.tsx', 'a test');
  await run('start');
  await run('redress', 'cases');
  expect(callsMade()).toEqual(['npm ci', 'vite']);
  write('src/widget/panel.tsx', 'two');
  await run('start');
  expect(callsMade()).toEqual(['npm ci', 'vite', 'vite']);
});

test('settings in .env count, and the environment wins over them', async () => {
  write('.env', 'PORT=1\nPATH=nowhere\n');
  write('src/cli/redress.ts', `console.log(process.env.PORT, process.env.PATH === 'nowhere');`);
  expect((await run('redress')).out).toBe('1 false\n');
});

test('an unknown command is answered with the known ones', async () => {
  expect(await run('toString')).toMatchObject({
    errors: expect.stringContaining('start|test|redress|evals'),
    code: 2,
  });
});
