import type { ClaimReason, InvoiceFilter } from '../words/word-file.ts';

/** A sum somebody named; the value is a decimal string. */
export type NamedSum = { readonly value: string; readonly currency?: string; readonly bound?: 'min' | 'max' };

/** Everything that can be read out of one message. Quantities are decimal strings, dates ISO days. */
export type Slots = {
  invoices: string[];
  cases: string[];
  orders: string[];
  emails: string[];
  amounts: NamedSum[];
  line?: number;
  /** Several lines named together: "lines 2 and 5". */
  lines?: number[];
  /** Place in a list, from 1; -1 is the last one. */
  ordinal?: number;
  superlative?: 'largest' | 'smallest' | 'newest' | 'oldest';
  half?: boolean;
  all?: boolean;
  none?: boolean;
  date?: string;
  /** Open: "since March", up to today, which was not said. Until: "till March", from today, which was not said. */
  range?: { from: string; to: string; isOpen?: boolean; isUntil?: boolean };
  days?: number;
  months?: number;
  /** What the customer says came. */
  delivered?: string;
  /** What the invoice says. */
  billed?: string;
  /** Units in dispute. */
  claimed?: string;
  /** A quantity without a role. */
  quantity?: string;
  /** A quantity in dispute that no word says so of: it may as well be another value of what was said before. */
  loose?: string;
  /** Whether the answer to how many names a range or a guess, and so no number. */
  isGuess?: boolean;
  /** A share in hundredths, as a decimal string. */
  percent?: string;
  /** How many documents are wanted. */
  count?: number;
  product?: string;
  reason?: ClaimReason;
  /** No word tells the reason, and it is likely rather than sure. */
  isReasonGuessed?: boolean;
  filter?: InvoiceFilter;
};

export const noSlots = (): Slots => ({ invoices: [], cases: [], orders: [], emails: [], amounts: [] });

const lists = ['invoices', 'cases', 'orders', 'emails', 'amounts'] as const;

/** What was said later wins; a new quantity replaces the older quantities of either role. */
export function overridden(earlier: Slots, later: Slots): Slots {
  const base = { ...earlier };
  if (later.claimed !== undefined || later.delivered !== undefined) {
    delete base.claimed;
    delete base.delivered;
  }
  if (later.line !== undefined) delete base.lines;
  if (later.lines !== undefined) delete base.line;
  const result = { ...base, ...later };
  for (const key of lists) if (later[key].length === 0) keepList(result, key, base);
  return result;
}

/** What was said first wins; the later message only fills gaps. */
export const filledUp = (first: Slots, later: Slots): Slots =>
  overriddenLists({ ...later, ...first }, first, later);

function overriddenLists(result: Slots, first: Slots, later: Slots): Slots {
  for (const key of lists) keepList(result, key, first[key].length > 0 ? first : later);
  return result;
}

function keepList(target: Slots, key: (typeof lists)[number], from: Slots): void {
  if (key === 'amounts') target.amounts = from.amounts;
  else target[key] = from[key];
}

/** Whether a number says how much is in dispute. */
export const tellsNumber = ({ claimed, delivered, quantity }: Slots): boolean =>
  [claimed, delivered, quantity].some((number) => number !== undefined);

/** Whether the message named anything that could answer a question or pick something. */
export const hasValue = (slots: Slots): boolean =>
  lists.some((key) => key !== 'emails' && slots[key].length > 0) ||
  [
    slots.line,
    slots.ordinal,
    slots.superlative,
    slots.date,
    slots.range,
    slots.days,
    slots.months,
    slots.claimed,
    slots.delivered,
    slots.billed,
    slots.quantity,
    slots.all,
    slots.none,
  ].some((value) => value !== undefined);
