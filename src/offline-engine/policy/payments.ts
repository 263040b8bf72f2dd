import Big from 'big.js';
import { PaymentStatusView } from '#domain/views/account-view.ts';
import type { InvoiceView } from '#domain/views/invoice-view.ts';
import type { Request } from '../memory/state.ts';
import { sameDocument } from '../values/documents.ts';
import { anyOf } from '../words/words.ts';
import { planByTable } from './by-table.ts';
import { justTold } from './just-told.ts';
import { isSaid, type Planner, resultOf, type Said, type Turn } from './plan.ts';
import { theInvoice, theInvoices } from './the-invoice.ts';

const again = anyOf('requests', 'look-again');

/** Whether a payment was booked; what was credited is named beside it, since it too lowers what is open. */
export const planPaymentStatus: Planner = function* (request, turn) {
  const plan = planByTable(request, turn);
  const said = isSaid(plan) ? plan : yield* plan;
  if (isSaidAgain(said, request, turn)) return { say: turn.say('payment.again'), ask: 'person' };
  const words: string[] = [];
  for (const number of creditedIn(turn)) {
    const invoice = yield* theInvoice(number, turn);
    if (!isSaid(invoice)) words.push(turn.say('payment.credits', creditsOf(invoice)));
  }
  return { ...said, say: (said.ask ? [...words, said.say] : [said.say, ...words]).join(' ') };
};

/** Whether a payment that is not booked was asked about before, and would be answered in the same words. */
const isSaidAgain = ({ say }: Said, request: Request, { state }: Turn): boolean =>
  state.requests.includes(request) &&
  (state.spoken.includes(say) ||
    (state.context.lastIntent === 'payment.status' && again.test(request.said ?? request.text))) &&
  state.calls.some(({ tool, answer }) => {
    const status = tool === 'get_payment_status' && answer ? resultOf(answer, PaymentStatusView) : undefined;
    return status !== undefined && status.payments.length === 0 && !hasMoney(status.invoice?.paid);
  });

const hasMoney = (paid: string | undefined): boolean => paid !== undefined && new Big(paid).gt(0);

const creditsOf = ({ number, currency, credited, creditNotes }: InvoiceView) => ({
  number,
  currency,
  credited,
  notes: creditNotes.map((note) => note.number).join(', '),
});

const creditedIn = ({ state }: Turn): string[] =>
  state.calls.flatMap(({ tool, answer }) => {
    const status = tool === 'get_payment_status' && answer ? resultOf(answer, PaymentStatusView) : undefined;
    const invoice = status?.invoice;
    return invoice && new Big(invoice.credited).gt(0) && new Big(invoice.open).gt(0) ? [invoice.number] : [];
  });

/** Why a balance is as it is: what it is now, and where all that makes it stands. */
export const planBalanceWhy: Planner = function* (request, turn) {
  const plan = planByTable({ ...request, intent: 'balance' }, turn);
  const said = isSaid(plan) ? plan : yield* plan;
  return { say: `${said.say} ${turn.say('balance.why')}` };
};

/** When an invoice is due, what is open on it, and what of that need not be paid while it is checked. */
export const planDue: Planner = function* (request, turn) {
  const numbers = (yield* justTold(request, turn)) ?? (yield* theInvoices(request, turn, true));
  if (isSaid(numbers)) return numbers;
  const words: string[] = [];
  for (const number of numbers.slice(0, 6)) {
    const invoice = yield* theInvoice(number, turn, true);
    if (isSaid(invoice)) return invoice;
    words.push(turn.say('payment.due', dueFacts(invoice)));
  }
  const isDraft = turn.state.pending.some(
    ({ intent, slots }) =>
      intent === 'dispute.open' &&
      slots.invoices.some((draft) => numbers.some((number) => sameDocument(draft, number))),
  );
  return { say: [words.join('\n'), ...(isDraft ? [turn.say('payment.due.draft')] : [])].join(' ') };
};

const dueFacts = ({ number, currency, open, disputed, dueDate }: InvoiceView) => ({
  ...{ number, currency, open, disputed, dueDate },
  rest: new Big(open).gt(disputed),
});
