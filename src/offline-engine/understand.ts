import type { Side } from './intent/classifier.ts';
import type { Context } from './meaning/context.ts';
import { interpret } from './meaning/interpret.ts';
import type { Slots } from './values/slots.ts';

/** What stands before the message, as far as it is known. */
export type Before = Partial<
  Pick<
    Context,
    'language' | 'asked' | 'pending' | 'listed' | 'lines' | 'invoice' | 'line' | 'case' | 'lastIntent'
  >
>;

export type Question = {
  readonly text: string;
  readonly side: Side;
  /** The invoice or case the conversation was opened on, and the language. */
  readonly context?: Before;
  /** What was shown and asked before. */
  readonly state?: Before;
  readonly today?: string;
};

export type Understanding = {
  readonly intents: readonly { readonly intent: string; readonly score: number }[];
  readonly slots: Readonly<Record<string, unknown>>;
  readonly confidence: number;
  readonly language: string;
};

/** Reads one message: what is wanted, with which values, in which language. */
export function understand({ text, side, context, state, today }: Question): Understanding {
  const { acts, language } = interpret(text, {
    side,
    today: today ?? new Date().toISOString().slice(0, 10),
    dayFirst: true,
    language: 'en',
    listed: [],
    lines: [],
    ...context,
    ...state,
  });
  const intents = acts.map(({ intent, score }) => ({ intent, score: Math.round(score * 1000) / 1000 }));
  const slots = Object.fromEntries(acts.toReversed().flatMap((act) => Object.entries(labelled(act.slots))));
  return { intents, slots, confidence: Math.min(...intents.map(({ score }) => score)), language };
}

/** Slots under their public labels; those without a value are left out. */
function labelled(slots: Slots): Record<string, unknown> {
  const amount = slots.amounts.find(({ bound }) => bound !== 'min');
  const least = slots.amounts.find(({ bound }) => bound === 'min');
  const all = {
    invoice: slots.invoices[0],
    invoices: slots.invoices.length > 1 ? slots.invoices : undefined,
    line: slots.line,
    po: slots.orders[0],
    case: slots.cases[0],
    email: slots.emails[0],
    product: slots.product,
    amount: amount?.value,
    amount_min: least?.value,
    date: slots.date,
    date_from: slots.range?.from,
    date_to: slots.range?.to,
    days: slots.days,
    months: slots.months,
    filter: slots.filter,
    count: slots.count,
    billed_qty: slots.billed,
    delivered_qty: slots.delivered,
    claimed_qty:
      slots.claimed ?? (slots.reason && slots.delivered === undefined ? slots.quantity : undefined),
    dispute_type: slots.reason,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
