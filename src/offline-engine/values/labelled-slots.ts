import type { Act } from '../meaning/context.ts';
import type { Slots } from './slots.ts';

type Value = string | number;

/** What several acts may each have their own of; the others are said once for the whole message. */
const ownPerAct = [
  'claimed_qty',
  'delivered_qty',
  'billed_qty',
  'line',
  'product',
  'case',
  'amount',
] as const;

/** The values of a message's acts under their public labels; a slot holds one value, or a list where acts differ. */
export function labelledSlots(acts: readonly Act[], text: string): Record<string, Value | Value[]> {
  if (acts.every(({ intent }) => intent === 'oos')) return {};
  const all = acts.map((act) => labelled(act, text));
  const merged: Record<string, Value | Value[]> = {};
  for (const slots of all)
    for (const [key, value] of Object.entries(slots)) {
      const before = merged[key];
      if (before === undefined) merged[key] = value;
      else if (key === 'dispute_type') merged[key] = [before, value].flat();
      else if (ownPerAct.some((own) => own === key) || key === 'invoices')
        merged[key] = joined(before, value, key === 'invoices');
      else if (key === 'invoice' && before !== value) {
        merged.invoices = joined(merged.invoices ?? before, value, true);
      }
    }
  if (merged.invoices !== undefined) delete merged.invoice;
  return merged;
}

function joined(before: Value | Value[], next: Value | Value[], isList: boolean): Value | Value[] {
  const values = [...new Set([before, next].flat())];
  const [only] = values;
  return values.length === 1 && only !== undefined && !isList ? only : values;
}

const isDispute = /^(?:dispute\.open|inform|correct)$/;
/** Acts whose bare number is of units in dispute: what it replaces, or how many are to be credited or sent. */
const countsUnits = /^(?:correct|rep\.(?:credit|reorder))$/;
const isProposal = /^rep\.(?:credit|reorder)$/;
/** Acts that say nothing of goods: "leave it, I found the crates" claims none. */
const ofNothing = /^(?:affirm|deny|cancel|hesitate|wait)$/;

function labelled({ intent, slots }: Act, text: string): Record<string, Value | Value[]> {
  const amount = slots.amounts.find(({ bound }) => bound !== 'min');
  const least = slots.amounts.find(({ bound }) => bound === 'min');
  const number = (value: string | undefined): number | undefined =>
    value === undefined ? undefined : Number(value);
  // "Just credit 3 lids": of what is to be credited or sent there is one number.
  const isWanted =
    isProposal.test(intent) &&
    slots.delivered !== undefined &&
    [slots.claimed, slots.billed].every((number) => number === undefined);
  const invoices = slots.invoices.map((written) => documentNumber('INV', written));
  const [order] = slots.orders;
  const cases = slots.cases.map((written) => documentNumber('CASE', written));
  const all = {
    invoice: invoices.length > 1 ? undefined : invoices[0],
    invoices: invoices.length > 1 ? invoices : undefined,
    line: slots.lines ?? (slots.line !== undefined && slots.line > 0 ? slots.line : undefined),
    po: order === undefined ? undefined : documentNumber('PO', order),
    case: cases.length > 1 ? cases : cases[0],
    email: slots.emails[0],
    product: ofNothing.test(intent) ? undefined : slots.product,
    amount: number(amount?.value),
    amount_min: number(least?.value),
    date: slots.date,
    date_from: slots.range?.isUntil ? undefined : slots.range?.from,
    date_to: slots.range?.isOpen ? undefined : slots.range?.to,
    days: slots.days,
    months: slots.months,
    filter:
      slots.filter === 'overdue' || slots.filter === 'open' || slots.filter === 'last'
        ? slots.filter
        : undefined,
    count: slots.count,
    billed_qty: number(slots.billed),
    delivered_qty: number(isWanted ? undefined : slots.delivered),
    claimed_qty: number(
      isWanted
        ? slots.delivered
        : (slots.claimed ?? (countsUnits.test(intent) ? bareNumber(slots) : undefined)),
    ),
    dispute_type:
      isDispute.test(intent) && slots.reason !== 'other' && text !== '' ? slots.reason : undefined,
  };
  const known: Record<string, Value | Value[]> = {};
  for (const [key, value] of Object.entries(all)) if (value !== undefined) known[key] = value;
  return known;
}

const bareNumber = ({ quantity, delivered, line }: Slots): string | undefined =>
  delivered === undefined && String(line) !== quantity ? quantity : undefined;

/** A number alone gets the usual prefix of its kind. */
const documentNumber = (prefix: string, written: string): string =>
  /^\d+$/.test(written) ? `${prefix}-${written}` : written;
