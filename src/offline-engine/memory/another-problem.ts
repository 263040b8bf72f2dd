import type { Act } from '../meaning/context.ts';
import { afterCorrecting } from '../meaning/correction.ts';
import { sameDocument } from '../values/documents.ts';
import type { Slots } from '../values/slots.ts';
import type { Request, State } from './state.ts';
import { lineOf } from './together.ts';

/** While one problem waits for its yes, another one is a request of its own. */
export const isAnotherProblem = (state: State, { slots, text }: Act): boolean => {
  // "No, 6 bags are missing": it is said anew what is wrong.
  if (afterCorrecting(text) !== text.trim()) return false;
  const waiting = state.pending.at(-1);
  const before = waiting?.slots.reason;
  return (
    state.context.asked === 'confirmation' &&
    slots.reason !== undefined &&
    before !== undefined &&
    before !== slots.reason &&
    !isMoreExact(state, waiting, slots)
  );
};

const ofMissing = /^(?:not_delivered|quantity_short)$/;

/** "4 cans of hardener are missing", where nothing was said to have come: the same goods, told more exactly. */
function isMoreExact(state: State, waiting: Request | undefined, slots: Slots): boolean {
  if (!waiting || ![waiting.slots.reason, slots.reason].every((reason) => ofMissing.test(reason ?? '')))
    return false;
  const [line, other] = [lineOf(waiting, state), lineOf({ ...waiting, slots }, state)];
  const [invoice] = waiting.slots.invoices;
  const isSameInvoice = slots.invoices.every(
    (named) => invoice !== undefined && sameDocument(named, invoice),
  );
  return isSameInvoice && (line === undefined || other === undefined || line === other);
}
