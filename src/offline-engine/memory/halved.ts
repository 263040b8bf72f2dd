import type { Slots } from '../values/slots.ts';

export const saysOtherThanMissing = ({ reason }: Slots): boolean =>
  reason !== undefined && reason !== 'quantity_short';

/** "Half of them", of what was returned or damaged: the half is so too, not missing. */
export function keepReason(slots: Slots): void {
  delete slots.delivered;
  delete slots.reason;
}
