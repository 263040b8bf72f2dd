/** A document or fact that would settle an open question; `of` names documents or the unit it is about. */
export type MissingEvidence = {
  readonly what: keyof typeof words;
  readonly of?: string;
  /** UNECE code of the unit that is to be counted in. */
  readonly unitCode?: string;
  /** Part of the claim is borne out already. */
  readonly forTheRest?: true;
};

const words = {
  delivery_records: () => 'delivery records',
  conversion: ({ of, unitCode }) => `how many ${unitCode} one ${of} holds`,
  delivery_note: () => 'delivery note',
  arrival: ({ of }) => `arrival of ${of}`,
  signed_delivery_note: ({ of }) => `signed delivery note ${of}`,
  carrier_answer: ({ of }) => `carrier's answer to the shortage reported in ${of}`,
  purpose_of_credit: ({ of }) => `what ${of} was issued for`,
  other_invoices: () => 'other invoices',
  purchase_order_number: () => 'purchase order number',
  order: () => 'order',
  price_agreement: () => 'price list or agreement',
  agreed_unit_price: ({ unitCode }) => `agreed price of one ${unitCode}`,
  return_receipt: () => 'return receipt',
  count: () => 'count of the goods that arrived',
  inspection: () => 'photo or inspection report',
} as const satisfies Readonly<Record<string, (about: Omit<MissingEvidence, 'what'>) => string>>;

/** Each once, told apart by what and of what. */
export const distinctEvidence = (all: readonly MissingEvidence[]): MissingEvidence[] => [
  ...new Map(all.map((one) => [missingInWords(one), one])).values(),
];

/** What is missing as the team reads it, in English. */
export const missingInWords = (missing: MissingEvidence): string =>
  `${words[missing.what](missing)}${missing.forTheRest ? ' for the rest' : ''}`;
