import type { Party } from '#domain/invoice.ts';
import { decimalFromMinor } from '#domain/money.ts';
import type { Quantity } from '#domain/quantity.ts';
import { type TaxedNet, taxSubtotals } from '#domain/tax.ts';
import type { Seller } from '../seller.ts';
import { group, leaf, type XmlNode, xmlText } from '../xml-writing.ts';
import { participantScheme } from './participant-schemes.ts';
import { ublNamespace } from './ubl-names.ts';

/** A UBL document as text, with the three namespaces declared as everyone writes them. */
export function ublText(documentName: string, children: readonly (XmlNode | undefined)[]): string {
  const namespaces = {
    xmlns: ublNamespace(documentName),
    'xmlns:cac': ublNamespace('CommonAggregateComponents'),
    'xmlns:cbc': ublNamespace('CommonBasicComponents'),
  };
  return xmlText(documentName, namespaces, children);
}

/** What says that an invoice or credit note follows Peppol BIS Billing 3. */
export const billingProfile: readonly (XmlNode | undefined)[] = [
  leaf('cbc:CustomizationID', 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'),
  leaf('cbc:ProfileID', 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'),
];

export const amount = (name: string, minor: number, currency: string): XmlNode | undefined =>
  leaf(name, decimalFromMinor(minor, currency), { currencyID: currency });

export const quantity = (name: string, { value, unitCode }: Quantity): XmlNode | undefined =>
  leaf(name, value, { unitCode });

export function sellerParty(name: string, seller: Seller): XmlNode | undefined {
  return group(
    name,
    group(
      'cac:Party',
      leaf('cbc:EndpointID', seller.email, { schemeID: 'EM' }),
      ...nameAndAddress(seller),
      group(
        'cac:Contact',
        leaf('cbc:Name', seller.name),
        leaf('cbc:Telephone', seller.phone),
        leaf('cbc:ElectronicMail', seller.email),
      ),
    ),
  );
}

/** The customer; our number for the account goes into the file as the party's identification. */
export function customerParty(name: string, party: Party, accountId: string): XmlNode | undefined {
  const schemeID = participantScheme(party.vatNumber);
  return group(
    name,
    group(
      'cac:Party',
      schemeID === undefined ? undefined : leaf('cbc:EndpointID', party.vatNumber, { schemeID }),
      group('cac:PartyIdentification', leaf('cbc:ID', accountId)),
      ...nameAndAddress(party),
    ),
  );
}

function nameAndAddress(party: Party): readonly (XmlNode | undefined)[] {
  return [
    group('cac:PartyName', leaf('cbc:Name', party.name)),
    address('cac:PostalAddress', party),
    party.vatNumber === undefined
      ? undefined
      : group('cac:PartyTaxScheme', leaf('cbc:CompanyID', party.vatNumber), vatScheme),
    group('cac:PartyLegalEntity', leaf('cbc:RegistrationName', party.name)),
  ];
}

export const address = (name: string, party: Party): XmlNode | undefined =>
  group(
    name,
    leaf('cbc:StreetName', party.street),
    leaf('cbc:CityName', party.city),
    leaf('cbc:PostalZone', party.postalCode),
    group('cac:Country', leaf('cbc:IdentificationCode', party.countryCode)),
  );

const vatScheme = group('cac:TaxScheme', leaf('cbc:ID', 'VAT'));

export const taxCategory = (
  name: string,
  category: string,
  rate: string,
  ...reason: readonly (XmlNode | undefined)[]
): XmlNode | undefined =>
  // Category O means "outside the scope of VAT", which has no rate at all (BR-O-05).
  group(
    name,
    leaf('cbc:ID', category),
    category === 'O' ? undefined : leaf('cbc:Percent', rate),
    ...reason,
    vatScheme,
  );

/** Why no tax is charged, as EN 16931 wants it said for these categories and no others. */
const exemptions: Readonly<Record<string, readonly (XmlNode | undefined)[]>> = {
  E: [leaf('cbc:TaxExemptionReason', 'Exempt from tax')],
  AE: [leaf('cbc:TaxExemptionReasonCode', 'VATEX-EU-AE'), leaf('cbc:TaxExemptionReason', 'Reverse charge')],
  K: [
    leaf('cbc:TaxExemptionReasonCode', 'VATEX-EU-IC'),
    leaf('cbc:TaxExemptionReason', 'Intra-community supply'),
  ],
  G: [
    leaf('cbc:TaxExemptionReasonCode', 'VATEX-EU-G'),
    leaf('cbc:TaxExemptionReason', 'Export outside the EU'),
  ],
  O: [leaf('cbc:TaxExemptionReasonCode', 'VATEX-EU-O'), leaf('cbc:TaxExemptionReason', 'Not subject to VAT')],
};

/** The tax summary, one subtotal for each category and rate. */
export function taxTotal(document: {
  readonly currency: string;
  readonly taxMinor: number;
  readonly lines: readonly TaxedNet[];
}): XmlNode | undefined {
  const { currency } = document;
  return group(
    'cac:TaxTotal',
    amount('cbc:TaxAmount', document.taxMinor, currency),
    ...taxSubtotals(document).map((one) =>
      group(
        'cac:TaxSubtotal',
        amount('cbc:TaxableAmount', one.netMinor, currency),
        amount('cbc:TaxAmount', one.taxMinor, currency),
        taxCategory('cac:TaxCategory', one.taxCategory, one.taxRate, ...(exemptions[one.taxCategory] ?? [])),
      ),
    ),
  );
}
