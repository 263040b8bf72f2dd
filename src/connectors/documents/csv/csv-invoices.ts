import type { Invoice, InvoiceLine } from '#domain/invoice.ts';
import { decimalFromMinor } from '#domain/money.ts';
import { taxTotal } from '#domain/tax.ts';
import { given } from '../given-members.ts';
import { likelyLineKind, lineKinds } from '../line-kind.ts';
import { currencyFrom, dateFrom, lineNumberFrom } from '../plain-values.ts';
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

/** Columns that belong to the invoice and so must be the same on each of its rows. */
export const invoiceHead = [
  'account_id',
  'issue_date',
  'due_date',
  'currency',
  'bill_to_name',
  'type_code',
  'order_number',
  'buyer_reference',
  'contract_number',
  'bill_to_street',
  'bill_to_city',
  'bill_to_postal_code',
  'bill_to_country',
  'bill_to_vat',
  'note',
  'prepaid_amount',
  'net_total',
  'tax_total',
  'total',
];

/** Makes one invoice of its rows; totals that the file gives must follow from the lines. */
export function invoiceFromRows(rows: readonly [RowReading, ...RowReading[]]): Invoice {
  const [head] = rows;
  const currency = neededValue(head, 'currency', currencyFrom, 'XXX');
  const lines = rows.map((row) => invoiceLine(row, currency));
  return {
    number: neededCell(head, 'invoice_number'),
    accountId: neededCell(head, 'account_id'),
    typeCode: cell(head, 'type_code') ?? '380',
    issueDate: neededValue(head, 'issue_date', dateFrom, ''),
    dueDate: neededValue(head, 'due_date', dateFrom, ''),
    currency,
    billTo: {
      name: neededCell(head, 'bill_to_name'),
      ...given({
        street: cell(head, 'bill_to_street'),
        city: cell(head, 'bill_to_city'),
        postalCode: cell(head, 'bill_to_postal_code'),
        countryCode: cell(head, 'bill_to_country'),
        vatNumber: cell(head, 'bill_to_vat'),
      }),
    },
    ...given({
      orderNumber: cell(head, 'order_number'),
      buyerReference: cell(head, 'buyer_reference'),
      contractNumber: cell(head, 'contract_number'),
      note: cell(head, 'note'),
    }),
    ...totals(head, lines, currency),
    lines,
  };
}

function invoiceLine(row: RowReading, currency: string): InvoiceLine {
  const decimal = decimalIn(row);
  const description = neededCell(row, 'description');
  const unitCode = neededCell(row, 'unit_code');
  const kind = optionalValue(row, 'kind', codeFrom(lineKinds));
  const priceBaseQuantity = optionalValue(row, 'price_base_quantity', decimal) ?? '1';
  if (/^-|^0+(\.0+)?$/.test(priceBaseQuantity)) {
    rowFault(
      row,
      'price_base_quantity',
      `The price is for ${priceBaseQuantity} units`,
      'Write a number above 0',
    );
  }
  return {
    line: neededValue(row, 'line', lineNumberFrom, 0),
    kind: kind ?? likelyLineKind(description, unitCode),
    itemId: neededCell(row, 'item_id'),
    description,
    invoicedQuantity: { value: neededValue(row, 'quantity', decimal, '0'), unitCode },
    unitPrice: neededValue(row, 'unit_price', decimal, '0'),
    priceBaseQuantity,
    netMinor: neededValue(row, 'net_amount', amountIn(row, currency), 0),
    taxCategory: neededCell(row, 'tax_category'),
    taxRate: neededValue(row, 'tax_rate', decimal, '0'),
    ...given({ orderLine: optionalValue(row, 'order_line', lineNumberFrom), note: cell(row, 'line_note') }),
  };
}

function totals(head: RowReading, lines: readonly InvoiceLine[], currency: string) {
  const amount = amountIn(head, currency);
  const netMinor = lines.reduce((sum, line) => sum + line.netMinor, 0);
  const computedTax = taxTotal(lines, currency).taxMinor;
  const taxMinor = optionalValue(head, 'tax_total', amount) ?? computedTax;
  const totalMinor = netMinor + taxMinor;
  const check = (
    column: string,
    found: number | undefined,
    expected: number,
    slack: number,
    from: string,
  ) => {
    if (found === undefined || head.faults.length > 0 || Math.abs(found - expected) <= slack) return;
    const [stated, right] = [decimalFromMinor(found, currency), decimalFromMinor(expected, currency)];
    rowFault(
      head,
      column,
      `${column} is ${stated}, but ${from} ${right}`,
      'Correct the amount where the file was made',
    );
  };
  check('net_total', optionalValue(head, 'net_total', amount), netMinor, 0, 'the lines add up to');
  check('tax_total', taxMinor, computedTax, lines.length, 'the rates make');
  check('total', optionalValue(head, 'total', amount), totalMinor, 0, 'net amount and tax make');
  return { netMinor, taxMinor, totalMinor, prepaidMinor: optionalValue(head, 'prepaid_amount', amount) ?? 0 };
}
