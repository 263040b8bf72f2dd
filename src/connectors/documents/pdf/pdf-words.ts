/** Every word on our PDF documents. */
export type PdfWords = {
  readonly invoice: string;
  readonly creditNote: string;
  readonly number: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly orderNumber: string;
  readonly buyerReference: string;
  readonly contractNumber: string;
  readonly customerNumber: string;
  readonly vatNumber: string;
  readonly forInvoice: string;
  readonly of: string;
  readonly reason: string;
  readonly shipTo: string;
  readonly line: string;
  readonly description: string;
  readonly quantity: string;
  readonly price: string;
  readonly perUnits: string;
  readonly taxRate: string;
  readonly amount: string;
  readonly net: string;
  readonly tax: (rate: string, net: string) => string;
  readonly total: string;
  readonly prepaid: string;
  readonly due: string;
  readonly credited: string;
  readonly payBy: (date: string) => string;
  readonly bank: string;
  readonly creditedHow: string;
  readonly page: (number: number, of: number) => string;
  readonly taxNotes: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, string>>;
};

const english: PdfWords = {
  invoice: 'Invoice',
  creditNote: 'Credit note',
  number: 'Number',
  issueDate: 'Date',
  dueDate: 'Due date',
  orderNumber: 'Your order',
  buyerReference: 'Your reference',
  contractNumber: 'Contract',
  customerNumber: 'Customer number',
  vatNumber: 'VAT number',
  forInvoice: 'For invoice',
  of: 'of',
  reason: 'Reason',
  shipTo: 'Delivered to',
  line: 'Line',
  description: 'Description',
  quantity: 'Quantity',
  price: 'Price',
  perUnits: 'per',
  taxRate: 'VAT',
  amount: 'Amount',
  net: 'Net amount',
  tax: (rate, net) => `VAT ${rate} on ${net}`,
  total: 'Total',
  prepaid: 'Already paid',
  due: 'Amount due',
  credited: 'Amount credited',
  payBy: (date) => `Please pay by ${date}, giving the invoice number.`,
  bank: 'Bank',
  creditedHow: 'The amount reduces what is open on the invoice named above.',
  page: (number, of) => `Page ${number} of ${of}`,
  taxNotes: {
    E: 'Exempt from VAT.',
    AE: 'Reverse charge: the customer owes the VAT.',
    K: 'Intra-community supply, exempt from VAT.',
    G: 'Export outside the EU, exempt from VAT.',
    O: 'Not subject to VAT.',
  },
  units: {
    C62: 'pcs',
    EA: 'pcs',
    H87: 'pcs',
    PCE: 'pcs',
    XCT: 'cartons',
    XBX: 'boxes',
    XPX: 'pallets',
    XPK: 'packs',
    KGM: 'kg',
    GRM: 'g',
    TNE: 't',
    LTR: 'l',
    MTR: 'm',
    MTK: 'm²',
    MTQ: 'm³',
    HUR: 'h',
    DAY: 'days',
    MON: 'months',
    ANN: 'years',
    SET: 'sets',
    PR: 'pairs',
    KWH: 'kWh',
  },
};

const german: PdfWords = {
  invoice: 'Rechnung',
  creditNote: 'Gutschrift (Rechnungskorrektur)',
  number: 'Nummer',
  issueDate: 'Datum',
  dueDate: 'Fällig am',
  orderNumber: 'Ihre Bestellung',
  buyerReference: 'Ihre Referenz',
  contractNumber: 'Vertrag',
  customerNumber: 'Kundennummer',
  vatNumber: 'USt-IdNr.',
  forInvoice: 'Zur Rechnung',
  of: 'vom',
  reason: 'Grund',
  shipTo: 'Geliefert an',
  line: 'Pos.',
  description: 'Bezeichnung',
  quantity: 'Menge',
  price: 'Preis',
  perUnits: 'je',
  taxRate: 'USt.',
  amount: 'Betrag',
  net: 'Nettobetrag',
  tax: (rate, net) => `USt. ${rate} auf ${net}`,
  total: 'Gesamtbetrag',
  prepaid: 'Bereits gezahlt',
  due: 'Zu zahlen',
  credited: 'Gutgeschrieben',
  payBy: (date) => `Bitte zahlen Sie bis ${date} unter Angabe der Rechnungsnummer.`,
  bank: 'Bank',
  creditedHow: 'Der Betrag mindert, was auf die genannte Rechnung offen ist.',
  page: (number, of) => `Seite ${number} von ${of}`,
  taxNotes: {
    E: 'Von der Umsatzsteuer befreit.',
    AE: 'Steuerschuldnerschaft des Leistungsempfängers.',
    K: 'Innergemeinschaftliche Lieferung, steuerfrei.',
    G: 'Ausfuhrlieferung, steuerfrei.',
    O: 'Nicht steuerbar.',
  },
  units: {
    C62: 'Stk.',
    EA: 'Stk.',
    H87: 'Stk.',
    PCE: 'Stk.',
    XCT: 'Kartons',
    XBX: 'Kisten',
    XPX: 'Paletten',
    XPK: 'Packungen',
    KGM: 'kg',
    GRM: 'g',
    TNE: 't',
    LTR: 'l',
    MTR: 'm',
    MTK: 'm²',
    MTQ: 'm³',
    HUR: 'Std.',
    DAY: 'Tage',
    MON: 'Monate',
    ANN: 'Jahre',
    SET: 'Sätze',
    PR: 'Paar',
    KWH: 'kWh',
  },
};

/** The words for a language tag such as "de-AT"; English for languages without their own. */
export const pdfWords = (language: string): PdfWords => (isGerman(language) ? german : english);

/** The language the words are in, for the reader of the PDF and for numbers and dates. */
export const pdfLanguage = (language: string): 'de' | 'en' => (isGerman(language) ? 'de' : 'en');

const isGerman = (language: string): boolean => /^de\b/i.test(language);
