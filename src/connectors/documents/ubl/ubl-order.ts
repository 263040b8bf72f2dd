import type { Order, OrderLine } from '#domain/order.ts';
import { given } from '../given-members.ts';
import type { XmlElement } from '../xml-tree.ts';
import { itemIdOf } from './ubl-billed-line.ts';
import { checkLineNumbers, notesIn } from './ubl-invoice.ts';
import { customerAt } from './ubl-party.ts';
import {
  elementAt,
  elementsAt,
  fault,
  priceAt,
  requiredCount,
  requiredCurrency,
  requiredDate,
  requiredElement,
  requiredLineNumber,
  requiredText,
  type UblReading,
} from './ubl-reading.ts';

/** Reads a UBL Order; its ID is the customer's purchase order number. */
export function readOrder(
  reading: UblReading,
  root: XmlElement,
): { document: Order; accountRefs: readonly string[] } {
  const currency = requiredCurrency(reading, root, 'cbc:DocumentCurrencyCode');
  const customer = customerAt(reading, root, 'cac:BuyerCustomerParty');
  const elements = elementsAt(root, 'cac:OrderLine/cac:LineItem');
  if (elements.length === 0)
    fault(reading, root, 'There is no line', 'Add at least one cac:OrderLine/cac:LineItem');
  const lines = elements.map((element) => orderLine(reading, element, currency));
  checkLineNumbers(reading, elements, lines);
  return {
    accountRefs: customer.accountRefs,
    document: {
      number: requiredText(reading, root, 'cbc:ID'),
      accountId: customer.accountRefs[0] ?? '',
      issueDate: requiredDate(reading, root, 'cbc:IssueDate'),
      currency,
      ...given({ note: notesIn(root) }),
      lines,
    },
  };
}

function orderLine(reading: UblReading, element: XmlElement, currency: string): OrderLine {
  const item = requiredElement(reading, element, 'cac:Item');
  const price = elementAt(reading, element, 'cac:Price');
  const description = item ? requiredText(reading, item, 'cbc:Name') : '';
  return {
    line: requiredLineNumber(reading, element, 'cbc:ID'),
    itemId: item ? itemIdOf(reading, item, description) : '',
    description,
    orderedQuantity: requiredCount(reading, element, 'cbc:Quantity'),
    ...given({ unitPrice: price && priceAt(reading, price, 'cbc:PriceAmount', currency) }),
  };
}
