import type { UnitConversions } from '#domain/quantity.ts';

/** What stock can be promised: `available` now, and the rest from `nextArrival` (ISO day) on; quantities in the base unit. */
export type StockPromise = {
  readonly itemId: string;
  readonly conversions: UnitConversions;
  readonly available: string;
  readonly nextArrival?: string;
  readonly nextQuantity?: string;
  readonly leadTimeDays: number;
};

/** Available to promise is not delivery: it says what can be sent, never what was. */
export type AtpProvider = {
  /** Undefined when the item is not known. Throws OutsideSystemError. */
  ofItem(itemId: string): Promise<StockPromise | undefined>;
};
