import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from './database.ts';

const migrations = fileURLToPath(new URL('../../migrations/', import.meta.url));

/** Opens the database the settings name: a PostgreSQL URL, or a SQLite file in the data folder. */
export async function openDatabase(settings: { databaseUrl?: string; dataDir: string }): Promise<Database> {
  if (settings.databaseUrl !== undefined) {
    const { openPostgres } = await import('./postgres/engine.ts');
    return openPostgres(settings.databaseUrl, join(migrations, 'postgres'));
  }
  const { openSqlite } = await import('./sqlite/engine.ts');
  return openSqlite(join(settings.dataDir, 'redress.db'), join(migrations, 'sqlite'));
}
