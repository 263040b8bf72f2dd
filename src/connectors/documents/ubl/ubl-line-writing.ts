import Big from 'big.js';
import type { LineKind } from '#domain/invoice.ts';
import { decimalFromMinor, roundToMinor } from '#domain/money.ts';
import { plainDecimal, type Quantity } from '#domain/quantity.ts';
import { documentAllowanceItem, documentChargeItem } from '../document-charge-lines.ts';
import { likelyLineKind } from '../line-kind.ts';
import { group, leaf, type XmlNode } from '../xml-writing.ts';
import { lineKindProperty } from './ubl-billed-line.ts';
import { freightReasonCode } from './ubl-document-charge.ts';
import { amount, quantity, taxCategory } from './ubl-writing.ts';

/** What lines of invoices and credit notes have in common when they are written. */
export type LineToWrite = {
  readonly line: number;
  readonly kind?: LineKind;
  readonly itemId: string;
  readonly description: string;
  readonly quantity: Quantity;
  readonly unitPrice: string;
  readonly priceBaseQuantity: string;
  readonly netMinor: number;
  readonly taxCategory: string;
  readonly taxRate: string;
  readonly note?: string;
};

/** Lines that stand for an allowance or charge on the whole document are written as such; a document needs one other line. */
export function splitCharges<Line extends LineToWrite>(
  lines: readonly Line[],
): { lines: Line[]; charges: Line[] } {
  const isCharge = (line: Line) =>
    (line.itemId === documentAllowanceItem && line.netMinor < 0) ||
    (line.itemId === documentChargeItem && line.netMinor > 0);
  const ordinary = lines.filter((line) => !isCharge(line));
  return ordinary.length === 0
    ? { lines: [...lines], charges: [] }
    : { lines: ordinary, charges: lines.filter(isCharge) };
}

export const documentCharge = (charge: LineToWrite, currency: string): XmlNode | undefined =>
  group(
    'cac:AllowanceCharge',
    leaf('cbc:ChargeIndicator', String(charge.netMinor > 0)),
    leaf('cbc:AllowanceChargeReasonCode', charge.kind === 'freight' ? freightReasonCode : undefined),
    leaf('cbc:AllowanceChargeReason', charge.description),
    amount('cbc:Amount', Math.abs(charge.netMinor), currency),
    taxCategory('cac:TaxCategory', charge.taxCategory, charge.taxRate),
  );

/** Quantity, amount, references, item and price of a line, in the order UBL wants. */
export function lineContent(
  line: LineToWrite,
  quantityName: string,
  currency: string,
  ...references: readonly (XmlNode | undefined)[]
): readonly (XmlNode | undefined)[] {
  // A price may not be negative (BR-27): the quantity carries the sign.
  const negative = new Big(line.unitPrice).lt(0);
  const value = negative ? plainDecimal(new Big(line.quantity.value).times(-1)) : line.quantity.value;
  const price = negative ? plainDecimal(new Big(line.unitPrice).abs()) : line.unitPrice;
  return [
    leaf('cbc:ID', String(line.line)),
    leaf('cbc:Note', line.note),
    quantity(quantityName, { value, unitCode: line.quantity.unitCode }),
    amount('cbc:LineExtensionAmount', line.netMinor, currency),
    ...references,
    lineAdjustment(line, currency),
    item(line),
    group(
      'cac:Price',
      leaf('cbc:PriceAmount', price, { currencyID: currency }),
      line.priceBaseQuantity === '1'
        ? undefined
        : quantity('cbc:BaseQuantity', { value: line.priceBaseQuantity, unitCode: line.quantity.unitCode }),
    ),
  ];
}

/** What is between quantity × price and the line's amount: allowances and charges that came with the line (Peppol R120). */
function lineAdjustment(line: LineToWrite, currency: string): XmlNode | undefined {
  const gross = new Big(line.quantity.value).times(line.unitPrice).div(line.priceBaseQuantity);
  const difference = line.netMinor - roundToMinor(gross, currency);
  if (Math.abs(difference) <= 2) return undefined;
  return group(
    'cac:AllowanceCharge',
    leaf('cbc:ChargeIndicator', String(difference > 0)),
    leaf('cbc:AllowanceChargeReason', difference > 0 ? 'Charge on the line' : 'Allowance on the line'),
    leaf('cbc:Amount', decimalFromMinor(Math.abs(difference), currency), { currencyID: currency }),
  );
}

function item(line: LineToWrite): XmlNode | undefined {
  const isObvious =
    line.kind === undefined || likelyLineKind(line.description, line.quantity.unitCode) === line.kind;
  return group(
    'cac:Item',
    leaf('cbc:Name', line.description),
    group('cac:SellersItemIdentification', leaf('cbc:ID', line.itemId)),
    taxCategory('cac:ClassifiedTaxCategory', line.taxCategory, line.taxRate),
    isObvious
      ? undefined
      : group('cac:AdditionalItemProperty', leaf('cbc:Name', lineKindProperty), leaf('cbc:Value', line.kind)),
  );
}

/** The totals of a document, from the same lines that are written (EN 16931 BG-22). */
export function monetaryTotal(
  totals: { readonly netMinor: number; readonly totalMinor: number; readonly prepaidMinor: number },
  lines: readonly LineToWrite[],
  charges: readonly LineToWrite[],
  currency: string,
): XmlNode | undefined {
  const sum = (entries: readonly LineToWrite[]) =>
    entries.reduce((total, entry) => total + entry.netMinor, 0);
  const allowances = charges.filter((charge) => charge.netMinor < 0);
  const additions = charges.filter((charge) => charge.netMinor > 0);
  const optional = (name: string, minor: number) => (minor === 0 ? undefined : amount(name, minor, currency));
  return group(
    'cac:LegalMonetaryTotal',
    amount('cbc:LineExtensionAmount', sum(lines), currency),
    amount('cbc:TaxExclusiveAmount', totals.netMinor, currency),
    amount('cbc:TaxInclusiveAmount', totals.totalMinor, currency),
    optional('cbc:AllowanceTotalAmount', Math.abs(sum(allowances))),
    optional('cbc:ChargeTotalAmount', sum(additions)),
    optional('cbc:PrepaidAmount', totals.prepaidMinor),
    amount('cbc:PayableAmount', totals.totalMinor - totals.prepaidMinor, currency),
  );
}
