import type { InvoiceView } from '#domain/views/invoice-view.ts';
import type { Request } from '../memory/state.ts';
import { togetherWith } from '../memory/together.ts';
import type { Reason } from './actions.ts';
import { type Item, itemsOf } from './dispute-items.ts';
import { lineInDispute } from './disputed-line.ts';
import { isSaid, type Turn } from './plan.ts';

/** The item of a claim and those of the claims that one case can hold with it, up to the first that something has to be asked of; by line. */
export function itemsTogether(
  request: Request,
  items: readonly Item[],
  reason: Reason,
  invoice: InvoiceView,
  turn: Turn,
): readonly Item[] {
  if (items.length !== 1) return items;
  const all = [...items];
  for (const other of togetherWith(turn.state, request)) {
    const number = lineInDispute(other, invoice, turn, reason);
    const line = invoice.lines.find((known) => known.line === number);
    // What has to be asked takes values that cannot be out of its request: that is for its own turn.
    const found = line ? itemsOf(structuredClone(other), line, reason, invoice, turn) : [];
    const [item] = isSaid(found) ? [] : found;
    if (!item || all.some((known) => known.line === item.line)) break;
    all.push(item);
  }
  return all.sort((one, other) => one.line - other.line);
}
