import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import {
  emptyReport,
  type ImportReport,
  importFile,
  newAccountsIn,
  type Refused,
} from '#actions/imports/import-documents.ts';
import { readConfig } from '#config';
import type { Account } from '#domain/person.ts';
import { readPolicy } from '#main';
import { openDatabase } from '#storage/open-database.ts';
import { allAccounts, saveAccount } from '#storage/parties/accounts.ts';
import { type Command, WrongUsage } from './command.ts';
import { filesToImport } from './files-to-import.ts';
import { progressLine } from './progress-line.ts';

const largestFile = 64 * 1024 * 1024;

export const importCommand: Command = {
  summary: 'Reads invoices, credit notes, orders, deliveries and closed cases (UBL 2.1 and CSV)',
  usage: 'import <files or folders> [--dry-run] [--create-accounts] [--json]',
  example: 'import ./documents --dry-run',
  options: {
    'dry-run': { type: 'boolean' },
    'create-accounts': { type: 'boolean' },
    json: { type: 'boolean' },
    quiet: { type: 'boolean' },
  },
  explains: {
    'dry-run': 'Reads and checks everything, saves nothing',
    'create-accounts': 'Sets up customers that invoices name and nobody knows yet',
    json: 'Prints one object: counts by type and every refusal with file, place and reason',
    quiet: 'Shows no progress',
  },
  exitCodes: {
    0: 'everything was imported',
    1: 'some of it was refused; the rest is imported',
    2: 'called wrongly',
  },
  async run({ values, positionals }) {
    if (positionals.length === 0) throw new WrongUsage('Name the files or folders to import.');
    const files = await filesToImport(positionals);
    if (files.length === 0) throw new WrongUsage('There is no .xml or .csv file there.');
    const config = readConfig(process.env);
    const db = await openDatabase({
      dataDir: config.dataDir,
      ...(config.databaseUrl === undefined ? {} : { databaseUrl: config.databaseUrl }),
    });
    try {
      const service = { db, newId: randomUUID, policy: await readPolicy(config.policyFile) };
      const dryRun = values['dry-run'] === true;
      const accounts = await allAccounts(db);
      if (values['create-accounts'] === true) accounts.push(...(await introduced(files, accounts)));
      if (!dryRun) for (const account of accounts) await saveAccount(db, account);
      const options = { dryRun, accounts };
      const total = emptyReport();
      const progress = progressLine(
        process.stderr,
        files.length,
        values.quiet === true || values.json === true,
      );
      for (const name of inOrder(files)) {
        add(total, await importOne(service, name, options));
        progress.step();
      }
      progress.end();
      process.stdout.write(
        values.json === true
          ? `${JSON.stringify({ files: files.length, dryRun: options.dryRun, ...total })}\n`
          : inWords(total, files.length, options.dryRun),
      );
      return total.refused.length === 0 ? 0 : 1;
    } finally {
      await db.close();
    }
  },
};

/** Customers the files introduce, in order of appearance; deliveries and orders may come before the invoice that names them. */
async function introduced(files: readonly string[], known: readonly Account[]): Promise<Account[]> {
  const added: Account[] = [];
  for (const name of files) {
    if ((await stat(name)).size > largestFile) continue;
    added.push(...newAccountsIn({ name, bytes: await readFile(name) }, [...known, ...added]));
  }
  return added;
}

async function importOne(
  service: Parameters<typeof importFile>[0],
  name: string,
  options: Parameters<typeof importFile>[2],
): Promise<ImportReport> {
  const { size } = await stat(name);
  if (size > largestFile) {
    const reason = `is larger than ${largestFile / 1024 / 1024} MB`;
    return {
      ...emptyReport(),
      refused: [{ file: name, place: '', reason, fix: 'Split it into smaller files.' }],
    };
  }
  return importFile(service, { name, bytes: await readFile(name) }, options);
}

/** Invoices before what refers to them. */
const inOrder = (files: readonly string[]) =>
  files.toSorted((a, b) => Number(/credit|case/i.test(a)) - Number(/credit|case/i.test(b)));

function add(total: ReturnType<typeof emptyReport>, report: ImportReport): void {
  for (const type of ['invoice', 'credit_note', 'order', 'despatch', 'receipt', 'closed_case'] as const) {
    total.imported[type] += report.imported[type];
  }
  total.unchanged += report.unchanged;
  total.refused.push(...report.refused);
  total.notices.push(...report.notices);
}

const titles = {
  invoice: 'invoices',
  credit_note: 'credit notes',
  order: 'orders',
  despatch: 'despatch advices',
  receipt: 'receipt advices',
  closed_case: 'closed cases',
};

function inWords(total: ReturnType<typeof emptyReport>, files: number, dryRun: boolean): string {
  const counts = Object.entries(titles).flatMap(([type, title]) => {
    const count = Object.entries(total.imported).find(([known]) => known === type)?.[1] ?? 0;
    return count > 0 ? [`${count} ${title}`] : [];
  });
  const sentence = (one: Refused) =>
    `  ${one.file}${one.place === '' ? '' : `, ${one.place}`}: ${one.reason}.${one.fix === undefined ? '' : ` ${one.fix}`}`;
  return [
    `${dryRun ? 'Would import' : 'Imported'} ${counts.join(', ') || 'nothing new'} from ${files} ${files === 1 ? 'file' : 'files'}.`,
    ...(total.unchanged > 0 ? [`${total.unchanged} were known already.`] : []),
    ...(total.refused.length > 0
      ? ['', `${total.refused.length} refused:`, ...total.refused.map(sentence)]
      : []),
    ...(total.notices.length > 0
      ? ['', `${total.notices.length} to look at:`, ...total.notices.map(sentence)]
      : []),
    '',
  ].join('\n');
}
