export type CsvType = 'invoice' | 'despatch' | 'closed_case';

/** One column: whether each file needs it, and what a person should put there. */
export type CsvColumn = { readonly name: string; readonly needed: boolean; readonly meaning: string };

const needed = (name: string, meaning: string): CsvColumn => ({ name, needed: true, meaning });
const optional = (name: string, meaning: string): CsvColumn => ({ name, needed: false, meaning });

/** The columns Redress reads, in any order; case, spaces and underscores in headers do not matter. */
export const csvColumns: Readonly<Record<CsvType, readonly CsvColumn[]>> = {
  invoice: [
    needed('invoice_number', 'The invoice; rows with the same number are its lines'),
    needed('account_id', 'Your number for the customer'),
    needed('issue_date', 'Such as 2026-03-31'),
    needed('due_date', 'Such as 2026-04-30'),
    needed('currency', 'ISO 4217, such as EUR'),
    needed('bill_to_name', 'The customer as printed on the invoice'),
    needed('line', 'Line number from 1'),
    needed('item_id', 'Your article number'),
    needed('description', 'What is billed'),
    needed('quantity', 'Billed quantity'),
    needed('unit_code', 'UNECE code: C62 one, KGM kilogram, XCT carton'),
    needed('unit_price', 'Net price; may have more decimals than the currency'),
    needed('net_amount', 'Net amount of the line, allowances included'),
    needed('tax_category', 'UNCL 5305: S standard, Z zero, E exempt, AE reverse charge'),
    needed('tax_rate', 'Percent, such as 19'),
    optional('type_code', 'UNTDID 1001; 380 unless given'),
    optional('kind', 'goods, freight, deposit, service or surcharge; judged by the words unless given'),
    optional('price_base_quantity', 'The price is for this many units; 1 unless given'),
    optional('line_note', 'Why the line is there'),
    optional('order_number', "The customer's purchase order"),
    optional('order_line', 'Line of the purchase order'),
    optional('buyer_reference', "The customer's own reference"),
    optional('contract_number', 'The contract'),
    optional('bill_to_street', 'Street and number'),
    optional('bill_to_city', 'Town'),
    optional('bill_to_postal_code', 'Postal code'),
    optional('bill_to_country', 'ISO 3166, such as DE'),
    optional('bill_to_vat', 'VAT number of the customer'),
    optional('note', 'Note on the invoice'),
    optional('prepaid_amount', 'Already paid when the invoice was issued; 0 unless given'),
    optional('net_total', 'Checked against the lines when given'),
    optional('tax_total', 'Computed by EN 16931 unless given'),
    optional('total', 'Checked when given'),
  ],
  despatch: [
    needed('despatch_number', 'The delivery note; rows with the same number are its lines'),
    needed('account_id', 'Your number for the customer'),
    needed('order_number', "The customer's purchase order"),
    needed('issue_date', 'Day of despatch, such as 2026-03-31'),
    needed('state', 'in_transit or delivered'),
    needed('line', 'Line number from 1'),
    needed('order_line', 'Line of the purchase order'),
    needed('item_id', 'Your article number'),
    needed('delivered_quantity', 'What left the warehouse'),
    needed('unit_code', 'UNECE code: C62 one, KGM kilogram, XCT carton'),
    optional('signed_at', 'Moment of the signature with its zone, such as 2026-03-31T10:42:00+02:00'),
    optional('signed_by', 'Who signed'),
    optional('carrier', 'Who carried it'),
    optional('warehouse', 'Where it left'),
    optional('backorder_quantity', 'Will be sent later'),
    optional('backorder_reason', 'Why later'),
  ],
  closed_case: [
    needed('case_number', 'The case in the older system'),
    needed('account_id', 'Your number for the customer'),
    needed('invoice_number', 'The disputed invoice'),
    needed('line', 'The disputed line'),
    needed('reason_code', 'Such as SHORT_DELIVERY or PRICE_ERROR'),
    needed('short_description', 'What it was about, in a sentence'),
    needed('resolution_code', 'Such as credit_note_issued or invalid_dispute'),
    needed('amount', 'What was credited; 0 for a denial'),
    needed('currency', 'ISO 4217, such as EUR'),
    needed('opened_at', 'Date or moment'),
    needed('closed_at', 'Date or moment'),
    optional('claimed_quantity', 'What the customer said had arrived'),
    optional('delivered_quantity', 'What the records said'),
    optional('notes', 'What the customer was told'),
    optional('work_notes', 'What stayed inside'),
  ],
};

/** A header as it is compared: "Invoice Number", "invoiceNumber" and "invoice_number" are the same. */
export const headerKey = (header: string): string => header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
