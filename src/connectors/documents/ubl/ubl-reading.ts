import type { Quantity } from '#domain/quantity.ts';
import { type DocumentFault, mostFaultsPerFile } from '../document-fault.ts';
import {
  amountFrom,
  currencyFrom,
  dateFrom,
  decimalFrom,
  lineNumberFrom,
  type Value,
} from '../plain-values.ts';
import { isKnownUnit } from '../unit-codes.ts';
import type { XmlElement, XmlTree } from '../xml-tree.ts';

/**
 * One file being read. Readers go on after a fault with a harmless value ('' or 0), so that a person sees all faults at
 * once; `readUbl` throws away what was read when there is any.
 */
export type UblReading = {
  readonly tree: XmlTree;
  readonly faults: DocumentFault[];
  readonly notices: DocumentFault[];
};

export function fault(reading: UblReading, element: XmlElement, reason: string, fix: string): void {
  if (reading.faults.length < mostFaultsPerFile)
    reading.faults.push(reading.tree.faultAt(element, reason, fix));
}

export function notice(reading: UblReading, element: XmlElement, reason: string, fix: string): void {
  if (reading.notices.length < mostFaultsPerFile)
    reading.notices.push(reading.tree.faultAt(element, reason, fix));
}

/** All elements at a path such as "cac:TaxTotal/cac:TaxSubtotal". */
export function elementsAt(element: XmlElement, path: string): readonly XmlElement[] {
  let found: readonly XmlElement[] = [element];
  for (const name of path.split('/')) {
    found = found.flatMap((parent) => parent.children.filter((child) => child.name === name));
  }
  return found;
}

/** The element at a path; a fault when there are several, for then nobody knows which one counts. */
export function elementAt(reading: UblReading, element: XmlElement, path: string): XmlElement | undefined {
  const [first, second] = elementsAt(element, path);
  if (second) fault(reading, second, `${second.name} is given more than once`, 'Keep the one that counts');
  return first;
}

/** The text at a path; undefined when the element is absent or empty. */
export function textAt(reading: UblReading, element: XmlElement, path: string): string | undefined {
  return elementAt(reading, element, path)?.text.trim() || undefined;
}

/** The text of the first element at a path that may repeat, such as a name or an identification. */
export const firstTextAt = (element: XmlElement, path: string): string | undefined =>
  elementsAt(element, path)
    .map((found) => found.text.trim())
    .find((text) => text !== '');

export function requiredElement(
  reading: UblReading,
  element: XmlElement,
  path: string,
): XmlElement | undefined {
  const found = elementAt(reading, element, path);
  if (!found) fault(reading, element, `${path} is missing`, `Add ${path} to ${element.name}`);
  return found;
}

export function requiredText(reading: UblReading, element: XmlElement, path: string): string {
  const found = requiredElement(reading, element, path);
  const text = found?.text.trim() ?? '';
  if (found && text === '')
    fault(reading, found, `${found.name} is empty`, 'Give it a value, or leave the document out');
  return text;
}

function valueIn<Result>(
  reading: UblReading,
  element: XmlElement | undefined,
  read: (text: string) => Value<Result>,
  harmless: Result,
): Result {
  if (!element) return harmless;
  const result = read(element.text.trim());
  if ('value' in result) return result.value;
  fault(reading, element, result.reason, result.fix);
  return harmless;
}

export const requiredDate = (reading: UblReading, element: XmlElement, path: string): string =>
  valueIn(reading, requiredElement(reading, element, path), dateFrom, '');

export const optionalDate = (reading: UblReading, element: XmlElement, path: string): string | undefined =>
  valueIn<string | undefined>(reading, elementAt(reading, element, path), dateFrom, undefined);

export const requiredCurrency = (reading: UblReading, element: XmlElement, path: string): string =>
  valueIn(reading, requiredElement(reading, element, path), currencyFrom, 'XXX');

export const requiredLineNumber = (reading: UblReading, element: XmlElement, path: string): number =>
  valueIn(reading, requiredElement(reading, element, path), lineNumberFrom, 0);

export const optionalLineNumber = (
  reading: UblReading,
  element: XmlElement,
  path: string,
): number | undefined =>
  valueIn<number | undefined>(reading, elementAt(reading, element, path), lineNumberFrom, undefined);

export const requiredDecimal = (reading: UblReading, element: XmlElement, path: string): string =>
  valueIn(reading, requiredElement(reading, element, path), decimalFrom, '0');

export const optionalDecimal = (reading: UblReading, element: XmlElement, path: string): string | undefined =>
  valueIn<string | undefined>(reading, elementAt(reading, element, path), decimalFrom, undefined);

function checkCurrency(reading: UblReading, element: XmlElement | undefined, currency: string): void {
  const given = element?.attributes.get('currencyID');
  if (!element || given === currency) return;
  const reason = given === undefined ? `${element.name} has no currencyID` : `${element.name} is in ${given}`;
  fault(
    reading,
    element,
    `${reason}, the document is in ${currency}`,
    `Give the amount in ${currency} with currencyID="${currency}"`,
  );
}

/** An amount in minor units; a fault when it is missing, not exact, or not in the document's currency. */
export function requiredAmount(
  reading: UblReading,
  element: XmlElement,
  path: string,
  currency: string,
): number {
  const found = requiredElement(reading, element, path);
  checkCurrency(reading, found, currency);
  return valueIn(reading, found, (text) => amountFrom(text, currency), 0);
}

/** As `requiredAmount`, and 0 when the element is absent. */
export function optionalAmount(
  reading: UblReading,
  element: XmlElement,
  path: string,
  currency: string,
): number {
  const found = elementAt(reading, element, path);
  checkCurrency(reading, found, currency);
  return valueIn(reading, found, (text) => amountFrom(text, currency), 0);
}

/** A net price: in the document's currency, with as many digits as the file gives. */
export function priceAt(
  reading: UblReading,
  element: XmlElement,
  path: string,
  currency: string,
): string | undefined {
  const found = elementAt(reading, element, path);
  checkCurrency(reading, found, currency);
  return valueIn<string | undefined>(reading, found, decimalFrom, undefined);
}

/** A quantity with its unit; without one the fault says so. */
export function requiredQuantity(reading: UblReading, element: XmlElement, path: string): Quantity {
  const found = requiredElement(reading, element, path);
  const value = valueIn(reading, found, decimalFrom, '0');
  const unitCode = found?.attributes.get('unitCode') ?? '';
  if (found && unitCode === '')
    fault(reading, found, `${found.name} has no unitCode`, 'Add the UNECE code, such as unitCode="C62"');
  else if (found && !isKnownUnit(unitCode)) {
    const fix = 'Use the UNECE code (C62 one, KGM kilogram, XCT carton) so that quantities can be compared';
    notice(reading, found, `The unit ${unitCode} is not a UNECE code Redress knows`, fix);
  }
  return { value, unitCode };
}

/** A quantity of goods ordered, sent or received, which cannot be below nothing. */
export function requiredCount(reading: UblReading, element: XmlElement, path: string): Quantity {
  const found = requiredQuantity(reading, element, path);
  if (found.value.startsWith('-')) {
    fault(
      reading,
      elementAt(reading, element, path) ?? element,
      `${path} is ${found.value}`,
      'Give a quantity from 0',
    );
  }
  return found;
}

/** A second quantity of a line as a plain decimal; a fault when its unit differs from the line's. */
export function quantityInUnit(
  reading: UblReading,
  line: XmlElement,
  path: string,
  unitCode: string,
): string | undefined {
  const found = elementAt(reading, line, path);
  const given = found?.attributes.get('unitCode');
  if (found && given !== undefined && given !== unitCode) {
    fault(
      reading,
      found,
      `${found.name} is in ${given}, the line is in ${unitCode}`,
      `Give it in ${unitCode}`,
    );
  }
  return optionalDecimal(reading, line, path);
}
