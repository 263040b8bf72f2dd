import type { DespatchAdvice, GoodsReturn, ReceiptAdvice } from '#domain/delivery.ts';

export type DeliveryRecords = {
  readonly despatches: readonly DespatchAdvice[];
  readonly receipts: readonly ReceiptAdvice[];
  readonly returns: readonly GoodsReturn[];
};

/** Where what was sent, what arrived and what came back is recorded. */
export type DeliveryRecordProvider = {
  /** Everything about one order; empty lists when nothing was recorded. Throws OutsideSystemError. */
  ofOrder(orderNumber: string): Promise<DeliveryRecords>;
};
