import type { DespatchAdvice, DespatchLine } from '#domain/delivery.ts';
import { given } from '../given-members.ts';
import { dateFrom, lineNumberFrom, momentFrom } from '../plain-values.ts';
import {
  cell,
  codeFrom,
  countIn,
  neededCell,
  neededValue,
  optionalValue,
  type RowReading,
} from './csv-reading.ts';

/** Columns that belong to the delivery and so must be the same on each of its rows. */
export const despatchHead = [
  'account_id',
  'order_number',
  'issue_date',
  'state',
  'signed_at',
  'signed_by',
  'carrier',
  'warehouse',
];

/** Makes one despatch advice of its rows. */
export function despatchFromRows(rows: readonly [RowReading, ...RowReading[]]): DespatchAdvice {
  const [head] = rows;
  return {
    number: neededCell(head, 'despatch_number'),
    accountId: neededCell(head, 'account_id'),
    orderNumber: neededCell(head, 'order_number'),
    issueDate: neededValue(head, 'issue_date', dateFrom, ''),
    state: neededValue(head, 'state', codeFrom(['in_transit', 'delivered']), 'in_transit'),
    ...given({
      signedAt: optionalValue(head, 'signed_at', momentFrom),
      signedBy: cell(head, 'signed_by'),
      carrier: cell(head, 'carrier'),
      warehouse: cell(head, 'warehouse'),
    }),
    lines: rows.map(despatchLine),
  };
}

function despatchLine(row: RowReading): DespatchLine {
  return {
    line: neededValue(row, 'line', lineNumberFrom, 0),
    orderLine: neededValue(row, 'order_line', lineNumberFrom, 0),
    itemId: neededCell(row, 'item_id'),
    deliveredQuantity: {
      value: neededValue(row, 'delivered_quantity', countIn(row), '0'),
      unitCode: neededCell(row, 'unit_code'),
    },
    ...given({
      backorderQuantity: optionalValue(row, 'backorder_quantity', countIn(row)),
      backorderReason: cell(row, 'backorder_reason'),
    }),
  };
}
