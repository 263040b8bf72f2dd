import { Refusal } from '#domain/refusal.ts';

/** One thing wrong in a file: where it stands, why it cannot be taken, how to mend it. Lines and columns count from 1. */
export type DocumentFault = {
  readonly line?: number;
  readonly column?: number;
  /** Path of the element ("Invoice/cac:InvoiceLine[2]/cbc:ID"), name of the CSV column, or name of the file. */
  readonly place: string;
  readonly reason: string;
  readonly fix: string;
};

/** More faults than this in one XML file help nobody: the first ones are usually the cause of the others. */
export const mostFaultsPerFile = 20;

/** Says no to a whole file, with every fault found in it. */
export class UnreadableDocument extends Refusal {
  readonly faults: readonly DocumentFault[];
  constructor(fileName: string, faults: readonly DocumentFault[]) {
    const first = faults[0];
    const others = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
    super('invalid', `${fileName} cannot be read. ${first ? faultSentence(first) : ''}${others}`, {
      fileName,
      faults,
    });
    this.faults = faults;
  }
}

/** The fault as one line for a terminal or a report: "line 12, column 5, Invoice/cbc:ID: …". */
export function faultSentence(fault: DocumentFault): string {
  const where = [
    fault.line === undefined ? '' : `line ${fault.line}`,
    fault.column === undefined ? '' : `column ${fault.column}`,
    fault.place,
  ].filter((part) => part !== '');
  return `${where.join(', ')}: ${fault.reason}. ${fault.fix}.`;
}
