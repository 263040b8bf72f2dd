import type { Invoice, InvoiceLine } from '#domain/invoice.ts';
import { given } from '../given-members.ts';
import type { XmlElement } from '../xml-tree.ts';
import { type BilledLine, billedLine } from './ubl-billed-line.ts';
import { documentCharges } from './ubl-document-charge.ts';
import { customerAt, shipToIn } from './ubl-party.ts';
import {
  elementAt,
  elementsAt,
  fault,
  firstTextAt,
  notice,
  optionalDate,
  optionalLineNumber,
  requiredCurrency,
  requiredDate,
  requiredText,
  textAt,
  type UblReading,
} from './ubl-reading.ts';
import { totalsAt } from './ubl-totals.ts';

/** Reads a UBL Invoice; allowances and charges on the document become its last lines. */
export function readInvoice(
  reading: UblReading,
  root: XmlElement,
): { document: Invoice; accountRefs: readonly string[] } {
  const currency = requiredCurrency(reading, root, 'cbc:DocumentCurrencyCode');
  const customer = customerAt(reading, root, 'cac:AccountingCustomerParty');
  const elements = elementsAt(root, 'cac:InvoiceLine');
  if (elements.length === 0)
    fault(reading, root, 'There is no line', 'Add at least one cac:InvoiceLine (BR-16)');
  const lines = elements.map((element) => billedLine(reading, element, 'cbc:InvoicedQuantity', currency));
  checkLineNumbers(reading, elements, lines);
  const charges = documentCharges(reading, root, Math.max(0, ...lines.map((line) => line.line)), currency);
  const orderNumber = orderNumberIn(reading, root);
  return {
    accountRefs: customer.accountRefs,
    document: {
      number: requiredText(reading, root, 'cbc:ID'),
      accountId: customer.accountRefs[0] ?? '',
      typeCode: typeCodeIn(reading, root),
      issueDate: requiredDate(reading, root, 'cbc:IssueDate'),
      dueDate: dueDateIn(reading, root),
      currency,
      billTo: customer.party,
      ...given({
        orderNumber,
        buyerReference: textAt(reading, root, 'cbc:BuyerReference'),
        contractNumber: firstTextAt(root, 'cac:ContractDocumentReference/cbc:ID'),
        shipTo: shipToIn(root, customer.party),
        note: notesIn(root),
      }),
      ...totalsAt(reading, root, lines, charges, currency),
      lines: [
        ...elements.map((element, index) => invoiceLine(reading, element, lines[index])),
        ...charges.map((charge) => invoiceLine(reading, undefined, charge)),
      ].filter((line) => line !== undefined),
    },
  };
}

function invoiceLine(
  reading: UblReading,
  element: XmlElement | undefined,
  billed: BilledLine | undefined,
): InvoiceLine | undefined {
  if (!billed) return undefined;
  const { quantity, ...line } = billed;
  return {
    ...line,
    invoicedQuantity: quantity,
    ...(element
      ? given({
          orderLine: optionalLineNumber(reading, element, 'cac:OrderLineReference/cbc:LineID'),
          note: notesIn(element),
        })
      : {}),
  };
}

/** Several notes are kept as paragraphs. */
export function notesIn(element: XmlElement): string | undefined {
  const notes = elementsAt(element, 'cbc:Note').map((note) => note.text.trim());
  return notes.filter((note) => note !== '').join('\n') || undefined;
}

export function checkLineNumbers(
  reading: UblReading,
  elements: readonly XmlElement[],
  lines: readonly { readonly line: number }[],
): void {
  const seen = new Set<number>();
  for (const [index, { line }] of lines.entries()) {
    const element = elements[index];
    if (line > 0 && seen.has(line) && element) {
      fault(reading, element, `There is a second line ${line}`, 'Give each line its own cbc:ID');
    }
    seen.add(line);
  }
}

function typeCodeIn(reading: UblReading, root: XmlElement): string {
  const typeCode = textAt(reading, root, 'cbc:InvoiceTypeCode') ?? '';
  const element = elementAt(reading, root, 'cbc:InvoiceTypeCode') ?? root;
  if (typeCode === '')
    fault(reading, element, 'cbc:InvoiceTypeCode is missing', 'Add it; 380 is an ordinary invoice');
  else if (typeCode === '381' || typeCode === '261') {
    fault(reading, element, `Type ${typeCode} is a credit note`, 'Send it as a UBL CreditNote document');
  } else if (!/^\d{2,3}$/.test(typeCode)) {
    fault(
      reading,
      element,
      `"${typeCode}" is not an invoice type`,
      'Use a UNTDID 1001 code; 380 is an ordinary invoice',
    );
  }
  return typeCode;
}

function dueDateIn(reading: UblReading, root: XmlElement): string {
  const dueDate =
    optionalDate(reading, root, 'cbc:DueDate') ??
    elementsAt(root, 'cac:PaymentMeans')
      .map((means) => optionalDate(reading, means, 'cbc:PaymentDueDate'))
      .find((date) => date !== undefined);
  if (dueDate === undefined) {
    fault(
      reading,
      root,
      'There is no due date',
      'Add cbc:DueDate; payment terms in words cannot be relied on (BR-CO-25)',
    );
  }
  return dueDate ?? '';
}

function orderNumberIn(reading: UblReading, root: XmlElement): string | undefined {
  const number = firstTextAt(root, 'cac:OrderReference/cbc:ID');
  // Peppol files write NA when they only know the seller's own order number.
  if (number !== undefined && number !== 'NA') return number;
  notice(
    reading,
    root,
    'There is no purchase order number',
    'Add cac:OrderReference/cbc:ID, so that deliveries can be matched',
  );
  return undefined;
}
