import type { DespatchAdvice, DespatchLine } from '#domain/delivery.ts';
import { given } from '../given-members.ts';
import { momentFrom } from '../plain-values.ts';
import type { XmlElement } from '../xml-tree.ts';
import { itemIdOf } from './ubl-billed-line.ts';
import { checkLineNumbers } from './ubl-invoice.ts';
import { customerAt } from './ubl-party.ts';
import {
  elementsAt,
  fault,
  firstTextAt,
  notice,
  optionalDate,
  quantityInUnit,
  requiredCount,
  requiredDate,
  requiredElement,
  requiredLineNumber,
  requiredText,
  type UblReading,
} from './ubl-reading.ts';

/** Reads a UBL DespatchAdvice; with an actual delivery date it counts as delivered, else as in transit. */
export function readDespatch(
  reading: UblReading,
  root: XmlElement,
): { document: DespatchAdvice; accountRefs: readonly string[] } {
  const customer = customerAt(reading, root, customerRole(root));
  const elements = elementsAt(root, 'cac:DespatchLine');
  if (elements.length === 0) fault(reading, root, 'There is no line', 'Add at least one cac:DespatchLine');
  const lines = elements.map((element) => despatchLine(reading, element));
  checkLineNumbers(reading, elements, lines);
  return {
    accountRefs: customer.accountRefs,
    document: {
      number: requiredText(reading, root, 'cbc:ID'),
      accountId: customer.accountRefs[0] ?? '',
      orderNumber: orderNumberOf(reading, root),
      issueDate: requiredDate(reading, root, 'cbc:IssueDate'),
      ...handOver(reading, root),
      ...given({
        carrier:
          firstTextAt(root, 'cac:Shipment/cac:Consignment/cac:CarrierParty/cac:PartyName/cbc:Name') ??
          firstTextAt(root, 'cac:Shipment/cac:ShipmentStage/cac:CarrierParty/cac:PartyName/cbc:Name') ??
          firstTextAt(root, 'cac:Shipment/cac:Delivery/cac:CarrierParty/cac:PartyName/cbc:Name'),
        warehouse:
          firstTextAt(root, 'cac:Shipment/cac:Delivery/cac:Despatch/cac:DespatchLocation/cbc:ID') ??
          firstTextAt(root, 'cac:Shipment/cac:Delivery/cac:Despatch/cac:DespatchLocation/cbc:Name') ??
          firstTextAt(root, 'cac:Shipment/cac:Delivery/cac:Despatch/cac:DespatchAddress/cbc:CityName'),
      }),
      lines,
    },
  };
}

/** The buyer when the file names one (he is who gets the bill), else whoever the goods went to. */
export const customerRole = (root: XmlElement): string =>
  elementsAt(root, 'cac:BuyerCustomerParty').length > 0
    ? 'cac:BuyerCustomerParty'
    : 'cac:DeliveryCustomerParty';

/** The order a delivery or receipt belongs to: on the document, or on its lines when they all name the same. */
export function orderNumberOf(reading: UblReading, root: XmlElement): string {
  const own = firstTextAt(root, 'cac:OrderReference/cbc:ID');
  if (own !== undefined) return own;
  const ofLines = root.children
    .flatMap((line) => elementsAt(line, 'cac:OrderLineReference/cac:OrderReference/cbc:ID'))
    .map((id) => id.text.trim());
  const [first, ...others] = new Set(ofLines);
  if (first !== undefined && others.length === 0) return first;
  const reason =
    first === undefined ? 'No order is named' : `Several orders are named (${[first, ...others].join(', ')})`;
  fault(reading, root, reason, 'Add one cac:OrderReference/cbc:ID to the document');
  return '';
}

function handOver(
  reading: UblReading,
  root: XmlElement,
): { state: DespatchAdvice['state']; signedAt?: string; signedBy?: string } {
  const delivery = elementsAt(root, 'cac:Shipment/cac:Delivery')[0];
  const date = delivery && optionalDate(reading, delivery, 'cbc:ActualDeliveryDate');
  if (!delivery || date === undefined) return { state: 'in_transit' };
  const time = firstTextAt(delivery, 'cbc:ActualDeliveryTime');
  const moment = momentFrom(`${date}T${time ?? ''}`);
  const signedAt = 'value' in moment ? moment.value : undefined;
  if (signedAt === undefined) {
    const fix = 'Add cbc:ActualDeliveryTime with its zone, such as 14:05:00+01:00';
    notice(reading, delivery, 'The moment of delivery is not known to the minute', fix);
  }
  const receiver = 'cac:DeliveryParty';
  const person = ['cbc:FirstName', 'cbc:FamilyName'].map((part) =>
    firstTextAt(delivery, `${receiver}/cac:Person/${part}`),
  );
  const signedBy =
    person.filter((part) => part !== undefined).join(' ') ||
    firstTextAt(delivery, `${receiver}/cac:Contact/cbc:Name`);
  return { state: 'delivered', ...given({ signedAt, signedBy }) };
}

function despatchLine(reading: UblReading, element: XmlElement): DespatchLine {
  const item = requiredElement(reading, element, 'cac:Item');
  const deliveredQuantity = requiredCount(reading, element, 'cbc:DeliveredQuantity');
  return {
    line: requiredLineNumber(reading, element, 'cbc:ID'),
    orderLine: requiredLineNumber(reading, element, 'cac:OrderLineReference/cbc:LineID'),
    itemId: item ? itemIdOf(reading, item, firstTextAt(item, 'cbc:Name') ?? '') : '',
    deliveredQuantity,
    ...given({
      backorderQuantity: quantityInUnit(
        reading,
        element,
        'cbc:BackorderQuantity',
        deliveredQuantity.unitCode,
      ),
      backorderReason: firstTextAt(element, 'cbc:BackorderReason'),
    }),
  };
}
