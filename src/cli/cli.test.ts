import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { readConfig } from '#config';
import { assemble } from '#main';
import { runCommand } from './redress.ts';

const samples = fileURLToPath(new URL('../connectors/documents/samples', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-cli-'));
  vi.stubEnv('DATA_DIR', join(folder, 'data'));
  vi.stubEnv('LOG_LEVEL', 'silent');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a command as a person would; what it printed and its exit code. */
async function redress(...args: string[]) {
  let out = '';
  const keep = (text: string | Uint8Array) => {
    out += String(text);
    return true;
  };
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  const code = await runCommand(args, keep, keep).finally(() => {
    stdout.mockRestore();
    stderr.mockRestore();
  });
  return { code, out };
}
/** The same, with these lines on standard input; each line printed is read as JSON. */
async function fed(lines: readonly string[], ...args: string[]) {
  const before = Object.getOwnPropertyDescriptor(process, 'stdin');
  const value = Readable.from(lines.map((line) => `${line}\n`));
  Object.defineProperty(process, 'stdin', { ...before, get: () => value });
  const { code, out } = await redress(...args).finally(() => {
    if (before) Object.defineProperty(process, 'stdin', before);
  });
  const answers = out.split('\n').filter(Boolean);
  return { code, answers: answers.map((line) => z.looseObject({}).parse(JSON.parse(line))) };
}
const Report = z.object({
  files: z.number(),
  imported: z.record(z.string(), z.number()),
  unchanged: z.number(),
  refused: z.array(z.object({ file: z.string(), place: z.string(), reason: z.string() })),
});

test.each([
  'start',
  'import',
  'token',
  'evals',
  'demo',
  'config',
  'secret',
  'language',
  'understand',
  'chat',
  'audit',
])('%s explains itself with an example', async (name) => {
  const { code, out } = await redress(name, '--help');
  expect(code).toBe(0);
  expect(out).toContain(`Example:  npm run redress -- ${name}`);
});

test.each([
  [['nonsense']],
  [['import']],
  [['import', '/not/there']],
  [['import', '--nope', '.']],
  [['token', '--account', 'ACC-1']],
  [['demo']],
  [['language']],
  [['language', 'guess']],
  [['understand']],
  [['chat', '--side', 'boss']],
  [['chat', '--side', 'rep', '--case', 'CASE-9']],
])('called wrongly (%s) it says what is wrong and exits with 2', async (args) => {
  const { code, out } = await redress(...args);
  expect(code).toBe(2);
  expect(out).toContain('Usage:');
});

describe('importing', () => {
  test('a dry run saves nothing; then everything good is saved once, whatever the number of runs', async () => {
    const documents = join(folder, 'documents');
    await cp(samples, documents, { recursive: true });
    const dry = Report.parse(
      JSON.parse((await redress('import', documents, '--json', '--dry-run', '--create-accounts')).out),
    );
    const first = await redress('import', documents, '--json', '--create-accounts');
    const report = Report.parse(JSON.parse(first.out));
    expect(report.imported).toEqual(dry.imported);
    expect(Object.values(report.imported).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(3);
    const again = Report.parse(
      JSON.parse((await redress('import', documents, '--json', '--create-accounts')).out),
    );
    expect(Object.values(again.imported).every((count) => count === 0)).toBe(true);
    expect(again.unchanged).toBe(Object.values(report.imported).reduce((sum, count) => sum + count, 0));
  });

  test('one bad file is named with its place and how to mend it; the good rest is imported', async () => {
    const mixed = join(folder, 'mixed');
    await cp(samples, mixed, { recursive: true });
    await writeFile(join(mixed, 'broken.xml'), '<Invoice><cbc:ID>1</Invoice>');
    await writeFile(join(mixed, 'page.xml'), '<html><body>Hello</body></html>');
    const { code, out } = await redress('import', mixed, '--create-accounts');
    expect(code).toBe(1);
    expect(out).toMatch(/broken\.xml, line 1/);
    expect(out).toContain('page.xml');
  });
});

test("a token is signed as the seller's site would, only for a person of that account", async () => {
  vi.stubEnv('DATA_DIR', join(folder, 'demo'));
  const demo = await assemble(readConfig(process.env));
  await demo.close();
  const { code, out } = await redress('token', '--account', 'ACC-3', '--person', 'dana@brightwell.test');
  expect(code).toBe(0);
  expect(decodeJwt(out.trim())).toMatchObject({ account: 'ACC-3', aud: 'redress' });
  const wrong = await redress('token', '--account', 'ACC-1', '--person', 'dana@brightwell.test');
  expect(wrong.code).toBe(2);
  expect(wrong.out).toContain('joris@noordermeer.test');
});

test('the audit record of the demo is complete, and secrets are fresh each time', async () => {
  expect((await redress('audit')).out).toContain('Record complete');
  expect((await redress('secret', 'SIGNING_SECRET')).out).not.toBe(
    (await redress('secret', 'SIGNING_SECRET')).out,
  );
});

test('messages are read a line each; a line that cannot be read says why and the rest is still read', async () => {
  const { code, answers } = await fed(
    [
      '{"text": "only 9 of the 12 bags came, inv 30418", "side": "customer"}',
      '',
      'not json',
      '{"text": "12", "state": {"asked": "quantity", "pending": "dispute.open", "last_intent": null}}',
      '{"side": "boss", "text": "hello"}',
    ],
    'understand',
    '--jsonl',
    '--words-only',
  );
  expect(code).toBe(1);
  expect(answers).toEqual([
    {
      intents: ['dispute.open'],
      slots: expect.objectContaining({
        invoice: 'INV-30418',
        delivered_qty: 9,
        billed_qty: 12,
        claimed_qty: 3,
      }),
      confidence: expect.any(Number),
      language: 'en',
    },
    { error: expect.stringContaining('not JSON') },
    expect.objectContaining({ intents: ['inform'] }),
    { error: expect.stringContaining('side') },
  ]);
});

test('who writes on while waiting for a person is told again where they stand', async () => {
  const { answers } = await fed(['get me a human', 'are you there?'], 'chat', '--jsonl');
  const waiting = { reply: expect.stringContaining('number 1 in line'), writes: [] };
  expect(answers).toEqual([expect.objectContaining(waiting), { ...waiting, tools: [] }]);
});

test('a chat answers a line a turn, with the tools it used and what it wrote', async () => {
  const { code, answers } = await fed(
    ['"Why is INV-1003 so high?"', '{"text": "thanks"}', '{}'],
    'chat',
    '--jsonl',
    '--account',
    'Brightwell Foods',
  );
  expect(code).toBe(1);
  expect(answers).toEqual([
    { reply: expect.stringMatching(/\S/), tools: expect.any(Array), writes: [] },
    { reply: expect.stringMatching(/\S/), tools: [], writes: [] },
    { error: expect.stringContaining('text') },
  ]);
});
