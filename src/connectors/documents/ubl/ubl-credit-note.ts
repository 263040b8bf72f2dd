import type { CreditNote, CreditNoteLine } from '#domain/credit-note.ts';
import { given } from '../given-members.ts';
import type { XmlElement } from '../xml-tree.ts';
import { type BilledLine, billedLine } from './ubl-billed-line.ts';
import { documentCharges } from './ubl-document-charge.ts';
import { checkLineNumbers, notesIn } from './ubl-invoice.ts';
import { customerAt } from './ubl-party.ts';
import {
  elementsAt,
  fault,
  firstTextAt,
  optionalDate,
  optionalLineNumber,
  requiredCurrency,
  requiredDate,
  requiredText,
  type UblReading,
} from './ubl-reading.ts';
import { totalsAt } from './ubl-totals.ts';

const invoiceReference = 'cac:BillingReference/cac:InvoiceDocumentReference';

/** Reads a UBL CreditNote; it must name the one invoice it reduces. */
export function readCreditNote(
  reading: UblReading,
  root: XmlElement,
): { document: CreditNote; accountRefs: readonly string[] } {
  const currency = requiredCurrency(reading, root, 'cbc:DocumentCurrencyCode');
  const customer = customerAt(reading, root, 'cac:AccountingCustomerParty');
  const elements = elementsAt(root, 'cac:CreditNoteLine');
  if (elements.length === 0)
    fault(reading, root, 'There is no line', 'Add at least one cac:CreditNoteLine (BR-16)');
  const lines = elements.map((element) => billedLine(reading, element, 'cbc:CreditedQuantity', currency));
  checkLineNumbers(reading, elements, lines);
  const charges = documentCharges(reading, root, Math.max(0, ...lines.map((line) => line.line)), currency);
  const { prepaidMinor: _, ...totals } = totalsAt(reading, root, lines, charges, currency);
  return {
    accountRefs: customer.accountRefs,
    document: {
      number: requiredText(reading, root, 'cbc:ID'),
      accountId: customer.accountRefs[0] ?? '',
      issueDate: requiredDate(reading, root, 'cbc:IssueDate'),
      currency,
      ...invoiceNamed(reading, root),
      ...given({
        reasonCode: firstTextAt(root, 'cac:DiscrepancyResponse/cbc:ResponseCode'),
        reason: firstTextAt(root, 'cac:DiscrepancyResponse/cbc:Description') ?? notesIn(root),
      }),
      billTo: customer.party,
      ...totals,
      lines: [
        ...elements.map((element, index) => creditNoteLine(reading, element, lines[index])),
        ...charges.map((charge) => creditNoteLine(reading, undefined, charge)),
      ].filter((line) => line !== undefined),
    },
  };
}

function invoiceNamed(
  reading: UblReading,
  root: XmlElement,
): { invoiceNumber: string; invoiceIssueDate?: string } {
  const references = elementsAt(root, invoiceReference);
  const numbers = new Set(references.map((reference) => firstTextAt(reference, 'cbc:ID') ?? ''));
  const [reference] = references;
  if (!reference) {
    fault(
      reading,
      root,
      'The credit note does not say which invoice it reduces',
      `Add ${invoiceReference}/cbc:ID`,
    );
    return { invoiceNumber: '' };
  }
  if (numbers.size > 1) {
    const named = [...numbers].join(', ');
    fault(
      reading,
      reference,
      `The credit note reduces several invoices (${named})`,
      'Send one credit note for each invoice',
    );
  }
  return {
    invoiceNumber: requiredText(reading, reference, 'cbc:ID'),
    ...given({ invoiceIssueDate: optionalDate(reading, reference, 'cbc:IssueDate') }),
  };
}

function creditNoteLine(
  reading: UblReading,
  element: XmlElement | undefined,
  billed: BilledLine | undefined,
): CreditNoteLine | undefined {
  if (!billed) return undefined;
  const { quantity, kind: _, ...line } = billed;
  const reference = element && elementsAt(element, 'cac:BillingReference')[0];
  const invoiceLine = reference && optionalLineNumber(reading, reference, 'cac:BillingReferenceLine/cbc:ID');
  return { ...line, creditedQuantity: quantity, ...given({ invoiceLine }) };
}
