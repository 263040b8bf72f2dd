import { readsAsPlainYes } from '../reading.ts';
import { noSlots } from '../values/slots.ts';
import { act, type Reader, understood } from './moment.ts';
import { readNo } from './yes-or-no.ts';

/** "Did you mean INV-20341?": a yes names that invoice; a no leaves open which it is. */
export const readOffered: Reader = (moment) => {
  const { text, context } = moment;
  if (context.asked !== 'invoice' || context.offered === undefined) return undefined;
  if (readsAsPlainYes(text))
    return understood(moment, [act('inform', { ...noSlots(), invoices: [context.offered] }, text)]);
  return readNo(moment) && understood(moment, [act('deny', noSlots(), text)]);
};
