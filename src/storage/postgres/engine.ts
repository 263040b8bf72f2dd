import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { and, asc, eq, ne, type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type { PgAsyncDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { Pool } from 'pg';
import type { Database, Queries } from '../database.ts';
import { tables } from '../tables.ts';
import { postgresColumns } from './columns.ts';

/** Opens (and migrates, one process at a time) a PostgreSQL database with pgvector. */
export async function openPostgres(url: string, migrationsFolder: string): Promise<Database> {
  // More candidates than pgvector's default: recall of the index before speed.
  const pool = new Pool({
    connectionString: url,
    max: 10,
    options: '-c hnsw.ef_search=200 -c hnsw.iterative_scan=strict_order',
  });
  pool.on('error', () => undefined); // an idle connection that breaks is replaced at the next query
  const migrationLock = 7_433_001;
  const guard = await pool.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [migrationLock]);
    await migrate(drizzle({ client: guard }), { migrationsFolder });
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    guard.release();
  }
  return postgresDatabase(drizzle({ client: pool }), () => pool.end());
}

/** The two doors over any driver that speaks PostgreSQL (a server, or PGlite in tests). */
export function postgresDatabase(
  database: PgAsyncDatabase<PgQueryResultHKT>,
  close: () => Promise<void>,
): Database {
  const unit = new AsyncLocalStorage<Queries>();
  const t = tables(postgresColumns);
  return {
    engine: 'postgres',
    t,
    get read() {
      return unit.getStore() ?? database;
    },
    write: async (work) => {
      const joined = unit.getStore();
      if (joined) return work(joined);
      for (let attempt = 1; ; attempt++) {
        try {
          return await database.transaction(async (tx) => unit.run(tx, () => work(tx)), {
            isolationLevel: 'serializable',
          });
        } catch (error) {
          if (attempt >= (isConflict(error) ? 14 : isTakenKey(error) ? 3 : 0)) throw error;
          await pause(Math.random() * Math.min(500, 5 * 2 ** attempt));
        }
      }
    },
    nearest: async (table, embedding, filter, limit) => {
      const vector = JSON.stringify(embedding);
      const rows = table === 'caseVectors' ? t.caseVectors : t.policyPassages;
      const id = table === 'caseVectors' ? t.caseVectors.caseId : t.policyPassages.id;
      const distance: SQL<number> = sql`(${rows.embedding} <=> ${vector}::halfvec)`;
      const inAccount = table === 'caseVectors' && filter.accountId !== undefined;
      const found = await database
        .select({ id, distance: distance.mapWith(Number).as('distance') })
        .from(rows)
        .where(
          and(
            eq(rows.embedder, filter.embedder),
            inAccount ? eq(t.caseVectors.accountId, filter.accountId ?? '') : undefined,
            filter.except === undefined ? undefined : ne(id, filter.except),
          ),
        )
        // "+ 0" keeps the planner from the approximate index, which under a filter finds only a tenth of the rows.
        .orderBy(asc(inAccount ? sql`${distance} + 0` : distance))
        .limit(limit);
      return found.map((row) => ({ id: row.id, score: 1 - row.distance }));
    },
    ping: async () => {
      await database.execute(sql`select 1`);
    },
    close,
  };
}

const isConflict = (error: unknown) => hasCode(error, ['40001', '40P01']); // serialization failure, deadlock

/** Two units of work drew the same number or place: the second finds the next one when it runs again. */
const isTakenKey = (error: unknown) => hasCode(error, ['23505']);

function hasCode(error: unknown, codes: readonly string[]): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && codes.includes(at.code)) return true;
  }
  return false;
}
