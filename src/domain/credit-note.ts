import type { Party } from './invoice.ts';
import type { Quantity } from './quantity.ts';

export type CreditNoteLine = {
  readonly line: number;
  /** Line of the invoice that is credited; absent for a header credit. */
  readonly invoiceLine?: number;
  readonly itemId: string;
  readonly description: string;
  readonly creditedQuantity: Quantity;
  readonly unitPrice: string;
  readonly priceBaseQuantity: string;
  readonly netMinor: number;
  readonly taxCategory: string;
  readonly taxRate: string;
};

/** Reduces a bill (UBL CreditNote, type 381). Amounts in minor units of `currency`. */
export type CreditNote = {
  readonly number: string;
  readonly accountId: string;
  readonly issueDate: string;
  readonly currency: string;
  readonly invoiceNumber: string;
  readonly invoiceIssueDate?: string;
  /** UNTDID 4465 adjustment reason, from the dispute's reason code. */
  readonly reasonCode?: string;
  readonly reason?: string;
  readonly billTo: Party;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly lines: readonly CreditNoteLine[];
};
