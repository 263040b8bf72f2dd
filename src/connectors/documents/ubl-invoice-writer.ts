import type { Invoice } from '#domain/invoice.ts';
import type { Seller } from './seller.ts';
import { documentCharge, lineContent, monetaryTotal, splitCharges } from './ubl/ubl-line-writing.ts';
import { address, billingProfile, customerParty, sellerParty, taxTotal, ublText } from './ubl/ubl-writing.ts';
import { group, leaf } from './xml-writing.ts';

/** A copy of an invoice as UBL 2.1 (EN 16931, Peppol BIS Billing 3). Reading it again gives the same figures. */
export function invoiceXml(invoice: Invoice, seller: Seller): string {
  const { currency, shipTo } = invoice;
  const toWrite = invoice.lines.map((line) => ({ ...line, quantity: line.invoicedQuantity }));
  const { lines, charges } = splitCharges(toWrite);
  return ublText('Invoice', [
    ...billingProfile,
    leaf('cbc:ID', invoice.number),
    leaf('cbc:IssueDate', invoice.issueDate),
    leaf('cbc:DueDate', invoice.dueDate),
    leaf('cbc:InvoiceTypeCode', invoice.typeCode),
    leaf('cbc:Note', invoice.note),
    leaf('cbc:DocumentCurrencyCode', currency),
    leaf('cbc:BuyerReference', invoice.buyerReference),
    group('cac:OrderReference', leaf('cbc:ID', invoice.orderNumber)),
    group('cac:ContractDocumentReference', leaf('cbc:ID', invoice.contractNumber)),
    sellerParty('cac:AccountingSupplierParty', seller),
    customerParty('cac:AccountingCustomerParty', invoice.billTo, invoice.accountId),
    shipTo &&
      group(
        'cac:Delivery',
        group('cac:DeliveryLocation', address('cac:Address', shipTo)),
        group('cac:DeliveryParty', group('cac:PartyName', leaf('cbc:Name', shipTo.name))),
      ),
    group(
      'cac:PaymentMeans',
      leaf('cbc:PaymentMeansCode', '30'),
      leaf('cbc:PaymentID', invoice.number),
      group(
        'cac:PayeeFinancialAccount',
        leaf('cbc:ID', seller.bank.iban),
        leaf('cbc:Name', seller.name),
        group('cac:FinancialInstitutionBranch', leaf('cbc:ID', seller.bank.bic)),
      ),
    ),
    ...charges.map((charge) => documentCharge(charge, currency)),
    taxTotal(invoice),
    monetaryTotal(invoice, lines, charges, currency),
    ...lines.map((line) => {
      const orderLine = line.orderLine === undefined ? undefined : String(line.orderLine);
      const reference = group('cac:OrderLineReference', leaf('cbc:LineID', orderLine));
      return group('cac:InvoiceLine', ...lineContent(line, 'cbc:InvoicedQuantity', currency, reference));
    }),
  ]);
}
