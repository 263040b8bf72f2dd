import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from './database.ts';
import { openPostgres } from './postgres/engine.ts';
import { openPglite } from './postgres/pglite.ts';
import { openSqlite } from './sqlite/engine.ts';

const migrations = fileURLToPath(new URL('../../migrations/', import.meta.url));

type Opened = { database: Database; remove: () => Promise<void> };

/** An empty SQLite database in a temporary folder. */
export async function temporarySqlite(): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'redress-'));
  const database = openSqlite(join(folder, 'redress.db'), join(migrations, 'sqlite'));
  return {
    database,
    remove: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** An empty database of its own on the server of TEST_DATABASE_URL. */
export async function temporaryPostgres(serverUrl: string): Promise<Opened & { url: string }> {
  const name = `redress_${randomUUID().replaceAll('-', '')}`;
  await onServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const database = await openPostgres(url.href, join(migrations, 'postgres'));
  return {
    database,
    url: url.href,
    remove: async () => {
      await database.close();
      await onServer(serverUrl, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(serverUrl: string, statement: string) {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

const engines: { name: string; open: () => Promise<Opened> }[] = [
  { name: 'SQLite', open: temporarySqlite },
  {
    name: 'PGlite',
    open: async () => {
      const database = await openPglite(join(migrations, 'postgres'));
      return { database, remove: () => database.close() };
    },
  },
];
const server = process.env.TEST_DATABASE_URL;
if (server !== undefined) engines.push({ name: 'PostgreSQL', open: () => temporaryPostgres(server) });

/** Runs the same tests on each engine: SQLite, PGlite, and the PostgreSQL server when TEST_DATABASE_URL names one. */
export function onEveryEngine(title: string, tests: (database: () => Database) => void) {
  describe.each(engines)(`${title} on $name`, ({ open }) => {
    let opened: Opened | undefined;
    beforeAll(async () => {
      opened = await open();
    }, 60_000);
    afterAll(() => opened?.remove());
    tests(() => {
      if (!opened) throw new Error('The database is not open yet');
      return opened.database;
    });
  });
}
