import type { DisputeType } from '../words/word-file.ts';
import type { Slots } from './slots.ts';

/** Intents that tell or check how many came. */
const tellsDelivery = /^(?:dispute\.open|rep\.validate)$/;
const notDelivered: readonly (DisputeType | undefined)[] = [undefined, 'not_delivered', 'quantity_short'];

/** "36 billed and none of them came", "60 on the invoice, nothing arrived": nothing came of what was billed. */
export const withNoneCame = (slots: Slots, intent = '', toldReason?: DisputeType): Slots =>
  tellsDelivery.test(intent) &&
  slots.none &&
  slots.billed !== undefined &&
  slots.delivered === undefined &&
  (slots.claimed === undefined || slots.claimed === slots.billed) &&
  notDelivered.includes(toldReason)
    ? { ...slots, delivered: '0' }
    : slots;
