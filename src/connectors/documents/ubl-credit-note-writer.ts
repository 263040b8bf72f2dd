import type { CreditNote } from '#domain/credit-note.ts';
import type { Invoice } from '#domain/invoice.ts';
import type { Seller } from './seller.ts';
import { documentCharge, lineContent, monetaryTotal, splitCharges } from './ubl/ubl-line-writing.ts';
import { billingProfile, customerParty, sellerParty, taxTotal, ublText } from './ubl/ubl-writing.ts';
import { group, leaf } from './xml-writing.ts';

/** What the credited invoice says about the purchase; all of it may be missing. */
export type InvoiceReference = Partial<Pick<Invoice, 'issueDate' | 'orderNumber' | 'buyerReference'>>;

/**
 * A credit note as UBL 2.1 (EN 16931, Peppol BIS Billing 3): type 381, the invoice it reduces, and why, with the
 * UNTDID 4465 code. Reading it again gives the same figures.
 */
export function creditNoteXml(
  creditNote: CreditNote,
  seller: Seller,
  invoiceRef: InvoiceReference = {},
): string {
  const { currency, invoiceNumber } = creditNote;
  const toWrite = creditNote.lines.map((line) => ({ ...line, quantity: line.creditedQuantity }));
  const { lines, charges } = splitCharges(toWrite);
  return ublText('CreditNote', [
    ...billingProfile,
    leaf('cbc:ID', creditNote.number),
    leaf('cbc:IssueDate', creditNote.issueDate),
    leaf('cbc:CreditNoteTypeCode', '381'),
    leaf('cbc:Note', creditNote.reason),
    leaf('cbc:DocumentCurrencyCode', currency),
    leaf('cbc:BuyerReference', invoiceRef.buyerReference),
    creditNote.reason === undefined && creditNote.reasonCode === undefined
      ? undefined
      : group(
          'cac:DiscrepancyResponse',
          leaf('cbc:ReferenceID', invoiceNumber),
          leaf('cbc:ResponseCode', creditNote.reasonCode),
          leaf('cbc:Description', creditNote.reason),
        ),
    group('cac:OrderReference', leaf('cbc:ID', invoiceRef.orderNumber)),
    group(
      'cac:BillingReference',
      group(
        'cac:InvoiceDocumentReference',
        leaf('cbc:ID', invoiceNumber),
        leaf('cbc:IssueDate', creditNote.invoiceIssueDate ?? invoiceRef.issueDate),
      ),
    ),
    sellerParty('cac:AccountingSupplierParty', seller),
    customerParty('cac:AccountingCustomerParty', creditNote.billTo, creditNote.accountId),
    ...charges.map((charge) => documentCharge(charge, currency)),
    taxTotal(creditNote),
    monetaryTotal({ ...creditNote, prepaidMinor: 0 }, lines, charges, currency),
    ...lines.map((line) => {
      const reference =
        line.invoiceLine === undefined
          ? undefined
          : group(
              'cac:BillingReference',
              group('cac:InvoiceDocumentReference', leaf('cbc:ID', invoiceNumber)),
              group('cac:BillingReferenceLine', leaf('cbc:ID', String(line.invoiceLine))),
            );
      return group('cac:CreditNoteLine', ...lineContent(line, 'cbc:CreditedQuantity', currency, reference));
    }),
  ]);
}
