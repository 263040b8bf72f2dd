import Big from 'big.js';
import * as z from 'zod';
import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import type { InvoiceView } from '#domain/views/invoice-view.ts';

export type Refused = { ok: false; code: string; reason: string; details?: Record<string, unknown> };
export const refused = (code: string, reason: string, details: Record<string, unknown> = {}): Refused => ({
  ok: false,
  code,
  reason,
  details,
});

export const Item = z.object({
  line: z.number().int(),
  receivedQuantity: z.string().optional(),
  disputedQuantity: z.string().optional(),
  expectedUnitPrice: z.string().optional(),
});

/** The disputed lines with what they cost, or why they cannot be disputed. */
export function itemsOf(
  invoice: InvoiceView,
  wanted: readonly z.infer<typeof Item>[],
): ConfirmationView['facts']['items'] | Refused {
  const items: ConfirmationView['facts']['items'] = [];
  for (const item of wanted) {
    const line = invoice.lines.find((known) => known.line === item.line);
    if (!line) return refused('not-found', `There is no line ${item.line}.`);
    const quantity =
      item.disputedQuantity ??
      (item.receivedQuantity === undefined
        ? line.quantity
        : new Big(line.quantity).minus(item.receivedQuantity).toFixed());
    if (new Big(quantity).gt(line.quantity))
      return refused('over-quantity', `Only ${line.quantity} were billed.`);
    const price =
      item.expectedUnitPrice === undefined
        ? new Big(line.unitPrice)
        : new Big(line.unitPrice).minus(item.expectedUnitPrice);
    items.push({
      line: line.line,
      description: line.description,
      unitCode: line.unitCode,
      invoicedQuantity: line.quantity,
      disputedQuantity: quantity,
      unitPrice: line.unitPrice,
      net: price.times(quantity).toFixed(2),
      ...(item.receivedQuantity === undefined ? {} : { claimedQuantity: item.receivedQuantity }),
      ...(item.expectedUnitPrice === undefined ? {} : { expectedUnitPrice: item.expectedUnitPrice }),
    });
  }
  return items;
}
