import type { Quantity } from './quantity.ts';

export type DespatchLine = {
  readonly line: number;
  readonly orderLine: number;
  readonly itemId: string;
  readonly deliveredQuantity: Quantity;
  /** Will be sent later (UBL BackorderQuantity). */
  readonly backorderQuantity?: string;
  readonly backorderReason?: string;
};

/** What the seller says was sent (UBL DespatchAdvice), with its proof of delivery when there is one. */
export type DespatchAdvice = {
  readonly number: string;
  readonly accountId: string;
  readonly orderNumber: string;
  readonly issueDate: string;
  /** `delivered` once the carrier's proof is in; goods in transit are neither delivered nor missing. */
  readonly state: 'in_transit' | 'delivered';
  /** ISO instant of the signature. */
  readonly signedAt?: string;
  readonly signedBy?: string;
  readonly carrier?: string;
  readonly warehouse?: string;
  readonly lines: readonly DespatchLine[];
};

export type ReceiptLine = {
  readonly line: number;
  readonly orderLine: number;
  readonly itemId: string;
  readonly receivedQuantity: Quantity;
  readonly shortQuantity?: string;
  /** UNCL: 1 replace the missing, 2 credit and cancel; mandatory when short. */
  readonly shortageActionCode?: string;
  readonly rejectedQuantity?: string;
  readonly rejectReasonCode?: string;
  readonly rejectReason?: string;
  readonly rejectActionCode?: string;
};

/** What the buyer counted on arrival (UBL ReceiptAdvice). */
export type ReceiptAdvice = {
  readonly number: string;
  readonly accountId: string;
  readonly orderNumber: string;
  readonly despatchNumber?: string;
  readonly issueDate: string;
  readonly note?: string;
  readonly lines: readonly ReceiptLine[];
};

/** Goods that came back to the seller. */
export type GoodsReturn = {
  readonly number: string;
  readonly accountId: string;
  readonly orderNumber: string;
  readonly orderLine: number;
  readonly itemId: string;
  readonly returnedQuantity: Quantity;
  readonly receivedOn: string;
  readonly reason: string;
};
