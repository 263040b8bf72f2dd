import * as z from 'zod';
import { ConfirmationView } from '#domain/views/confirmation-view.ts';
import { InvoiceSummary, InvoiceView } from '#domain/views/invoice-view.ts';
import { ProposalView } from '#domain/views/validation-view.ts';
import type { Option } from '../meaning/context.ts';
import { sameDocument } from '../values/documents.ts';
import { callKey } from './history.ts';
import type { MadeCall, State } from './state.ts';

const InvoiceList = z.object({ invoices: z.array(InvoiceSummary) });
const Explained = z.object({
  invoice: InvoiceView,
  changes: z.array(z.object({ line: z.number() })).optional(),
});
const LineExplained = z.object({ invoiceNumber: z.string(), line: z.object({ line: z.number() }) });
const Period = z.object({ from: z.string(), to: z.string() });
const CaseFacts = z.object({
  caseNumber: z.string(),
  invoiceNumber: z.string().optional(),
  disputed: z.string().optional(),
  shortDescription: z.string().optional(),
  items: z.array(z.object({ line: z.number() })).optional(),
});
const CaseList = z.object({ cases: z.array(CaseFacts.extend({ account: z.string().optional() })) });
export const Asked = z.object({ needsConfirmation: z.literal(true), confirmation: ConfirmationView });

const caseTools = /^(?:get_case|open_dispute|add_case_note)$/;

/** Takes in what a tool answered: what was listed, which invoice, line and case the talk is about. */
export function learn(state: State, call: MadeCall): void {
  if (!call.answer?.ok) return;
  const { result } = call.answer;
  const { context } = state;
  const asked = Asked.safeParse(result);
  if (asked.success) {
    // asking for one voids the one before
    state.confirmations.clear();
    state.confirmations.set(callKey(call.tool, call.input), {
      tool: call.tool,
      input: call.input,
      view: asked.data.confirmation,
    });
    return;
  }
  state.confirmations.delete(callKey(call.tool, call.input));
  if (call.tool === 'get_statement') {
    const period = Period.safeParse(call.input).data;
    if (period) state.period = period;
  } else if (call.tool === 'find_invoices' && !looksForTheOneBefore(call, state)) {
    const list = InvoiceList.safeParse(result).data?.invoices ?? [];
    context.listed = list.map(optionOf);
    state.search = call.input;
    if (list.length === 1 && list[0]) focusOn(state, list[0].number);
  } else if (call.tool === 'get_invoice') {
    learnInvoice(state, InvoiceView.safeParse(result).data);
  } else if (call.tool === 'explain_charge') {
    const explained = Explained.safeParse(result).data;
    learnInvoice(state, explained?.invoice);
    const changed = explained?.changes ?? [];
    if (changed.length === 1 && changed[0]) context.line = changed[0].line;
    const line = LineExplained.safeParse(result).data;
    if (line) {
      focusOn(state, line.invoiceNumber);
      context.line = line.line.line;
    }
  } else if (call.tool === 'list_cases') {
    const cases = CaseList.safeParse(result).data?.cases ?? [];
    context.listed = cases.map(
      (found): Option => ({
        type: 'case',
        id: found.caseNumber,
        label: [found.account, found.shortDescription].filter(Boolean).join(': '),
        ...(found.disputed ? { amount: found.disputed } : {}),
      }),
    );
    if (cases.length === 1 && cases[0]) context.case = cases[0].caseNumber;
  } else if (call.tool.startsWith('propose_')) {
    learnProposal(state, ProposalView.safeParse(result).data, call.input.lines !== undefined);
  } else if (caseTools.test(call.tool)) {
    const found = CaseFacts.safeParse(result).data;
    if (!found) return;
    context.case = found.caseNumber;
    if (found.invoiceNumber) focusOn(state, found.invoiceNumber);
    if (call.tool !== 'get_case') state.written = found.caseNumber;
    const [item, ...others] = found.items ?? [];
    if (item && item.line > 0 && others.length === 0 && found.invoiceNumber)
      state.disputed = { invoice: found.invoiceNumber, line: item.line };
  }
}

/** A search up to the day of the invoice in focus is for the one before it: what it finds is not shown, and not a list to pick from. */
const looksForTheOneBefore = ({ input }: MadeCall, { context, invoices }: State): boolean =>
  input.dateFrom === undefined &&
  input.dateTo !== undefined &&
  input.dateTo === invoices.get(context.invoice ?? '')?.issueDate;

const proposalIntents = {
  credit_note: 'rep.credit',
  replacement_order: 'rep.reorder',
  denial: 'rep.reject',
} as const satisfies Record<ProposalView['kind'], string>;

export const intentOfProposal = ({ kind }: Pick<ProposalView, 'kind'>): string => proposalIntents[kind];

function learnProposal(state: State, proposal: ProposalView | undefined, isPart: boolean): void {
  if (!proposal) return;
  state.prepared = { ...proposal, isPart };
  state.context.prepared = intentOfProposal(proposal);
}

/** The invoice the talk turns to; lines of another one are forgotten. */
export function focusOn(state: State, number: string): void {
  const { context } = state;
  const isSame = context.invoice !== undefined && sameDocument(context.invoice, number);
  const known = [...state.invoices.values()].find((invoice) => sameDocument(invoice.number, number));
  if (!isSame) {
    delete context.line;
    context.lines = known ? linesOf(known) : [];
  }
  const focused = known?.number ?? (isSame && context.invoice ? context.invoice : number);
  context.invoice = focused;
  state.focused = [...state.focused.filter((other) => !sameDocument(other, focused)), focused];
}

function learnInvoice(state: State, invoice: InvoiceView | undefined): void {
  if (!invoice) return;
  state.invoices.set(invoice.number, invoice);
  focusOn(state, invoice.number);
  state.context.lines = linesOf(invoice);
}

export const linesOf = (invoice: InvoiceView): Option[] =>
  invoice.lines.map((line) => ({
    type: 'line',
    id: String(line.line),
    label: line.description,
    quantity: line.quantity,
    amount: line.net,
    goods: line.kind === 'goods',
  }));

const optionOf = (invoice: InvoiceSummary): Option => ({
  type: 'invoice',
  id: invoice.number,
  label: invoice.number,
  amount: invoice.total,
  open: invoice.open,
  issued: invoice.issueDate,
  due: invoice.dueDate,
});
