import type { Act, Option } from '../meaning/context.ts';
import { isTask } from '../meaning/moment.ts';
import { overridden, type Slots } from '../values/slots.ts';
import { anyOf } from '../words/words.ts';
import { requestOf } from './requests.ts';
import type { State } from './state.ts';
import { isTwin } from './twin.ts';

const unknown = anyOf('answers', 'unknown');
const count = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Puts an answer into the request that asked for it, or makes a request of it. */
export function takeInformation(state: State, act: Act, raw: string): void {
  const waiting = state.pending.pop();
  if (!waiting) {
    state.requests.push(requestOf(act, { intent: intentOfInformation(state, act.slots) }));
    return;
  }
  const { asked, listed } = state.context;
  const slots: Slots = { ...act.slots };
  const isUnknown =
    unknown.test(act.text) &&
    [slots.quantity, slots.claimed, slots.delivered].every((value) => value === undefined);
  if (isUnknown && asked) {
    state.requests.push({ ...waiting, unknown: [...(waiting.unknown ?? []), asked] });
    return;
  }
  const place = slots.ordinal ?? (slots.quantity === undefined ? undefined : Number(slots.quantity));
  const pickFrom = (type: Option['type']): string[] => {
    const options = listed.filter((option) => option.type === type);
    const picked = place === undefined ? undefined : place < 0 ? options.at(-1) : options[place - 1];
    return picked ? [picked.id] : [];
  };
  // "Half of them" says how many, not which of the list.
  if (asked === 'invoice' && slots.half && slots.invoices.length > 1) slots.invoices = [];
  if (asked === 'case' && slots.cases.length === 0) slots.cases = pickFrom('case');
  if (asked === 'invoice' && slots.invoices.length === 0) slots.invoices = pickFrom('invoice');
  if (slots.half && waiting.slots.reason && waiting.slots.reason !== 'quantity_short') keepReason(slots);
  const twin = isTwin(waiting, slots);
  if (twin) slots.invoices = [];
  const next = overridden(waiting.slots, slots);
  const learned = JSON.stringify(next) !== JSON.stringify(waiting.slots) || asked === 'note';
  state.requests.push({
    ...waiting,
    slots: next,
    text: asked !== 'note' && count(act.text) > 1 ? `${waiting.text} / ${act.text}` : waiting.text,
    ...(asked === 'note' ? { note: raw } : {}),
    ...(twin ? { said: `${waiting.said ?? waiting.text} / ${raw}` } : {}),
    misses: learned ? 0 : (waiting.misses ?? 0) + 1,
  });
}

/** "Half of them", asked how many were returned: the half is returned, not missing. */
function keepReason(slots: Slots): void {
  delete slots.delivered;
  delete slots.reason;
}

function intentOfInformation({ context, last }: State, slots: Slots): string {
  if (slots.cases.length > 0) return context.side === 'rep' ? 'rep.confirm' : 'case.status';
  if (slots.invoices.length > 0)
    return last && /^(?:invoice|payment)/.test(last.intent) && isTask(last.intent)
      ? last.intent
      : 'invoice.find';
  if (slots.line !== undefined && context.invoice) return 'invoice.explain';
  if ((slots.amounts.length > 0 || slots.date) && last?.intent === 'payment.status') return 'payment.status';
  return 'oos';
}
