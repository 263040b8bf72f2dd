import type { PgAsyncDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Tables } from './tables.ts';

/** What both engines can do: select, insert, update, delete and common table expressions. */
export type Queries = Pick<
  PgAsyncDatabase<PgQueryResultHKT>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'with' | '$with' | '$count'
>;

export type Near = { readonly id: string; readonly score: number };

/** Which vectors to rank; with an account the search is exact over that account's rows. */
export type NearestFilter = {
  readonly accountId?: string;
  readonly embedder: string;
  readonly except?: string;
};

/** Two doors to one database: `read` sees what is committed (inside a write: its own work too), `write` is one unit of work. */
export type Database = {
  readonly engine: 'sqlite' | 'postgres';
  readonly t: Tables;
  readonly read: Queries;
  /** All or nothing. Await only the database inside. Runs again from the start when PostgreSQL finds a conflict. */
  write<T>(work: (queries: Queries) => PromiseLike<T>): Promise<T>;
  /** The rows of a vector table nearest to an embedding, cosine similarity, best first. */
  nearest(
    table: 'caseVectors' | 'policyPassages',
    embedding: readonly number[],
    filter: NearestFilter,
    limit: number,
  ): Promise<Near[]>;
  /** Whether the database answers; for readiness. */
  ping(): Promise<void>;
  close(): Promise<void>;
};
