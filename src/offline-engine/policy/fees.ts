import type { InvoiceLineView, InvoiceView } from '#domain/views/invoice-view.ts';
import type { Request } from '../memory/state.ts';
import { anyOf } from '../words/words.ts';
import { explainLine } from './explain.ts';
import { isSaid, type Plan, type Planner, type Said, type Turn } from './plan.ts';
import { quotePolicy } from './policies.ts';
import { search, theInvoice } from './the-invoice.ts';

const lateFee = anyOf('requests', 'late-fee');
const mostRead = 5;

/** A late fee: its line is explained where an invoice has one; else that there is none, and what the policies say. */
export const planFee: Planner = function* (request, turn) {
  const invoices = yield* invoicesMeant(request, turn);
  if (isSaid(invoices)) return invoices;
  for (const invoice of invoices) {
    const fee = invoice.lines.find(isFee);
    if (fee) return yield* explainLine(invoice, fee.line, turn);
  }
  const numbers = invoices.map(({ number }) => number).join(', ');
  const rule = yield* quotePolicy(request.text, turn);
  const words = [numbers && turn.say('fee.none', { numbers }), typeof rule === 'string' ? rule : ''].filter(
    Boolean,
  );
  return words.length > 0 ? { say: words.join(' ') } : { say: turn.say('policy.none'), ask: 'person' };
};

const isFee = ({ kind, description }: InvoiceLineView): boolean =>
  /^(?:service|surcharge)$/.test(kind) && lateFee.test(description);

/** The invoices that are named, the one that was talked of, or those that are open; read all at once. */
function* invoicesMeant({ slots }: Request, turn: Turn): Plan<InvoiceView[] | Said> {
  const talkedOf = turn.state.talkedOf.slice(-1);
  const named = slots.invoices.length > 0 ? slots.invoices : talkedOf;
  const open = named.length > 0 ? [] : yield* search({ status: 'open', limit: mostRead }, turn);
  if (isSaid(open)) return open;
  const numbers = (named.length > 0 ? named : open.map(({ number }) => number)).slice(0, mostRead);
  yield numbers.map((invoiceNumber) => ({ tool: 'get_invoice', input: { invoiceNumber } }));
  const invoices: InvoiceView[] = [];
  for (const number of numbers) {
    const invoice = yield* theInvoice(number, turn, true);
    if (isSaid(invoice)) return invoice;
    invoices.push(invoice);
  }
  return invoices;
}
