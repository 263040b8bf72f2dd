import { readConfig } from '#config';
import { openDatabase } from '#storage/open-database.ts';
import { verifyAudit } from '#storage/outbox/audit.ts';
import type { Command } from './command.ts';

export const auditCommand: Command = {
  summary: 'Checks that nobody changed the audit record',
  usage: 'audit',
  example: 'audit',
  options: {},
  explains: {},
  exitCodes: { 0: 'the record is complete', 1: 'a row was changed, removed or added' },
  async run() {
    const config = readConfig(process.env);
    const db = await openDatabase({
      dataDir: config.dataDir,
      ...(config.databaseUrl === undefined ? {} : { databaseUrl: config.databaseUrl }),
    });
    const { rows, firstBad } = await verifyAudit(db, config.serviceSecret).finally(() => db.close());
    process.stdout.write(
      firstBad === undefined
        ? `Record complete: ${rows} rows.\n`
        : `Row ${firstBad} was tampered with; the ${rows} before it are good.\n`,
    );
    return firstBad === undefined ? 0 : 1;
  },
};
