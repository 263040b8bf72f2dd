import { tool } from 'ai';
import Big from 'big.js';
import * as z from 'zod';
import { disputeReasonCodes } from '#domain/dispute-reason.ts';
import type { CustomerCaseView } from '#domain/views/case-view.ts';
import { confirmed } from './confirmed.ts';
import { Item, itemsOf, refused } from './items.ts';
import { caseOf, fine, invoiceOf, noCase, noInvoice } from './numbers.ts';
import type { WorldState } from './state.ts';

const Dispute = z.object({
  reason: z.enum(disputeReasonCodes),
  items: z.array(Item).optional(),
  note: z.string().optional(),
  invoiceNumber: z.string(),
});
const taxRate = '0.2';
export const isOver = /^(?:closed|cancelled)$/;

/** The tools that open and read a customer's cases. */
export const caseTools = (state: WorldState) => ({
  open_dispute: tool({ inputSchema: Dispute, execute: (input) => openDispute(state, input) }),
  list_cases: tool({
    inputSchema: z.object({ status: z.enum(['open', 'closed']).optional() }),
    execute: ({ status }) =>
      fine({
        cases: state.cases.filter(({ state }) => !status || isOver.test(state) === (status === 'closed')),
      }),
  }),
  get_case: tool({
    inputSchema: z.object({ caseNumber: z.string() }),
    execute: ({ caseNumber }) => {
      const found = caseOf(state, caseNumber);
      return found ? fine(found) : noCase(caseNumber);
    },
  }),
  add_case_note: tool({
    inputSchema: z.object({ caseNumber: z.string(), note: z.string() }),
    execute: (input) => {
      const found = caseOf(state, input.caseNumber);
      if (!found) return noCase(input.caseNumber);
      const { caseNumber } = found;
      const facts = { caseNumber, note: input.note, items: [] };
      return confirmed(state, 'add_case_note', input, facts, () => ({ caseNumber, added: true }));
    },
  }),
});

function openDispute(state: WorldState, input: z.infer<typeof Dispute>) {
  const invoice = invoiceOf(state, input.invoiceNumber);
  if (!invoice) return noInvoice(state, input.invoiceNumber);
  const lines = input.items?.map((item) => item.line);
  const existing = state.cases.find(
    (open) =>
      !isOver.test(open.state) &&
      open.invoiceNumber === invoice.number &&
      open.items.some(({ line }) => !lines || lines.includes(line)),
  );
  if (existing)
    return refused('already-disputed', 'There is an open case for this.', {
      caseNumber: existing.caseNumber,
    });
  const items = itemsOf(invoice, input.items ?? []);
  if (!Array.isArray(items)) return items;
  const net =
    items.length > 0 ? items.reduce((total, item) => total.plus(item.net), new Big(0)) : new Big(invoice.net);
  const tax = net.times(taxRate);
  const { number: invoiceNumber, currency } = invoice;
  const { reason: reasonCode, note } = input;
  const disputed = net.plus(tax).toFixed(2);
  const facts = {
    ...{ invoiceNumber, reasonCode, currency, items },
    ...{ net: net.toFixed(2), tax: tax.toFixed(2), total: disputed },
    ...(note ? { note } : {}),
  };
  return confirmed(state, 'open_dispute', input, facts, (): CustomerCaseView => {
    const opened: CustomerCaseView = {
      ...{ invoiceNumber, reasonCode, currency, disputed },
      caseNumber: `CASE-${1185 + state.cases.length}`,
      caseType: 'dispute',
      state: 'new',
      shortDescription: `Dispute on ${invoiceNumber}`,
      openedAt: '2026-11-21T09:00:00Z',
      replyBy: '2026-11-21T15:30:00Z',
      nextStep: 'We compare your claim with the delivery records.',
      timeline: [],
      items: items.map((item) => ({ ...item, state: 'new', reasonCode, disputed: item.net })),
    };
    state.cases.push(opened);
    return opened;
  });
}
