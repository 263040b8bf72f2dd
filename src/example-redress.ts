// A whole Redress for tests: the real assembly over a temporary database, the demo company, and a clock that the test sets.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { readConfig } from './config.ts';
import { assemble, type Overrides, type Redress } from './main.ts';

export type ExampleRedress = Redress & { readonly clock: { at: Date }; remove(): Promise<void> };

/** Friday noon in the demo company's world. */
export const exampleNow = new Date('2026-11-20T12:00:00.000Z');

/** The demo, as `npm start` runs it, on SQLite or on the PostgreSQL database of a URL. */
export async function exampleRedress(
  settings: Readonly<Record<string, string>> = {},
  overrides: Overrides = {},
): Promise<ExampleRedress> {
  const folder = await mkdtemp(join(tmpdir(), 'redress-'));
  const clock = { at: exampleNow };
  const redress = await assemble(readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', ...settings }), {
    now: () => clock.at,
    log: pino({ level: 'silent' }),
    readsMeaning: false,
    ...overrides,
  });
  return {
    ...redress,
    clock,
    remove: async () => {
      await redress.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
