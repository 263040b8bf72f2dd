import type { Slots } from '../values/slots.ts';
import type { Request } from './state.ts';

/** "INV-20353", where INV-20345 was billed twice: the bill it is the double of, not another one to dispute. */
export const isTwin = ({ intent, slots: { reason, invoices } }: Request, named: Slots): boolean =>
  intent === 'dispute.open' && reason === 'duplicate' && invoices.length > 0 && named.invoices.length > 0;
