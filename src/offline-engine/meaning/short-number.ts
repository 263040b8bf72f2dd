import { justAfter } from '../values/masked-text.ts';
import { numbersIn } from '../values/numbers.ts';
import type { Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, wordSet } from '../words/words.ts';
import type { Moment } from './moment.ts';

/** Four digits that are hardly a year. */
const short = /^(?!19|20)\d{4}$/;
const ofInvoice = /^(?:invoice\.|payment\.status$|dispute\.open$|due\.extend$)/;
const filler = wordSet('filler');
const asking = pattern(`^(?:${alternatives('requests', 'opening')}|${alternatives('requests', 'next')})$`);
const wordBefore = /(\p{L}+)\s*#?$/u;
const unitAfter = pattern(`^\\s*(?:${alternatives('cues', 'unit')})(?!\\p{L})`);

/** "Is 1002 paid?", "3 valves missing on 1002": a short number that nothing else claims, behind a word that says nothing of it, is the invoice's. */
export function withShortNumber(slots: Slots, intent: string, moment: Moment): Slots {
  const { context, reading } = moment;
  const isNamed = slots.invoices.length + slots.orders.length + slots.cases.length > 0;
  if (isNamed || context.side === 'rep' || context.asked || !ofInvoice.test(intent)) return slots;
  const said = [slots.quantity, slots.claimed, slots.delivered, slots.billed];
  const values = [...said, ...slots.amounts.map(({ value }) => value)];
  const found = numbersIn(reading).filter(
    ({ written, value, tag, start, end }) =>
      short.test(written) &&
      tag === undefined &&
      (value === slots.quantity || !values.includes(value)) &&
      isBehindFiller(reading.source.slice(0, start)) &&
      !unitAfter.test(justAfter(reading.source, end)),
  );
  const [only, ...others] = found;
  return only && others.length === 0 ? { ...slots, invoices: [only.written] } : slots;
}

function isBehindFiller(before: string): boolean {
  const word = wordBefore.exec(before)?.[1]?.toLowerCase();
  return before.trim() === '' || (word !== undefined && (filler.has(word) || asking.test(word)));
}
