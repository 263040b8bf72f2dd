import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { Database } from '../database.ts';
import { postgresDatabase } from './engine.ts';

/** PostgreSQL inside the process, for tests. */
export async function openPglite(migrationsFolder: string): Promise<Database> {
  const client = await PGlite.create({ extensions: { vector } });
  const database = drizzle({ client });
  await migrate(database, { migrationsFolder });
  return postgresDatabase(database, () => client.close());
}
