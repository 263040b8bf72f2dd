import type { DocumentFault } from '../document-fault.ts';
import { type CsvType, csvColumns, headerKey } from './csv-columns.ts';
import type { CsvRow } from './csv-table.ts';
import { nearestName } from './nearest-name.ts';

/** A header understood: what the rows are, and where each known column stands. */
export type CsvHeader = {
  readonly type: CsvType;
  readonly position: ReadonlyMap<string, number>;
  readonly faults: readonly DocumentFault[];
  readonly notices: readonly DocumentFault[];
};

/** The column that tells what a file is, and which document a row belongs to. */
export const identifying: Readonly<Record<CsvType, string>> = {
  closed_case: 'case_number',
  despatch: 'despatch_number',
  invoice: 'invoice_number',
};
const types: readonly CsvType[] = ['closed_case', 'despatch', 'invoice'];

/** Recognises the type of a CSV file by its header; missing columns are faults, unknown ones notices with the nearest name. */
export function csvHeader(header: CsvRow): CsvHeader | undefined {
  const keys = header.cells.map(headerKey);
  const type = types.find((candidate) => keys.includes(headerKey(identifying[candidate])));
  if (!type) return undefined;
  const known = csvColumns[type];
  const position = new Map<string, number>();
  const faults: DocumentFault[] = [];
  const unknown: { header: string; index: number }[] = [];
  for (const [index, key] of keys.entries()) {
    const column = known.find(({ name }) => headerKey(name) === key);
    const written = header.cells[index] ?? '';
    const at = { line: header.line, column: index + 1, place: written };
    if (!column) {
      if (written !== '') unknown.push({ header: written, index });
    } else if (position.has(column.name)) {
      faults.push({ ...at, reason: `There are two columns ${column.name}`, fix: 'Keep one of them' });
    } else position.set(column.name, index);
  }
  const missing = known.filter(({ name, needed }) => needed && !position.has(name));
  for (const { name, meaning } of missing) {
    const meant = unknown.find((one) => nearestName(one.header, [name]) !== undefined);
    const fix = meant ? `Rename the column "${meant.header}" to ${name}` : `Add it: ${meaning}`;
    faults.push({ line: header.line, place: name, reason: `The column ${name} is missing`, fix });
  }
  const names = known.map(({ name }) => name).filter((name) => !position.has(name));
  const notices = unknown.map(({ header: place, index }) => {
    const nearest = nearestName(place, names);
    const fix = nearest ? `Rename it to ${nearest} if that is meant` : 'Nothing to do if it is not needed';
    return {
      line: header.line,
      column: index + 1,
      place,
      reason: `The column "${place}" is not known and was left out`,
      fix,
    };
  });
  return { type, position, faults, notices };
}
