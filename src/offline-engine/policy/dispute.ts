import Big from 'big.js';
import type { Request } from '../memory/state.ts';
import { type Reason, reasons } from './actions.ts';
import { wordsOfClaim } from './case-note.ts';
import { askFor } from './confirmed.ts';
import { isOfAllLines, itemsOf } from './dispute-items.ts';
import { itemsTogether } from './dispute-together.ts';
import { askLine, lineInDispute } from './disputed-line.ts';
import { isSaid, type Planner } from './plan.ts';
import { theInvoice, theInvoices } from './the-invoice.ts';
import { caseOfTwin } from './twin-case.ts';
import { noteInstead } from './written.ts';

/** Lines for which nothing was delivered that could be wrong. */
const charges = /^(?:freight|surcharge)$/;

/** Opens a dispute: which invoice, which line, what is wrong, how much of it; then the confirmation. */
export const planDispute: Planner = function* (request, turn) {
  const { say } = turn;
  const { slots } = request;
  if (slots.all && slots.invoices.length > 1) return { say: say('ask.invoice.one'), ask: 'invoice' };
  const numbers = yield* theInvoices(request, turn, false);
  if (isSaid(numbers)) return numbers;
  const invoice = yield* theInvoice(numbers[0] ?? '', turn);
  if (isSaid(invoice)) return invoice;
  const told = request.slots.reason;
  const number = lineInDispute(request, invoice, turn, told && reasons[told]);
  const line = invoice.lines.find((known) => known.line === number);
  // "The delivery, the whole 28": what is wrong with a charge is that it is charged
  const type = told ?? (line && charges.test(line.kind) ? 'freight' : undefined);
  const reason = type && reasons[type];
  if (number !== undefined && !line)
    return {
      say: say('line.unknown', { number: invoice.number, line: number, last: invoice.lines.length }),
      ask: 'line',
    };
  if (!line && isLineMissing(request, reason)) return askLine(invoice, request, turn);
  if (!reason) return { say: say('ask.reason'), ask: 'reason' };
  if (reason.code === 'TAX_ERROR' && new Big(invoice.tax).eq(0))
    return { say: say('tax.none', { number: invoice.number }), ask: 'reason' };
  if (request.unknown?.includes('reason') && !request.note) return { say: say('ask.other'), ask: 'note' };
  const twin = reason.code === 'DUPLICATE_INVOICE' ? caseOfTwin(invoice, turn.state) : undefined;
  if (twin) {
    const exists = say('dispute.exists.twin', { ...twin, number: invoice.number });
    return yield* noteInstead(twin.caseNumber, exists, request, turn);
  }
  const own = itemsOf(request, line, reason, invoice, turn);
  if (isSaid(own)) return own;
  const items = itemsTogether(request, own, reason, invoice, turn);
  const words = wordsOfClaim(request);
  const isNote = request.note !== undefined || (reason.note && words.split(/\s+/).length > 3);
  const note = isNote ? words.slice(0, 500) : undefined;
  const input = {
    invoiceNumber: invoice.number,
    reason: reason.code,
    ...(items.length > 0 ? { items } : {}),
    ...(note ? { note } : {}),
  };
  return yield* askFor({ tool: 'open_dispute', input }, request, turn);
};

/** Goods that are on no line are asked about, whatever is wrong with them: they may be what only a part of the bill is about. */
function isLineMissing(request: Request, reason: Reason | undefined): boolean {
  const { slots } = request;
  if (isOfAllLines(request)) return false;
  if (!reason || reason.line === 'needed') return true;
  const isOfGoods = slots.product !== undefined && slots.claimed !== undefined;
  return reason.line === 'helpful' && isOfGoods;
}
