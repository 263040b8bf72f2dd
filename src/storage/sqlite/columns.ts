import { sql } from 'drizzle-orm';
import * as lite from 'drizzle-orm/sqlite-core';
import type { Queries } from '../database.ts';
import type { Columns } from '../postgres/columns.ts';

const floats = lite.customType<{ data: number[]; driverData: Buffer }>({
  dataType: () => 'blob',
  toDriver: (vector) => Buffer.from(new Float32Array(vector).buffer),
  fromDriver: (blob) =>
    Array.from(new Float32Array(blob.buffer.slice(blob.byteOffset, blob.byteOffset + blob.byteLength))),
});

/** The same words in SQLite's dialect. The cast is the one place where the two builders are declared alike. */
export const sqliteColumns = {
  table: lite.sqliteTable,
  index: lite.index,
  unique: lite.uniqueIndex,
  primaryKey: lite.primaryKey,
  check: lite.check,
  text: (name: string) => lite.text(name),
  int: (name: string) => lite.integer(name),
  money: (name: string) => lite.integer(name),
  bool: (name: string) => lite.integer(name, { mode: 'boolean' }),
  instant: (name: string) => lite.integer(name, { mode: 'timestamp_ms' }),
  day: (name: string) => lite.text(name),
  json: (name: string) => lite.text(name, { mode: 'json' }),
  embedding: (name: string) => floats(name),
  nearestIndex: () => [],
  sql,
} as unknown as Columns;

/** SQLite's builders answer as a promise does and build the same queries; the other half of the cast above. */
export const sqliteQueries = (database: { select: unknown; insert: unknown }) =>
  database as unknown as Queries;
