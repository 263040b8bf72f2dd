import type { Party } from '#domain/invoice.ts';
import { given } from '../given-members.ts';
import type { XmlElement } from '../xml-tree.ts';
import { elementsAt, fault, firstTextAt, requiredElement, type UblReading } from './ubl-reading.ts';

/** The customer of a document: the party as printed, and the names the file gives for the account, best first. */
export type Customer = { readonly party: Party; readonly accountRefs: readonly string[] };

/** Reads a customer party (AccountingCustomerParty, BuyerCustomerParty, DeliveryCustomerParty). */
export function customerAt(reading: UblReading, root: XmlElement, path: string): Customer {
  const role = requiredElement(reading, root, path);
  if (!role) return { party: { name: '' }, accountRefs: [''] };
  const party = partyIn(elementsAt(role, 'cac:Party')[0] ?? role);
  if (party.name === '')
    fault(reading, role, 'The customer has no name', 'Add cac:Party/cac:PartyName/cbc:Name');
  const refs = [
    // The seller's own number for this customer, when the file has it, is exactly our account.
    firstTextAt(role, 'cbc:SupplierAssignedAccountID'),
    ...elementsAt(role, 'cac:Party/cac:PartyIdentification/cbc:ID').map((id) => id.text.trim()),
    firstTextAt(role, 'cac:Party/cbc:EndpointID'),
    firstTextAt(role, 'cac:Party/cac:PartyLegalEntity/cbc:CompanyID'),
    party.vatNumber,
    party.name,
  ];
  return {
    party,
    accountRefs: [...new Set(refs.filter((ref) => ref !== undefined && ref !== ''))].filter(isText),
  };
}

const isText = (value: string | undefined): value is string => value !== undefined;

/** Where the goods went, when the document says so. */
export function shipToIn(root: XmlElement, billTo: Party): Party | undefined {
  const delivery = elementsAt(root, 'cac:Delivery')[0];
  const address = delivery && elementsAt(delivery, 'cac:DeliveryLocation/cac:Address')[0];
  const name = delivery && firstTextAt(delivery, 'cac:DeliveryParty/cac:PartyName/cbc:Name');
  if (!address && name === undefined) return undefined;
  return { name: name ?? billTo.name, ...(address ? addressOf(address) : {}) };
}

function partyIn(party: XmlElement): Party {
  const address = elementsAt(party, 'cac:PostalAddress')[0];
  const taxScheme = elementsAt(party, 'cac:PartyTaxScheme').find(
    (scheme) => firstTextAt(scheme, 'cac:TaxScheme/cbc:ID')?.toUpperCase() === 'VAT',
  );
  return {
    name:
      firstTextAt(party, 'cac:PartyName/cbc:Name') ??
      firstTextAt(party, 'cac:PartyLegalEntity/cbc:RegistrationName') ??
      '',
    ...(address ? addressOf(address) : {}),
    ...given({ vatNumber: taxScheme && firstTextAt(taxScheme, 'cbc:CompanyID') }),
  };
}

function addressOf(address: XmlElement): Omit<Party, 'name' | 'vatNumber'> {
  const street = ['cbc:StreetName', 'cbc:AdditionalStreetName', 'cac:AddressLine/cbc:Line']
    .map((path) => firstTextAt(address, path))
    .filter(isText);
  return given({
    street: street.length > 0 ? street.join(', ') : undefined,
    city: firstTextAt(address, 'cbc:CityName'),
    postalCode: firstTextAt(address, 'cbc:PostalZone'),
    countryCode: firstTextAt(address, 'cac:Country/cbc:IdentificationCode'),
  });
}
