import type { DocumentFault } from '#connectors/documents/document-fault.ts';
import type { ReadDocument } from '#connectors/documents/read-document.ts';
import { readDocuments } from '#connectors/documents/read-documents.ts';
import type { Account } from '#domain/person.ts';
import { saveCreditNote } from '#storage/billing/credit-notes.ts';
import { saveInvoice } from '#storage/billing/invoices.ts';
import { saveDespatch, saveReceipt } from '#storage/deliveries/despatches-and-receipts.ts';
import { saveOrder } from '#storage/deliveries/orders.ts';
import type { Saved } from '#storage/same-record.ts';
import type { Service } from '../service.ts';
import { accountFrom } from './account-from-document.ts';
import { saveClosedCase } from './import-closed-case.ts';

export type ImportedType = ReadDocument['type'];

/** One thing that was not imported: which file, where in it, why, and how to mend it. */
export type Refused = {
  readonly file: string;
  readonly place: string;
  readonly reason: string;
  readonly fix?: string;
};

export type ImportReport = {
  readonly imported: Readonly<Record<ImportedType, number>>;
  /** Known already with the same content. */
  readonly unchanged: number;
  readonly refused: readonly Refused[];
  /** Read, but something in it deserves a look. */
  readonly notices: readonly Refused[];
};

/** Customers that a file's invoices name and nobody knows yet. */
export function newAccountsIn(file: ImportFile, known: readonly Account[]): Account[] {
  const added: Account[] = [];
  for (const document of readDocuments(file.bytes, file.name).documents) {
    const account = accountFor(document, [...known, ...added]) ? undefined : accountFrom(document);
    if (account) added.push(account);
  }
  return added;
}

export type ImportFile = { readonly name: string; readonly bytes: Uint8Array };

/** Reads one file's documents and saves the good ones, each once; with `dryRun` it only looks. */
export async function importFile(
  service: Pick<Service, 'db' | 'newId' | 'policy'>,
  file: ImportFile,
  { dryRun, accounts }: { dryRun: boolean; accounts: readonly Account[] },
): Promise<ImportReport> {
  const { documents, faults, notices } = readDocuments(file.bytes, file.name);
  const report = emptyReport();
  const refused = faults.map((fault) => refusedBy(file.name, fault));
  const remarks = notices.map((fault) => refusedBy(file.name, fault));
  for (const document of documents) {
    const account = accountFor(document, accounts);
    if (!account) {
      refused.push(unknownAccount(file.name, document));
      continue;
    }
    const saved = dryRun ? 'new' : await save(service, document, account);
    if (saved === 'conflict') refused.push(changedMeanwhile(file.name, document));
    else if (saved === 'unchanged') report.unchanged++;
    else report.imported[document.type]++;
  }
  return { ...report, refused, notices: remarks };
}

export const emptyReport = () => ({
  imported: { invoice: 0, credit_note: 0, order: 0, despatch: 0, receipt: 0, closed_case: 0 },
  unchanged: 0,
  refused: [] as Refused[],
  notices: [] as Refused[],
});

async function save(
  service: Pick<Service, 'db' | 'newId' | 'policy'>,
  read: ReadDocument,
  account: Account,
): Promise<Saved> {
  const { db } = service;
  switch (read.type) {
    case 'invoice':
      return saveInvoice(db, { ...read.document, accountId: account.id });
    case 'credit_note':
      return saveCreditNote(db, { ...read.document, accountId: account.id });
    case 'order':
      return saveOrder(db, { ...read.document, accountId: account.id });
    case 'despatch':
      return saveDespatch(db, { ...read.document, accountId: account.id });
    case 'receipt':
      return saveReceipt(db, { ...read.document, accountId: account.id });
    case 'closed_case':
      return saveClosedCase(service, { ...read.document, accountId: account.id });
  }
}

/** The first of the document's own candidates that names an account, by its number or its name. */
function accountFor(read: ReadDocument, accounts: readonly Account[]): Account | undefined {
  for (const candidate of read.accountRefs) {
    const wanted = candidate.trim().toLowerCase();
    const found = accounts.find((account) =>
      [account.id, account.name, account.billTo.vatNumber].some((known) => known?.toLowerCase() === wanted),
    );
    if (found) return found;
  }
  return undefined;
}

const numberOf = (read: ReadDocument) =>
  read.type === 'closed_case' ? read.document.caseNumber : read.document.number;

const unknownAccount = (file: string, read: ReadDocument): Refused => ({
  file,
  place: `line ${read.line}, ${read.type} ${numberOf(read)}`,
  reason: `names no customer account known here (${read.accountRefs.join(', ') || 'nothing'})`,
  fix: "Run again with --create-accounts, or put the number of a known account into the buyer's party identification.",
});

const changedMeanwhile = (file: string, read: ReadDocument): Refused => ({
  file,
  place: `line ${read.line}, ${read.type} ${numberOf(read)}`,
  reason: 'is known already with other content; nothing was changed',
  fix: 'Issue a corrected document under a number of its own.',
});

const refusedBy = (file: string, fault: DocumentFault): Refused => ({
  file,
  place: [fault.line === undefined ? '' : `line ${fault.line}`, fault.place]
    .filter((part) => part !== '')
    .join(', '),
  reason: fault.reason,
  ...(fault.fix === undefined ? {} : { fix: fault.fix }),
});
