import type { Quantity } from './quantity.ts';

export type OrderLine = {
  readonly line: number;
  readonly itemId: string;
  readonly description: string;
  readonly orderedQuantity: Quantity;
  readonly unitPrice?: string;
};

/** What the customer asked for (UBL Order). `number` is the customer's purchase order number. */
export type Order = {
  readonly number: string;
  readonly accountId: string;
  readonly issueDate: string;
  readonly currency: string;
  readonly note?: string;
  readonly lines: readonly OrderLine[];
};
