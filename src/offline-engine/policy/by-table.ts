import type { Request } from '../memory/state.ts';
import { addDays } from '../values/calendar.ts';
import { anyOf } from '../words/words.ts';
import { type Action, actions } from './actions.ts';
import { askForReason, denialReason } from './denial-reason.ts';
import { justTold } from './just-told.ts';
import { failure, isSaid, type Plan, type Planner, type Said, type Turn } from './plan.ts';
import { disputedOfLine, quantityLine } from './quantity-line.ts';
import { talkedOf } from './talked-of.ts';
import { tellOf } from './tell.ts';
import { notFound, theInvoices } from './the-invoice.ts';
import { theCase } from './which-case.ts';

const byEmail = anyOf('requests', 'by-email');

type Values = Readonly<Record<string, unknown>>;

/** Requests that one tool answers, by actions.yaml. */
export const planByTable: Planner = function* (request, turn) {
  const action = actions[request.intent];
  if (!action) return { say: turn.say('oos') };
  if (!turn.tools.has(action.tool))
    return failure({ ok: false, code: 'unavailable', reason: action.tool, details: {} }, turn);
  const filled = yield* slotsOf(action, request, turn);
  if ('say' in filled) return filled;
  const calls = filled.map((values) => ({ tool: action.tool, input: inputOf(action, values) }));
  const answers = yield calls;
  const said = answers.map((answer, index): Said => {
    if (answer.ok) return tellOf(action.tool)?.(answer.result, turn, request) ?? failure(answer, turn);
    const number = calls[index]?.input.invoiceNumber;
    if (answer.code === 'not-found' && typeof number === 'string')
      return notFound(number, answer.details, turn);
    const named = calls[index]?.input.caseNumber;
    if (answer.code === 'not-found' && typeof named === 'string')
      return { say: turn.say('case.notfound', { number: named }) };
    return failure(answer, turn);
  });
  const asking = said.findLast(({ ask }) => ask !== undefined);
  return { say: said.map(({ say }) => say).join('\n'), ...(asking?.ask ? { ask: asking.ask } : {}) };
};

function inputOf({ input }: Action, values: Values): Values {
  return Object.fromEntries(
    Object.entries(input).flatMap(([field, slot]) =>
      values[slot] === undefined ? [] : [[field, values[slot]]],
    ),
  );
}

/** The values of each call to make, or a question. */
function* slotsOf(action: Action, request: Request, turn: Turn): Plan<Values[] | Said> {
  const { slots, text } = request;
  const { state } = turn;
  let values: Values = {
    text,
    said: request.said ?? text,
    amount: slots.amounts[0] && Number(slots.amounts[0].value),
    date: slots.date,
    ...(byEmail.test(text) || slots.emails.length > 0 ? { byEmail: true } : {}),
    ...(slots.line !== undefined && (slots.claimed ?? slots.quantity)
      ? { lines: [{ line: slots.line, quantity: slots.claimed ?? slots.quantity }] }
      : {}),
  };
  let invoices: string[] = [];
  for (const slot of action.slots) {
    if (slot === 'period') {
      const since = slots.date ?? addDays(state.context.today, -90);
      const before = slots.date === undefined ? state.period : undefined;
      values = { ...values, ...(slots.range ?? before ?? { from: since, to: state.context.today }) };
    } else if (slot === 'record') {
      const which = yield* theCase(request, turn);
      if (isSaid(which)) return which;
      values = { ...values, case: which.caseNumber };
      const counts = slots.claimed ?? slots.quantity ?? slots.half;
      if (action.input.lines && counts === undefined && slots.line !== undefined) {
        const ofLine = yield* disputedOfLine(request, slots.line, turn);
        if (isSaid(ofLine)) return ofLine;
        values = { ...values, lines: [ofLine] };
      }
      if (action.input.lines && counts !== undefined && values.lines === undefined) {
        const line = yield* quantityLine(request, turn);
        if (line && isSaid(line)) return line;
        values = { ...values, ...(line ? { lines: [line] } : {}) };
      }
    } else if (slot === 'denial') {
      const reason = denialReason(request);
      if (!reason) return askForReason(request, turn);
      values = { ...values, denial: reason };
    } else {
      const namesPayment =
        slot === 'payment' &&
        slots.invoices.length === 0 &&
        (slots.amounts.length > 0 || slots.date !== undefined) &&
        !state.context.invoice;
      const told = yield* justTold(request, turn);
      if (namesPayment && !told) continue;
      const numbers =
        told ??
        (yield* talkedOf(request, slot === 'invoices', turn)) ??
        (yield* theInvoices(request, turn, slot === 'invoices'));
      if (isSaid(numbers)) return numbers;
      invoices = numbers;
    }
  }
  return invoices.length > 0 ? invoices.slice(0, 6).map((invoice) => ({ ...values, invoice })) : [values];
}
