import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { DocumentFault } from '../document-fault.ts';

export type CsvRow = {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
};

export type CsvTable = {
  readonly header: CsvRow | undefined;
  readonly rows: readonly CsvRow[];
  readonly delimiter: string;
  readonly broken: readonly BrokenRow[];
};

/** A row that could not be split, and how many rows stand before it. */
export type BrokenRow = { readonly rowsBefore: number; readonly fault: DocumentFault };

const lineOfError = z.object({ lines: z.number().optional() });
const delimiters = [';', ',', '\t', '|'];

/** Splits CSV (RFC 4180, or with ";" or tab) into rows; rows that cannot be split are reported and left out. */
export function csvTable(fileText: string, fileName: string): CsvTable {
  // The parser counts "\r\n" inside quotes as two lines.
  const text = fileText.replace(/\r\n?/g, '\n');
  const delimiter = delimiterOf(text);
  const rows: CsvRow[] = [];
  const broken: BrokenRow[] = [];
  let lastLine = 0;
  const report = (error: CsvError | undefined) => {
    const isOpen = error?.code === 'CSV_QUOTE_NOT_CLOSED';
    const { lines = lastLine + 1 } = lineOfError.parse(error ?? {});
    const line = isOpen ? lastLine + 1 : lines;
    lastLine = lines;
    // The parser may complain several times about one row.
    if (broken.at(-1)?.fault.line === line) return undefined;
    // The header is no row of the table.
    broken.push({
      rowsBefore: Math.max(0, rows.length - 1),
      fault: { line, place: fileName, ...wordsFor(error?.code) },
    });
    return undefined;
  };
  try {
    parse(text, {
      bom: true,
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: report,
      on_record: (cells: string[], { lines }: { lines: number }) => {
        const lineBreaks = cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
        lastLine = lines;
        const trimmed = cells.map((cell) => cell.trim());
        if (trimmed.some((cell) => cell !== '')) rows.push({ line: lines - lineBreaks, cells: trimmed });
        return undefined;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    report(error);
  }
  const [header, ...body] = rows;
  return { header, rows: body, delimiter, broken };
}

/** The delimiter that splits the first line into most parts, quoted text aside. */
function delimiterOf(text: string): string {
  const firstLine = (text.split('\n', 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const parts = (delimiter: string) => firstLine.split(delimiter).length;
  return delimiters.toSorted((a, b) => parts(b) - parts(a))[0] ?? ',';
}

function wordsFor(code: string | undefined): { reason: string; fix: string } {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return {
        reason: 'A quotation mark is opened and never closed, so the rest of the file is lost',
        fix: 'Close it, or double it inside a text ("")',
      };
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return {
        reason: 'A quotation mark stands inside a text',
        fix: 'Put the whole text in quotes and double the mark ("")',
      };
    default:
      return { reason: 'The row cannot be split into cells', fix: 'Save the file again as "CSV UTF-8"' };
  }
}
