import { closedCaseFromRow } from './csv/csv-closed-cases.ts';
import { csvColumns } from './csv/csv-columns.ts';
import { despatchFromRows, despatchHead } from './csv/csv-deliveries.ts';
import { markIncomplete, readGroups } from './csv/csv-groups.ts';
import { type CsvHeader, csvHeader, identifying } from './csv/csv-header.ts';
import { invoiceFromRows, invoiceHead } from './csv/csv-invoices.ts';
import { type RowReading, rowReadings } from './csv/csv-reading.ts';
import { csvTable } from './csv/csv-table.ts';
import { type DocumentFault, UnreadableDocument } from './document-fault.ts';
import { fileText } from './file-text.ts';
import type { ReadDocument } from './read-document.ts';
import { isKnownUnit } from './unit-codes.ts';

/** Larger CSV files than this are refused unread. */
export const mostCsvBytes = 64 * 1024 * 1024;

export type ReadCsv = {
  readonly rows: readonly ReadDocument[];
  readonly faults: readonly DocumentFault[];
  /** Oddities of the file that did not stop the reading, such as columns nobody knows. */
  readonly notices: readonly DocumentFault[];
};

/** Reads invoices, deliveries or closed cases; good documents are kept, each bad row is reported with its line. */
export function readCsv(bytes: Uint8Array, fileName: string): ReadCsv {
  const table = csvTable(fileText(bytes, fileName, mostCsvBytes), fileName);
  const brokenRows = table.broken.map(({ fault }) => fault);
  const header = table.header && csvHeader(table.header);
  if (!header) throw new UnreadableDocument(fileName, [...brokenRows, unknownHeader(fileName)]);
  if (header.faults.length > 0) throw new UnreadableDocument(fileName, header.faults);
  const readings = rowReadings(table, header);
  if (header.type !== 'closed_case' && !markIncomplete(readings, identifying[header.type], table.broken)) {
    throw new UnreadableDocument(fileName, brokenRows);
  }
  const { rows, faults } = readRows(header, readings);
  const ordered = [...brokenRows, ...faults].toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
  return { rows, faults: ordered, notices: [...header.notices, ...unknownUnits(header, readings)] };
}

function readRows(
  header: CsvHeader,
  readings: readonly RowReading[],
): { rows: ReadDocument[]; faults: DocumentFault[] } {
  const also = (accountId: string, line: number) => ({ accountRefs: [accountId], notices: [], line });
  const number = identifying[header.type];
  if (header.type === 'invoice') {
    const { groups, faults } = readGroups(readings, number, invoiceHead, invoiceFromRows);
    const rows = groups.map(
      ({ document, line }): ReadDocument => ({
        type: 'invoice',
        document,
        ...also(document.accountId, line),
      }),
    );
    return { rows, faults };
  }
  if (header.type === 'despatch') {
    const { groups, faults } = readGroups(readings, number, despatchHead, despatchFromRows);
    const rows = groups.map(
      ({ document, line }): ReadDocument => ({
        type: 'despatch',
        document,
        ...also(document.accountId, line),
      }),
    );
    return { rows, faults };
  }
  const rows = readings.flatMap((reading): ReadDocument[] => {
    const document = closedCaseFromRow(reading);
    if (reading.faults.length > 0) return [];
    return [{ type: 'closed_case', document, ...also(document.accountId, reading.row.line) }];
  });
  return { rows, faults: readings.flatMap((reading) => reading.faults) };
}

/** Each unit code that is no UNECE code, once, where it first stands. */
function unknownUnits(header: CsvHeader, readings: readonly RowReading[]): DocumentFault[] {
  const position = header.position.get('unit_code');
  if (position === undefined) return [];
  const first = new Map<string, number>();
  for (const { row } of readings) {
    const code = row.cells[position] ?? '';
    if (code !== '' && !isKnownUnit(code) && !first.has(code)) first.set(code, row.line);
  }
  return [...first].map(([code, line]) => ({
    line,
    column: position + 1,
    place: 'unit_code',
    reason: `The unit ${code} is not a UNECE code Redress knows`,
    fix: 'Use the UNECE code (C62 one, KGM kilogram, XCT carton) so that quantities can be compared',
  }));
}

function unknownHeader(fileName: string): DocumentFault {
  const names = (type: keyof typeof csvColumns) =>
    csvColumns[type]
      .filter((column) => column.needed)
      .map((column) => column.name)
      .join(', ');
  return {
    line: 1,
    place: fileName,
    reason: 'The first line names no column invoice_number, despatch_number or case_number',
    fix: `Begin the file with a header. Invoices need ${names('invoice')}; deliveries need ${names('despatch')}; closed cases need ${names('closed_case')}`,
  };
}
