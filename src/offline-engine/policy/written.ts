import * as z from 'zod';
import { CustomerCaseView } from '#domain/views/case-view.ts';
import type { Answer } from '../memory/history.ts';
import type { Request } from '../memory/state.ts';
import { noteOf, wordsOfClaim } from './case-note.ts';
import { askFor } from './confirmed.ts';
import { askLine } from './disputed-line.ts';
import { failure, type Plan, resultOf, type Turn, use, type WantedCall } from './plan.ts';

const NoteAdded = z.object({ caseNumber: z.string(), added: z.boolean() });
const ItemLines = z.array(z.object({ line: z.number() })).min(1);

/** What is said once a write was made, or refused. */
export function* writeCalled(call: WantedCall, answer: Answer, request: Request, turn: Turn): Plan {
  const { say, state } = turn;
  if (!answer.ok) return yield* refusedWrite(call, answer, request, turn);
  if (call.tool === 'add_case_note') {
    const note = resultOf(answer, NoteAdded);
    return note ? { say: say('note.done', { caseNumber: note.caseNumber }) } : failure(answer, turn);
  }
  const opened = resultOf(answer, CustomerCaseView);
  if (!opened) return failure(answer, turn);
  return {
    say: say('dispute.done', {
      caseNumber: opened.caseNumber,
      invoiceNumber: opened.invoiceNumber ?? state.context.invoice,
      reasonText: opened.reasonCode ? say(`reason.${opened.reasonCode}`) : '',
      disputed: opened.disputed,
      currency: opened.currency,
      replyBy: opened.replyBy,
    }),
  };
}

/** The line of a claim that is asked for, or its first one. */
const lineIn = ({ input }: WantedCall): number | undefined =>
  ItemLines.safeParse(input.items).data?.[0]?.line;

/** That a case is open for what is claimed; where it is open for another reason, that a line has one open case at a time. */
function* existsAlready(caseNumber: string, call: WantedCall, { say }: Turn): Plan<string> {
  const known = resultOf(yield* use('get_case', { caseNumber }), CustomerCaseView);
  const line = lineIn(call);
  const reason = known?.items.find((item) => item.line === line)?.reasonCode ?? known?.reasonCode;
  return reason === undefined || reason === call.input.reason
    ? say('dispute.exists', { caseNumber })
    : say('dispute.exists.other', { caseNumber, reasonText: say(`reason.${reason}`) });
}

/** Offers to add the customer's words to a case that is open already, instead of opening another one. */
export const noteInstead = (caseNumber: string, exists: string, request: Request, turn: Turn): Plan => {
  const note = (noteOf(request) ?? wordsOfClaim(request)).trim();
  return askFor({ tool: 'add_case_note', input: { caseNumber, note } }, request, turn, exists);
};

function* refusedWrite(call: WantedCall, answer: Answer & { ok: false }, request: Request, turn: Turn): Plan {
  const { say, state } = turn;
  const { caseNumber } = answer.details;
  if (answer.code === 'already-disputed' && typeof caseNumber === 'string') {
    const exists = yield* existsAlready(caseNumber, call, turn);
    return yield* noteInstead(caseNumber, exists, request, turn);
  }
  const line = lineIn(call);
  const invoice = [...state.invoices.values()].find(({ number }) => number === call.input.invoiceNumber);
  const billed = invoice?.lines.find((item) => item.line === line);
  if (answer.details.field === 'items' && invoice) return askLine(invoice, request, turn);
  if (answer.code === 'over-quantity' && billed) {
    return {
      say: say('dispute.toomany', {
        ...billed,
        number: String(call.input.invoiceNumber),
        said: request.slots.claimed ?? request.slots.delivered,
      }),
      ask: 'quantity',
    };
  }
  if (answer.code === 'not-found' && call.tool === 'add_case_note')
    return { say: say('case.notfound', { number: String(call.input.caseNumber) }) };
  return /^(?:unreachable|unavailable|failed)$/.test(answer.code)
    ? failure(answer, turn)
    : { say: say(call.tool === 'add_case_note' ? 'refused' : 'dispute.refused', { reason: answer.reason }) };
}
