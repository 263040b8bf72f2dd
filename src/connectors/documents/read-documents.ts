import { type DocumentFault, UnreadableDocument } from './document-fault.ts';
import { fileText, textKind } from './file-text.ts';
import { mostCsvBytes, readCsv } from './read-csv.ts';
import type { ReadDocument } from './read-document.ts';
import { readUbl } from './read-ubl.ts';

export type ReadDocuments = {
  readonly documents: readonly ReadDocument[];
  /** What kept a document or row from being read. */
  readonly faults: readonly DocumentFault[];
  /** What a person should know about documents that were read. */
  readonly notices: readonly DocumentFault[];
};

/** Reads a file of any kind Redress knows, judged by its content and not by its name; never throws for what a file holds. */
export function readDocuments(bytes: Uint8Array, fileName: string): ReadDocuments {
  try {
    const kind = textKind(fileText(bytes, fileName, mostCsvBytes));
    if (kind !== 'csv') {
      const document = readUbl(bytes, fileName);
      return { documents: [document], faults: [], notices: document.notices };
    }
    const { rows, faults, notices } = readCsv(bytes, fileName);
    return { documents: rows, faults, notices };
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return { documents: [], faults: error.faults, notices: [] };
  }
}
