import Big from 'big.js';
import { plainDecimal, subtractQuantity } from '#domain/quantity.ts';
import type { InvoiceLineView, InvoiceView } from '#domain/views/invoice-view.ts';
import type { Request } from '../memory/state.ts';
import { type Reason, reasons } from './actions.ts';
import { askFor } from './confirmed.ts';
import { lineInDispute } from './disputed-line.ts';
import { isSaid, type Planner, type Said, type Turn } from './plan.ts';
import { theInvoice, theInvoices } from './the-invoice.ts';

/** Opens a dispute: which invoice, which line, what is wrong, how much of it; then the confirmation. */
export const planDispute: Planner = function* (request, turn) {
  const { say } = turn;
  const numbers = yield* theInvoices(request, turn, false);
  if (isSaid(numbers)) return numbers;
  const invoice = yield* theInvoice(numbers[0] ?? '', turn);
  if (isSaid(invoice)) return invoice;
  const type = request.slots.reason;
  const reason = type && reasons[type];
  const number = lineInDispute(request, invoice, turn, reason);
  const line = invoice.lines.find((known) => known.line === number);
  if (number !== undefined && !line)
    return {
      say: say('line.unknown', { number: invoice.number, line: number, last: invoice.lines.length }),
      ask: 'line',
    };
  if (!line && (!reason || reason.line === 'needed')) return askLine(invoice, turn);
  if (!reason) return { say: say('ask.reason'), ask: 'reason' };
  const item = line && itemOf(request, line, reason, invoice, turn);
  if (item && isSaid(item)) return item;
  const words = request.said ?? request.text;
  const note = reason.note && words.split(/\s+/).length > 3 ? words.slice(0, 500) : undefined;
  const input = {
    invoiceNumber: invoice.number,
    reason: reason.code,
    ...(item ? { items: [item] } : {}),
    ...(note ? { note } : {}),
  };
  return yield* askFor({ tool: 'open_dispute', input }, request, turn);
};

const askLine = (invoice: InvoiceView, { say }: Turn): Said => ({
  say: say('ask.line', { number: invoice.number, currency: invoice.currency, items: invoice.lines }),
  ask: 'line',
});

type Item = {
  readonly line: number;
  readonly receivedQuantity?: string;
  readonly disputedQuantity?: string;
  readonly expectedUnitPrice?: string;
};

function itemOf(
  request: Request,
  line: InvoiceLineView,
  reason: Reason,
  invoice: InvoiceView,
  turn: Turn,
): Item | Said {
  if (reason.price) return priceItem(request, line, invoice, turn);
  if (!reason.quantity) return { line: line.line };
  const { slots, unknown, agreed } = request;
  const { say } = turn;
  const facts = { ...line, number: invoice.number, currency: invoice.currency };
  const claimed = claimedQuantity(request, line);
  if (claimed === undefined) {
    if (!unknown?.includes('quantity'))
      return { say: say('ask.quantity', { ...facts, verb: say(`verb.${slots.reason}`) }), ask: 'quantity' };
    return agreed ? { line: line.line } : { say: say('ask.unknown'), ask: 'confirmation' };
  }
  if (new Big(claimed).gt(line.quantity) || new Big(claimed).lte(0)) {
    // More came than was billed: the person is told what they said, not what follows from it.
    const impossible = new Big(claimed).lte(0) ? (slots.delivered ?? claimed) : claimed;
    delete slots.claimed;
    delete slots.delivered;
    delete slots.quantity;
    return { say: say('dispute.toomany', { ...facts, said: impossible }), ask: 'quantity' };
  }
  const said = slots.delivered !== undefined && slots.reason === 'quantity_short';
  return said
    ? { line: line.line, receivedQuantity: subtractQuantity(line.quantity, claimed) }
    : { line: line.line, disputedQuantity: plainDecimal(claimed) };
}

/** Units in dispute: as said, or what was billed on the line minus what came. */
function claimedQuantity({ slots }: Request, line: InvoiceLineView): string | undefined {
  if (slots.delivered !== undefined && slots.reason === 'quantity_short')
    return subtractQuantity(line.quantity, slots.delivered);
  if (slots.claimed !== undefined) return slots.claimed;
  if (slots.delivered !== undefined) return subtractQuantity(line.quantity, slots.delivered);
  if (slots.reason !== 'quantity_short' && slots.quantity !== undefined) return slots.quantity;
  if (slots.half) return new Big(line.quantity).div(2).round(0, Big.roundUp).toFixed();
  return slots.all ? line.quantity : undefined;
}

/** In a price dispute a bare number is the price. */
function priceItem(
  { slots, unknown }: Request,
  line: InvoiceLineView,
  invoice: InvoiceView,
  { say }: Turn,
): Item | Said {
  // "You charged 42.50, we agreed on 40.00": the lower one is what was expected.
  const lower = slots.amounts.find(({ value }) => new Big(value).lt(line.unitPrice));
  const named = (lower ?? slots.amounts[0])?.value ?? slots.quantity ?? slots.billed ?? slots.delivered;
  if (named === undefined && !unknown?.includes('price')) {
    return {
      say: say('ask.price', { ...line, number: invoice.number, currency: invoice.currency }),
      ask: 'price',
    };
  }
  const isPrice = named !== undefined && new Big(named).lt(line.unitPrice) && new Big(named).gte(0);
  return isPrice ? { line: line.line, expectedUnitPrice: named } : { line: line.line };
}
