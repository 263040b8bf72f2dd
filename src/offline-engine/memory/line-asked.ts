import { sameDocument } from '../values/documents.ts';
import { linesOf } from './learn.ts';
import type { State } from './state.ts';

const ofLine = /^(?:quantity|price)$/;

/** Keeps the line that a claim was asked about with the claim, and tells it where the talk has turned to another invoice since. */
export function keepLine(state: State): void {
  const { context, pending } = state;
  delete context.claimedLine;
  const waiting = pending.at(-1);
  const [number] = waiting?.slots.invoices ?? [];
  if (waiting?.intent !== 'dispute.open' || number === undefined || !ofLine.test(context.asked ?? '')) return;
  const isTalkedOf = context.invoice !== undefined && sameDocument(number, context.invoice);
  const line = isTalkedOf ? context.line : (waiting.slots.line ?? waiting.line);
  if (line === undefined) return;
  if (isTalkedOf) {
    state.pending = [...pending.slice(0, -1), { ...waiting, line }];
    return;
  }
  const invoice = [...state.invoices.values()].find((known) => sameDocument(known.number, number));
  context.claimedLine = { line, lines: invoice ? linesOf(invoice) : [] };
}
