import type { Party } from '#domain/invoice.ts';
import type { Order } from '#domain/order.ts';
import type { Seller } from './seller.ts';
import { address, customerParty, quantity, sellerParty, ublText } from './ubl/ubl-writing.ts';
import { group, leaf } from './xml-writing.ts';

/** A replacement order as UBL 2.1 (Peppol BIS Ordering 3). A price of "0" says that it is free of charge. */
export function orderXml(order: Order, seller: Seller, buyer: Party, deliverTo: Party = buyer): string {
  return ublText('Order', [
    leaf('cbc:CustomizationID', 'urn:fdc:peppol.eu:poacc:trns:order:3'),
    leaf('cbc:ProfileID', 'urn:fdc:peppol.eu:poacc:bis:ordering:3'),
    leaf('cbc:ID', order.number),
    leaf('cbc:IssueDate', order.issueDate),
    leaf('cbc:OrderTypeCode', '220'),
    leaf('cbc:Note', order.note),
    leaf('cbc:DocumentCurrencyCode', order.currency),
    customerParty('cac:BuyerCustomerParty', buyer, order.accountId),
    sellerParty('cac:SellerSupplierParty', seller),
    group(
      'cac:Delivery',
      group('cac:DeliveryLocation', address('cac:Address', deliverTo)),
      group('cac:DeliveryParty', group('cac:PartyName', leaf('cbc:Name', deliverTo.name))),
    ),
    ...order.lines.map((line) =>
      group(
        'cac:OrderLine',
        group(
          'cac:LineItem',
          leaf('cbc:ID', String(line.line)),
          quantity('cbc:Quantity', line.orderedQuantity),
          group('cac:Price', leaf('cbc:PriceAmount', line.unitPrice, { currencyID: order.currency })),
          group(
            'cac:Item',
            leaf('cbc:Name', line.description),
            group('cac:SellersItemIdentification', leaf('cbc:ID', line.itemId)),
          ),
        ),
      ),
    ),
  ]);
}
