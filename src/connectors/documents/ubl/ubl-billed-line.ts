import Big from 'big.js';
import type { LineKind } from '#domain/invoice.ts';
import { decimalFromMinor, roundToMinor } from '#domain/money.ts';
import { plainDecimal, type Quantity } from '#domain/quantity.ts';
import { isLineKind, likelyLineKind } from '../line-kind.ts';
import type { XmlElement } from '../xml-tree.ts';
import {
  elementsAt,
  fault,
  firstTextAt,
  notice,
  optionalDecimal,
  priceAt,
  requiredAmount,
  requiredElement,
  requiredLineNumber,
  requiredQuantity,
  requiredText,
  type UblReading,
} from './ubl-reading.ts';

/** What lines of invoices and credit notes have in common. */
export type BilledLine = {
  readonly line: number;
  readonly kind: LineKind;
  readonly itemId: string;
  readonly description: string;
  readonly quantity: Quantity;
  readonly unitPrice: string;
  readonly priceBaseQuantity: string;
  readonly netMinor: number;
  readonly taxCategory: string;
  readonly taxRate: string;
};

/** The item property in which our own invoices say what a line bills. */
export const lineKindProperty = 'Line kind';

/** Reads one line of an invoice (quantity path cbc:InvoicedQuantity) or credit note (cbc:CreditedQuantity). */
export function billedLine(
  reading: UblReading,
  line: XmlElement,
  quantityPath: string,
  currency: string,
): BilledLine {
  const item = requiredElement(reading, line, 'cac:Item') ?? line;
  const price = requiredElement(reading, line, 'cac:Price') ?? line;
  const description = item === line ? '' : requiredText(reading, item, 'cbc:Name');
  const quantity = requiredQuantity(reading, line, quantityPath);
  const unitPrice = price === line ? '0' : priceAt(reading, price, 'cbc:PriceAmount', currency);
  if (unitPrice === undefined)
    fault(reading, price, 'The line has no price', 'Add cac:Price/cbc:PriceAmount');
  const read: BilledLine = {
    line: requiredLineNumber(reading, line, 'cbc:ID'),
    kind: lineKindIn(item, description, quantity.unitCode),
    itemId: itemIdOf(reading, item, description),
    description,
    quantity,
    unitPrice: unitPrice ?? '0',
    priceBaseQuantity: positiveBase(reading, price),
    netMinor: requiredAmount(reading, line, 'cbc:LineExtensionAmount', currency),
    ...taxCategoryAt(reading, item, 'cac:ClassifiedTaxCategory'),
  };
  checkMultiplication(reading, line, read, currency);
  return read;
}

function lineKindIn(item: XmlElement, description: string, unitCode: string): LineKind {
  const property = elementsAt(item, 'cac:AdditionalItemProperty').find(
    (candidate) => firstTextAt(candidate, 'cbc:Name') === lineKindProperty,
  );
  const said = property && firstTextAt(property, 'cbc:Value');
  return said && isLineKind(said) ? said : likelyLineKind(description, unitCode);
}

/** The seller's article number, else a standard one, else the buyer's, else the name. */
export function itemIdOf(reading: UblReading, item: XmlElement, name: string): string {
  const id =
    firstTextAt(item, 'cac:SellersItemIdentification/cbc:ID') ??
    firstTextAt(item, 'cac:StandardItemIdentification/cbc:ID') ??
    firstTextAt(item, 'cac:BuyersItemIdentification/cbc:ID');
  if (id === undefined && item.name === 'cac:Item') {
    const fix = 'Add cac:SellersItemIdentification/cbc:ID, so that deliveries can be matched';
    notice(reading, item, 'The item has no article number; its name stands in for it', fix);
  }
  return id ?? name;
}

/** Category (UNCL 5305) and percentage at a path; categories without tax may leave the percentage out. */
export function taxCategoryAt(
  reading: UblReading,
  element: XmlElement,
  path: string,
): { readonly taxCategory: string; readonly taxRate: string } {
  const category = elementsAt(element, path)[0];
  if (!category) {
    fault(reading, element, `${path} is missing`, 'Add the tax category and its percentage');
    return { taxCategory: '', taxRate: '0' };
  }
  const taxCategory = requiredText(reading, category, 'cbc:ID');
  const taxRate = optionalDecimal(reading, category, 'cbc:Percent');
  if (taxRate === undefined && (taxCategory === 'S' || taxCategory === 'L' || taxCategory === 'M')) {
    fault(reading, category, `Category ${taxCategory} has no percentage`, 'Add cbc:Percent');
  }
  return { taxCategory, taxRate: plainDecimal(taxRate ?? '0') };
}

function positiveBase(reading: UblReading, price: XmlElement): string {
  const base = optionalDecimal(reading, price, 'cbc:BaseQuantity') ?? '1';
  if (new Big(base).gt(0)) return base;
  fault(reading, price, `The price is for ${base} units`, 'Give a cbc:BaseQuantity above 0, or none for 1');
  return '1';
}

/** Quantity × price + charges − allowances should be the line's amount; two minor units of slack (Peppol R120). */
function checkMultiplication(
  reading: UblReading,
  element: XmlElement,
  line: BilledLine,
  currency: string,
): void {
  if (reading.faults.length > 0) return;
  const gross = new Big(line.quantity.value).times(line.unitPrice).div(line.priceBaseQuantity);
  const expected = elementsAt(element, 'cac:AllowanceCharge').reduce(
    (sum, entry) => {
      const amount = requiredAmount(reading, entry, 'cbc:Amount', currency);
      return firstTextAt(entry, 'cbc:ChargeIndicator') === 'true' ? sum + amount : sum - amount;
    },
    roundToMinor(gross, currency),
  );
  if (Math.abs(expected - line.netMinor) <= 2) return;
  const stated = decimalFromMinor(line.netMinor, currency);
  const reason = `The line's amount is ${stated}, but quantity and price make ${decimalFromMinor(expected, currency)}`;
  notice(reading, element, reason, 'Check quantity, price and the allowances of the line (Peppol R120)');
}
