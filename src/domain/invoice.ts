import type { Quantity } from './quantity.ts';

/** A name and postal address as printed on a document (UBL Party). */
export type Party = {
  readonly name: string;
  readonly street?: string;
  readonly city?: string;
  readonly postalCode?: string;
  readonly countryCode?: string;
  readonly vatNumber?: string;
};

/** What a line bills: goods need a delivery, the others do not. */
export type LineKind = 'goods' | 'freight' | 'deposit' | 'service' | 'surcharge';

export type InvoiceLine = {
  /** Line number as printed, from 1. */
  readonly line: number;
  readonly kind: LineKind;
  readonly itemId: string;
  readonly description: string;
  readonly invoicedQuantity: Quantity;
  /** Net price of one unit (of `priceBaseQuantity` units), a decimal string: prices may have more digits than the currency. */
  readonly unitPrice: string;
  readonly priceBaseQuantity: string;
  /** Net amount of the line in minor units, allowances and charges of the line included. */
  readonly netMinor: number;
  /** UNCL 5305: S standard, Z zero, E exempt, AE reverse charge … */
  readonly taxCategory: string;
  /** Percent, a decimal string such as "21". */
  readonly taxRate: string;
  readonly orderLine?: number;
  /** Why the line is there, in words, when the document says so. */
  readonly note?: string;
};

/** One bill (UBL Invoice). Amounts in minor units of `currency`. */
export type Invoice = {
  readonly number: string;
  readonly accountId: string;
  readonly typeCode: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly currency: string;
  /** The customer's purchase order number. */
  readonly orderNumber?: string;
  readonly buyerReference?: string;
  readonly contractNumber?: string;
  readonly billTo: Party;
  readonly shipTo?: Party;
  readonly note?: string;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly prepaidMinor: number;
  readonly lines: readonly InvoiceLine[];
};

/** Where an invoice stands; computed from payments, credits and disputes, never stored. */
export type InvoiceStatus = 'open' | 'partly_paid' | 'paid' | 'overdue' | 'disputed' | 'credited';
