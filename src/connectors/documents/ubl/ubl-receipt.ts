import Big from 'big.js';
import type { ReceiptAdvice, ReceiptLine } from '#domain/delivery.ts';
import { given } from '../given-members.ts';
import type { XmlElement } from '../xml-tree.ts';
import { itemIdOf } from './ubl-billed-line.ts';
import { customerRole, orderNumberOf } from './ubl-despatch.ts';
import { checkLineNumbers, notesIn } from './ubl-invoice.ts';
import { customerAt } from './ubl-party.ts';
import {
  elementsAt,
  fault,
  firstTextAt,
  quantityInUnit,
  requiredCount,
  requiredDate,
  requiredElement,
  requiredLineNumber,
  requiredText,
  textAt,
  type UblReading,
} from './ubl-reading.ts';

/** Reads a UBL ReceiptAdvice; short and rejected quantities need their codes, as Peppol asks. */
export function readReceipt(
  reading: UblReading,
  root: XmlElement,
): { document: ReceiptAdvice; accountRefs: readonly string[] } {
  const customer = customerAt(reading, root, customerRole(root));
  const elements = elementsAt(root, 'cac:ReceiptLine');
  if (elements.length === 0) fault(reading, root, 'There is no line', 'Add at least one cac:ReceiptLine');
  const lines = elements.map((element) => receiptLine(reading, element));
  checkLineNumbers(reading, elements, lines);
  return {
    accountRefs: customer.accountRefs,
    document: {
      number: requiredText(reading, root, 'cbc:ID'),
      accountId: customer.accountRefs[0] ?? '',
      orderNumber: orderNumberOf(reading, root),
      issueDate: requiredDate(reading, root, 'cbc:IssueDate'),
      ...given({
        despatchNumber: firstTextAt(root, 'cac:DespatchDocumentReference/cbc:ID'),
        note: notesIn(root),
      }),
      lines,
    },
  };
}

function receiptLine(reading: UblReading, element: XmlElement): ReceiptLine {
  const item = requiredElement(reading, element, 'cac:Item');
  const receivedQuantity = requiredCount(reading, element, 'cbc:ReceivedQuantity');
  const { unitCode } = receivedQuantity;
  const shortQuantity = quantityInUnit(reading, element, 'cbc:ShortQuantity', unitCode);
  const rejectedQuantity = quantityInUnit(reading, element, 'cbc:RejectedQuantity', unitCode);
  const codes = {
    shortageActionCode: textAt(reading, element, 'cbc:ShortageActionCode'),
    rejectReasonCode: textAt(reading, element, 'cbc:RejectReasonCode'),
    rejectReason: firstTextAt(element, 'cbc:RejectReason'),
    rejectActionCode: textAt(reading, element, 'cbc:RejectActionCode'),
  };
  const needs = (quantity: string | undefined, code: string | undefined, name: string, meaning: string) => {
    if (quantity === undefined || new Big(quantity).lte(0) || code !== undefined) return;
    fault(reading, element, `${meaning} without cbc:${name}`, `Add cbc:${name}`);
  };
  needs(shortQuantity, codes.shortageActionCode, 'ShortageActionCode', 'Goods are short');
  needs(rejectedQuantity, codes.rejectReasonCode, 'RejectReasonCode', 'Goods are rejected');
  needs(rejectedQuantity, codes.rejectReason, 'RejectReason', 'Goods are rejected');
  needs(rejectedQuantity, codes.rejectActionCode, 'RejectActionCode', 'Goods are rejected');
  return {
    line: requiredLineNumber(reading, element, 'cbc:ID'),
    orderLine: requiredLineNumber(reading, element, 'cac:OrderLineReference/cbc:LineID'),
    itemId: item ? itemIdOf(reading, item, firstTextAt(item, 'cbc:Name') ?? '') : '',
    receivedQuantity,
    ...given({ shortQuantity, rejectedQuantity, ...codes }),
  };
}
