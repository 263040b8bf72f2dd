import type { DocumentFault } from '../document-fault.ts';
import { cell, type RowReading, rowFault } from './csv-reading.ts';
import type { BrokenRow } from './csv-table.ts';

/** What became of the rows of one document. */
export type CsvGroup<Document> = { readonly document: Document; readonly line: number };

/**
 * Reads rows that belong together by a number into one document. A document is left out whole when any of its rows has a
 * fault: half an invoice would be a wrong invoice.
 */
export function readGroups<Document>(
  readings: readonly RowReading[],
  numberColumn: string,
  sameOnEachRow: readonly string[],
  read: (rows: readonly [RowReading, ...RowReading[]]) => Document,
): { groups: CsvGroup<Document>[]; faults: DocumentFault[] } {
  const byNumber = new Map<string, [RowReading, ...RowReading[]]>();
  const faults: DocumentFault[] = [];
  for (const reading of readings) {
    const number = cell(reading, numberColumn);
    if (number === undefined) {
      rowFault(reading, numberColumn, `${numberColumn} is empty`, 'Fill it in');
      faults.push(...reading.faults);
      continue;
    }
    const rows = byNumber.get(number);
    if (rows) rows.push(reading);
    else byNumber.set(number, [reading]);
  }
  const groups: CsvGroup<Document>[] = [];
  for (const rows of byNumber.values()) {
    checkHead(rows, sameOnEachRow);
    checkLineNumbers(rows);
    const document = read(rows);
    const found = rows.flatMap((row) => row.faults);
    faults.push(...found);
    if (found.length === 0) groups.push({ document, line: rows[0].row.line });
  }
  return { groups, faults };
}

/**
 * Marks the documents whose rows stand beside a row that could not be split, for that row may be theirs. In a file where the
 * rows of a document are scattered it may be anybody's: then the answer is false, and nothing in the file can be trusted.
 */
export function markIncomplete(
  readings: readonly RowReading[],
  numberColumn: string,
  broken: readonly BrokenRow[],
): boolean {
  if (broken.length === 0) return true;
  const numbers = readings.map((reading) => cell(reading, numberColumn));
  const blocks = numbers.filter((number, index) => number !== numbers[index - 1]);
  if (new Set(blocks).size < blocks.length) return false;
  for (const { rowsBefore, fault } of broken) {
    for (const reading of readings.slice(Math.max(0, rowsBefore - 1), rowsBefore + 1)) {
      const reason = `A row beside this one (line ${fault.line ?? '?'}) cannot be read and may belong to the same document`;
      rowFault(reading, numberColumn, reason, 'Mend that row first');
    }
  }
  return true;
}

function checkHead(
  [first, ...others]: readonly [RowReading, ...RowReading[]],
  columns: readonly string[],
): void {
  for (const other of others) {
    for (const column of columns) {
      const [here, there] = [cell(other, column), cell(first, column)];
      if (here === there) continue;
      const reason = `${column} is "${here ?? ''}", but "${there ?? ''}" on line ${first.row.line} of the same document`;
      rowFault(other, column, reason, 'Give each row of a document the same value');
    }
  }
}

function checkLineNumbers(rows: readonly RowReading[]): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const line = cell(row, 'line');
    const before = line === undefined ? undefined : seen.get(line);
    if (before !== undefined) {
      rowFault(
        row,
        'line',
        `Line ${line} is already on line ${before} of the file`,
        'Give each row its own line number',
      );
    } else if (line !== undefined) seen.set(line, row.row.line);
  }
}
