import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';

const child = fileURLToPath(new URL('./resolve-until-killed.ts', import.meta.url));
const migrations = fileURLToPath(new URL('../../migrations/sqlite', import.meta.url));
// Many more by hand: CRASH_KILLS=1000 npx vitest run src/crash
const kills = Number(process.env.CRASH_KILLS ?? 40);

/** Runs the money path until it is killed at a moment of chance; the approvals it acknowledged. */
async function runUntilKilled(file: string, after: number): Promise<string[]> {
  const running = spawn(process.execPath, [child, file, migrations], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: running.stdout })) {
    if (line === 'ready') continue;
    // One whole round first, so that the kill falls anywhere in the rounds after it.
    if (acknowledged.length === 0) setTimeout(() => running.kill('SIGKILL'), after);
    acknowledged.push(line.replace('approved ', ''));
  }
  return acknowledged;
}

test(`after ${kills} kills every approval that was acknowledged has one credit note, one closed case and one mail, and numbers have no gap`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'redress-crash-'));
  const file = join(folder, 'redress.db');
  const acknowledged: string[] = [];
  for (let kill = 0; kill < kills; kill++)
    acknowledged.push(...(await runUntilKilled(file, Math.random() * 120)));
  const finishing = spawn(process.execPath, [child, file, migrations, 'finish'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  expect(await new Promise((resolve) => finishing.on('exit', resolve))).toBe(0);

  const db = new Sqlite(file, { readonly: true });
  const all = (statement: string) =>
    db
      .prepare<[], { id: string }>(statement)
      .all()
      .map((row) => row.id);
  const notes = all('select proposal_id as id from credit_notes');
  const mails = all("select substr(key, 13) as id from mails where key like 'case-closed:%'");
  const done = all("select id from proposals where state = 'done'");
  expect(acknowledged.length).toBeGreaterThanOrEqual(kills);
  expect(acknowledged.filter((id) => !notes.includes(id))).toEqual([]);
  expect(new Set(notes).size).toBe(notes.length);
  expect(notes.toSorted()).toEqual(done.toSorted());
  expect(mails.toSorted()).toEqual(done.toSorted());
  expect(
    all(
      "select c.id from cases c join proposals p on p.case_id = c.id where p.state = 'done' and c.state <> 'closed'",
    ),
  ).toEqual([]);
  expect(all("select id from proposals where state = 'held'")).toEqual([]);
  const numbers = all('select cast(substr(number, 4) as integer) as id from credit_notes')
    .map(Number)
    .sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at));
  expect(all('pragma integrity_check').length).toBe(1);
  db.close();
  await rm(folder, { recursive: true, force: true });
}, 600_000);
