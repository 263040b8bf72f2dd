import type { DocumentFault } from '../document-fault.ts';
import { amountFrom, decimalFrom, shortened, type Value } from '../plain-values.ts';
import type { CsvHeader } from './csv-header.ts';
import type { CsvRow, CsvTable } from './csv-table.ts';
import { nearestName } from './nearest-name.ts';

/** How numbers are written in the whole file. */
export type DecimalSign = 'point' | 'comma' | 'unknown';

/** One row being read; as in UBL, reading goes on after a fault and the caller drops the row's document. */
export type RowReading = {
  readonly row: CsvRow;
  readonly header: CsvHeader;
  readonly decimalSign: DecimalSign;
  readonly faults: DocumentFault[];
};

/** The rows of a table, ready to be read; cells beyond the header's are faults, for then others have shifted. */
export function rowReadings(table: CsvTable, header: CsvHeader): RowReading[] {
  const decimalSign = decimalSignOf(table);
  const width = table.header?.cells.length ?? 0;
  return table.rows.map((row): RowReading => {
    const beyond = row.cells.findIndex((text, index) => index >= width && text !== '');
    const reason = `The row has ${row.cells.length} cells, the header has ${width}`;
    const fix = `Put texts that contain "${table.delimiter}" in quotes`;
    const faults = beyond === -1 ? [] : [{ line: row.line, column: beyond + 1, place: 'row', reason, fix }];
    return { row, header, decimalSign, faults };
  });
}

/** In files split by ";" numbers may have a decimal comma: one such number decides for the file. */
function decimalSignOf(table: CsvTable): DecimalSign {
  if (table.delimiter === ',') return 'point';
  const cells = table.rows.flatMap((row) => row.cells);
  if (cells.some((cell) => /^[+-]?\d+,\d+$/.test(cell))) return 'comma';
  return cells.some((cell) => /^[+-]?\d+\.\d{1,2}$/.test(cell)) ? 'point' : 'unknown';
}

export function rowFault(reading: RowReading, column: string, reason: string, fix: string): void {
  const index = reading.header.position.get(column);
  const at = index === undefined ? {} : { column: index + 1 };
  reading.faults.push({ line: reading.row.line, ...at, place: column, reason, fix });
}

/** The text of a cell; undefined when the column is absent or the cell empty. */
export const cell = (reading: RowReading, column: string): string | undefined => {
  const index = reading.header.position.get(column);
  return (index === undefined ? undefined : reading.row.cells[index]) || undefined;
};

export function neededCell(reading: RowReading, column: string): string {
  const text = cell(reading, column);
  if (text === undefined) rowFault(reading, column, `${column} is empty`, 'Fill it in');
  return text ?? '';
}

/** Reads a cell that must be there; a fault and a harmless value when it is missing or wrong. */
export function neededValue<Result>(
  reading: RowReading,
  column: string,
  read: (text: string) => Value<Result>,
  harmless: Result,
): Result {
  const text = neededCell(reading, column);
  return text === '' ? harmless : (valueOfCell(reading, column, text, read) ?? harmless);
}

export function optionalValue<Result>(
  reading: RowReading,
  column: string,
  read: (text: string) => Value<Result>,
): Result | undefined {
  const text = cell(reading, column);
  return text === undefined ? undefined : valueOfCell(reading, column, text, read);
}

function valueOfCell<Result>(
  reading: RowReading,
  column: string,
  text: string,
  read: (text: string) => Value<Result>,
): Result | undefined {
  const result = read(text);
  if ('value' in result) return result.value;
  rowFault(reading, column, result.reason, result.fix);
  return undefined;
}

/** Decimals as this file writes them; thousands separators are refused, for they cannot be told from a decimal sign. */
export const decimalIn =
  (reading: RowReading) =>
  (text: string): Value<string> => {
    const wanted =
      reading.decimalSign === 'comma' ? 'Write 1234,50 without separators for thousands' : 'Write 1234.50';
    if (reading.decimalSign === 'comma' && text.includes('.')) {
      return { reason: `"${shortened(text)}" has a point, the other numbers have commas`, fix: wanted };
    }
    if (reading.decimalSign === 'unknown' && /^[+-]?\d{1,3}\.\d{3}$/.test(text)) {
      return {
        reason: `"${text}" may mean thousands or decimals`,
        fix: `Write ${text.replace('.', '')} or ${text}0`,
      };
    }
    const decimal = decimalFrom(reading.decimalSign === 'comma' ? text.replace(',', '.') : text);
    return 'value' in decimal ? decimal : { reason: decimal.reason, fix: wanted };
  };

/** Quantities of goods that moved: decimals from 0. */
export const countIn =
  (reading: RowReading) =>
  (text: string): Value<string> => {
    const decimal = decimalIn(reading)(text);
    const isNegative = 'value' in decimal && decimal.value.startsWith('-');
    return isNegative ? { reason: `The quantity is ${text}`, fix: 'Give a quantity from 0' } : decimal;
  };

/** Amounts as this file writes them, exact in the currency. */
export const amountIn =
  (reading: RowReading, currency: string) =>
  (text: string): Value<number> => {
    const decimal = decimalIn(reading)(text);
    return 'value' in decimal ? amountFrom(decimal.value, currency) : decimal;
  };

/** One of the codes of a list; the nearest is suggested. */
export const codeFrom =
  <Code extends string>(codes: readonly Code[]) =>
  (text: string): Value<Code> => {
    const code = codes.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
    if (code !== undefined) return { value: code };
    const nearest = nearestName(text, codes);
    return {
      reason: `"${shortened(text)}" is not known`,
      fix: `Write ${nearest ?? `one of: ${codes.join(', ')}`}`,
    };
  };
