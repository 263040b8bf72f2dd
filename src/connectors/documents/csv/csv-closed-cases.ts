import type { ResolutionCode } from '#domain/case.ts';
import { disputeReasonCodes } from '#domain/dispute-reason.ts';
import type { ClosedCaseRow } from '../closed-case.ts';
import { given } from '../given-members.ts';
import { currencyFrom, dateOrMomentFrom, lineNumberFrom } from '../plain-values.ts';
import {
  amountIn,
  cell,
  codeFrom,
  decimalIn,
  neededCell,
  neededValue,
  optionalValue,
  type RowReading,
  rowFault,
} from './csv-reading.ts';

const resolutionCodes: readonly ResolutionCode[] = [
  'credit_note_issued',
  'replacement_ordered',
  'credit_and_replacement',
  'invalid_dispute',
  'written_off',
  'settled',
  'invoice_corrected',
  'information_provided',
  'duplicate_case',
  'withdrawn_by_customer',
];

/** Reads one resolved case. */
export function closedCaseFromRow(row: RowReading): ClosedCaseRow {
  const currency = neededValue(row, 'currency', currencyFrom, 'XXX');
  const openedAt = neededValue(row, 'opened_at', dateOrMomentFrom, '');
  const closedAt = neededValue(row, 'closed_at', dateOrMomentFrom, '');
  if (row.faults.length === 0 && Date.parse(closedAt) < Date.parse(openedAt)) {
    rowFault(row, 'closed_at', 'The case is closed before it is opened', 'Correct one of the two');
  }
  return {
    caseNumber: neededCell(row, 'case_number'),
    accountId: neededCell(row, 'account_id'),
    invoiceNumber: neededCell(row, 'invoice_number'),
    line: neededValue(row, 'line', lineNumberFrom, 0),
    reasonCode: neededValue(row, 'reason_code', codeFrom(disputeReasonCodes), 'UNKNOWN'),
    shortDescription: neededCell(row, 'short_description'),
    resolutionCode: neededValue(row, 'resolution_code', codeFrom(resolutionCodes), 'information_provided'),
    amount: neededValue(row, 'amount', amountIn(row, currency), 0),
    currency,
    openedAt,
    closedAt,
    notes: cell(row, 'notes') ?? '',
    workNotes: cell(row, 'work_notes') ?? '',
    ...given({
      claimedQuantity: optionalValue(row, 'claimed_quantity', decimalIn(row)),
      deliveredQuantity: optionalValue(row, 'delivered_quantity', decimalIn(row)),
    }),
  };
}
