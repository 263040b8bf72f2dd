import { sql } from 'drizzle-orm';
import * as pg from 'drizzle-orm/pg-core';

/** Size of every stored embedding: all-MiniLM-L6-v2, or a remote embedder asked for as many. */
export const embeddingSize = 384;

/** The words tables are written with. SQLite speaks the same ones (sqlite/columns.ts) and borrows these types. */
export const postgresColumns = {
  table: pg.pgTable,
  index: pg.index,
  unique: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  check: pg.check,
  text: <T extends string = string>(name: string) => pg.text(name).$type<T>(),
  int: (name: string) => pg.integer(name),
  /** Minor units, exact to 2^53 - 1. */
  money: (name: string) => pg.bigint(name, { mode: 'number' }),
  bool: (name: string) => pg.boolean(name),
  instant: (name: string) => pg.timestamp(name, { withTimezone: true, mode: 'date', precision: 3 }),
  /** Calendar day, yyyy-mm-dd. */
  day: (name: string) => pg.date(name, { mode: 'string' }),
  json: <T>(name: string) => pg.jsonb(name).$type<T>(),
  embedding: (name: string) => pg.halfvec(name, { dimensions: embeddingSize }),
  /** An approximate index for searches over all rows; searches within one account never use it. */
  nearestIndex: (name: string, column: pg.ExtraConfigColumn) => [
    pg.index(name).using('hnsw', column.op('halfvec_cosine_ops')).with({ m: 16, ef_construction: 64 }),
  ],
  sql,
};
export type Columns = typeof postgresColumns;
