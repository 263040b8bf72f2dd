import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { Database, Queries } from '../database.ts';
import { tables } from '../tables.ts';
import { sqliteColumns, sqliteQueries } from './columns.ts';
import { vectorMemory } from './vector-memory.ts';

const oldestSafeVersion = [3, 51, 3];

/**
 * Opens (and migrates) a SQLite file for one process: one writer, readers beside it, every commit on disk before it is acknowledged.
 * Refuses SQLite before 3.51.3, which could lose a commit to a checkpoint race.
 */
export function openSqlite(file: string, migrationsFolder: string): Database {
  mkdirSync(dirname(file), { recursive: true });
  const writer = new Sqlite(file, { timeout: 5000 });
  refuseOldVersion(writer);
  writer.pragma('journal_mode = wal');
  writer.pragma('synchronous = full');
  writer.pragma('foreign_keys = on');
  const inside = drizzle({ client: writer });
  migrate(inside, { migrationsFolder });
  const reader = new Sqlite(file, { readonly: true, timeout: 5000 });
  const t = tables(sqliteColumns);
  const outside = sqliteQueries(drizzle({ client: reader }));
  const unit = new AsyncLocalStorage<Queries>();
  const oneAtATime = queue();
  const vectors = vectorMemory(reader);
  return {
    engine: 'sqlite',
    t,
    get read() {
      return unit.getStore() ?? outside;
    },
    write: (work) => {
      const joined = unit.getStore();
      if (joined) return Promise.resolve(work(joined));
      return oneAtATime(async () => {
        writer.exec('begin immediate');
        try {
          const queries = sqliteQueries(inside);
          const result = await unit.run(queries, () => work(queries));
          writer.exec('commit');
          return result;
        } catch (error) {
          if (writer.inTransaction) writer.exec('rollback');
          throw error;
        }
      });
    },
    nearest: async (table, embedding, filter, limit) => vectors.nearest(table, embedding, filter, limit),
    ping: async () => {
      reader.prepare('select 1').get();
    },
    close: async () => {
      await oneAtATime(async () => undefined);
      reader.close();
      writer.close();
    },
  };
}

function refuseOldVersion(connection: Sqlite.Database) {
  const version = String(connection.prepare('select sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  for (const [i, least] of oldestSafeVersion.entries()) {
    const part = parts[i] ?? 0;
    if (part > least) return;
    if (part < least) {
      connection.close();
      throw new Error(
        `SQLite ${version} is too old to keep money safe: ${oldestSafeVersion.join('.')} or later is needed`,
      );
    }
  }
}

function queue() {
  let tail: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const run = tail.then(work, work);
    tail = run.catch(() => undefined);
    return run;
  };
}
