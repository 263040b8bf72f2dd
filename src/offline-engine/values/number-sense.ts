import Big from 'big.js';
import { subtractQuantity } from '#domain/quantity.ts';
import type { Slots } from './slots.ts';

/** What the numbers of a claim must come to: who was billed 40 and counted 36, twice, disputes 4. */
export function asTheyAddUp(slots: Slots, isClaimNamed: boolean): Slots {
  const { billed, delivered, claimed } = slots;
  if (delivered === undefined) return slots;
  if (billed !== undefined)
    return new Big(billed).gt(delivered) ? { ...slots, claimed: subtractQuantity(billed, delivered) } : slots;
  // "16 bags are on the invoice and they got 12": more than came can't be in dispute beside it, unless words say that they are missing.
  const isTheBilled =
    claimed !== undefined && !isClaimNamed && Number(delivered) > 0 && new Big(claimed).gt(delivered);
  return isTheBilled ? { ...slots, billed: claimed, claimed: subtractQuantity(claimed, delivered) } : slots;
}
