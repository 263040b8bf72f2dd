import { tool } from 'ai';
import Big from 'big.js';
import * as z from 'zod';
import { disputeReasonCodes } from '#domain/dispute-reason.ts';
import type { CustomerCaseView } from '#domain/views/case-view.ts';
import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import type { InvoiceSummary, InvoiceView, LineExplanation } from '#domain/views/invoice-view.ts';
import { canonical } from '../memory/history.ts';
import { explained } from './world-comparison.ts';
import { worldInvoices } from './world-invoices.ts';
import { Item, itemsOf, type Refused, refused } from './world-items.ts';
import { repTools } from './world-rep.ts';

const fine = <R>(result: R) => ({ ok: true as const, result });

const digits = (number: string): string =>
  number
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^(?:INV|CASE)/, '');
const letters = (number: string): string => [...digits(number)].sort().join('');

const Dispute = z.object({
  reason: z.enum(disputeReasonCodes),
  items: z.array(Item).optional(),
  note: z.string().optional(),
  invoiceNumber: z.string(),
});

export type WorldWrite = { readonly tool: string; readonly input: unknown; readonly after: string };

/** One customer account in memory, behind tools that keep the contract; every write is recorded with the words before it. */
export function world() {
  const invoices = worldInvoices();
  const cases: CustomerCaseView[] = [
    {
      caseNumber: 'CASE-1042',
      caseType: 'dispute',
      state: 'work_in_progress',
      shortDescription: '12 pairs of safety gloves missing',
      invoiceNumber: 'INV-30071',
      reasonCode: 'SHORT_DELIVERY',
      currency: 'GBP',
      disputed: '92.16',
      openedAt: '2026-11-02T09:00:00Z',
      nextStep: 'The carrier was asked for the signed delivery note.',
      timeline: [],
      items: [
        {
          line: 1,
          description: 'Safety gloves',
          state: 'work_in_progress',
          reasonCode: 'SHORT_DELIVERY',
          unitCode: 'PR',
          invoicedQuantity: '100',
          claimedQuantity: '88',
          disputedQuantity: '12',
          disputed: '92.16',
        },
      ],
    },
  ];
  const writes: WorldWrite[] = [];
  const asked = new Map<string, number>();
  let message = { turn: 0, text: '' };

  const invoiceOf = (number: string): InvoiceView | undefined =>
    invoices.find((invoice) => digits(invoice.number) === digits(number));
  const noInvoice = (number: string): Refused =>
    refused('not-found', `There is no invoice ${number}.`, {
      near: invoices.map((invoice) => invoice.number).filter((known) => letters(known) === letters(number)),
    });
  const noCase = (number: string): Refused => refused('not-found', `There is no case ${number}.`);
  const summary = ({
    number,
    issueDate,
    dueDate,
    currency,
    total,
    open,
    disputed,
    status,
    orderNumber,
  }: InvoiceView): InvoiceSummary => ({
    number,
    issueDate,
    dueDate,
    currency,
    total,
    open,
    disputed,
    status,
    ...(orderNumber ? { orderNumber } : {}),
  });

  /** First answers what has to be read back; writes on the same input in a later message. */
  function confirmed<R>(name: string, input: unknown, facts: ConfirmationView['facts'], write: () => R) {
    const key = `${name} ${canonical(input)}`;
    const before = asked.get(key);
    if (before !== undefined && before < message.turn) {
      asked.clear();
      writes.push({ tool: name, input, after: message.text });
      return fine(write());
    }
    asked.clear();
    asked.set(key, message.turn);
    const view: ConfirmationView = {
      id: `c-${message.turn}`,
      tool: name === 'open_dispute' ? 'open_dispute' : 'add_case_note',
      facts,
    };
    return fine({ needsConfirmation: true as const, confirmation: view });
  }

  function openDispute(input: z.infer<typeof Dispute>) {
    const invoice = invoiceOf(input.invoiceNumber);
    if (!invoice) return noInvoice(input.invoiceNumber);
    const lines = input.items?.map((item) => item.line);
    const existing = cases.find(
      (open) =>
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
      items.length > 0
        ? items.reduce((total, item) => total.plus(item.net), new Big(0))
        : new Big(invoice.net);
    const tax = net.times('0.2');
    const facts = {
      invoiceNumber: invoice.number,
      reasonCode: input.reason,
      currency: invoice.currency,
      net: net.toFixed(2),
      tax: tax.toFixed(2),
      total: net.plus(tax).toFixed(2),
      items,
      ...(input.note ? { note: input.note } : {}),
    };
    return confirmed('open_dispute', input, facts, (): CustomerCaseView => {
      const opened: CustomerCaseView = {
        caseNumber: `CASE-${1186 + cases.length}`,
        caseType: 'dispute',
        state: 'new',
        shortDescription: `Dispute on ${invoice.number}`,
        invoiceNumber: invoice.number,
        reasonCode: input.reason,
        currency: invoice.currency,
        disputed: facts.total,
        openedAt: '2026-11-21T09:00:00Z',
        replyBy: '2026-11-21T15:30:00Z',
        nextStep: 'We compare your claim with the delivery records.',
        timeline: [],
        items: items.map((item) => ({ ...item, state: 'new', reasonCode: input.reason, disputed: item.net })),
      };
      cases.push(opened);
      return opened;
    });
  }

  const Numbered = z.object({ invoiceNumber: z.string() });
  const customer = {
    find_invoices: tool({
      inputSchema: z.object({
        status: z.enum(['open', 'overdue', 'paid', 'disputed']).optional(),
        dateFrom: z.string().optional(),
        dateTo: z.string().optional(),
        amount: z.number().optional(),
        amountMin: z.number().optional(),
        amountMax: z.number().optional(),
        poNumber: z.string().optional(),
        product: z.string().optional(),
        latest: z.boolean().optional(),
        limit: z.number().int().optional(),
      }),
      execute: (query) => {
        const fits = ({ open, status, issueDate, total, orderNumber, lines }: InvoiceView): boolean =>
          (!query.status || (query.status === 'open' ? Number(open) > 0 : status === query.status)) &&
          (!query.dateFrom || issueDate >= query.dateFrom) &&
          (!query.dateTo || issueDate <= query.dateTo) &&
          (query.amount === undefined || Math.abs(Number(total) - query.amount) < 1) &&
          (query.amountMin === undefined || Number(total) >= query.amountMin) &&
          (query.amountMax === undefined || Number(total) <= query.amountMax) &&
          (!query.poNumber ||
            digits(orderNumber ?? '').replace(/^PO/, '') === digits(query.poNumber).replace(/^PO/, '')) &&
          (!query.product ||
            lines.some(({ description }) =>
              description.toLowerCase().includes((query.product ?? '').toLowerCase().replace(/s$/, '')),
            ));
        const found = invoices.filter(fits);
        return fine({ invoices: found.slice(0, query.limit ?? 10).map(summary), total: found.length });
      },
    }),
    get_invoice: tool({
      inputSchema: Numbered,
      execute: ({ invoiceNumber }) => {
        const invoice = invoiceOf(invoiceNumber);
        return invoice ? fine(invoice) : noInvoice(invoiceNumber);
      },
    }),
    explain_charge: tool({
      inputSchema: z.object({ invoiceNumber: z.string(), line: z.number().int().optional() }),
      execute: ({ invoiceNumber, line: number }) => {
        const invoice = invoiceOf(invoiceNumber);
        if (!invoice) return noInvoice(invoiceNumber);
        const line = invoice.lines.find((known) => known.line === number);
        if (number !== undefined) {
          if (!line) return refused('not-found', `There is no line ${number}.`);
          return fine<LineExplanation>({
            invoiceNumber: invoice.number,
            line,
            currency: invoice.currency,
            arithmetic: `${line.quantity} × ${line.unitPrice} = ${line.net}`,
          });
        }
        return fine(explained(invoice, invoices));
      },
    }),
    send_invoice_copy: tool({
      inputSchema: z.object({ invoiceNumber: z.string(), byEmail: z.boolean().optional() }),
      execute: ({ invoiceNumber, byEmail }) => {
        const invoice = invoiceOf(invoiceNumber);
        if (!invoice) return noInvoice(invoiceNumber);
        const url = `https://billing.example/documents/${invoice.number}`;
        return fine({
          number: invoice.number,
          pdfUrl: `${url}.pdf`,
          xmlUrl: `${url}.xml`,
          expiresAt: '2026-11-22T09:00:00Z',
          ...(byEmail ? { mailedTo: 'dana@brightwell.example' } : {}),
        });
      },
    }),
    get_account_balance: tool({
      inputSchema: z.object({}),
      execute: () =>
        fine({
          currency: 'GBP',
          open: '10456.80',
          overdue: '2515.20',
          overdueCount: 2,
          disputed: '92.16',
          undisputed: '10364.64',
          credit: '0.00',
        }),
    }),
    get_statement: tool({
      inputSchema: z.object({ from: z.string(), to: z.string() }),
      execute: ({ from, to }) =>
        fine({
          from,
          to,
          currency: 'GBP',
          opening: '0.00',
          closing: '2664.00',
          items: [
            {
              date: '2026-11-10',
              kind: 'invoice' as const,
              number: 'INV-20418',
              amount: '2664.00',
              balance: '2664.00',
            },
          ],
        }),
    }),
    get_payment_status: tool({
      inputSchema: z.object({
        invoiceNumber: z.string().optional(),
        amount: z.number().optional(),
        paidOn: z.string().optional(),
      }),
      execute: ({ invoiceNumber }) => {
        const invoice = invoiceNumber ? invoiceOf(invoiceNumber) : undefined;
        if (invoiceNumber && !invoice) return noInvoice(invoiceNumber);
        if (!invoice) return fine({ currency: 'GBP', payments: [] });
        const payments = invoice.payments.map((payment) => ({
          ...payment,
          appliedTo: [{ invoiceNumber: invoice.number, amount: payment.amount }],
          unapplied: '0.00',
        }));
        const { number, dueDate, total, paid, credited, open, status } = invoice;
        return fine({
          invoice: { number, dueDate, total, paid, credited, open, status },
          currency: 'GBP',
          payments,
        });
      },
    }),
    get_payment_instructions: tool({
      inputSchema: z.object({}),
      execute: () =>
        fine({
          seller: 'Northgate Supplies',
          bankName: 'First Example Bank',
          iban: 'GB33BUKB20201555555555',
          bic: 'BUKBGB22',
          methods: ['bank transfer', 'direct debit'],
        }),
    }),
    search_billing_policies: tool({
      inputSchema: z.object({ question: z.string() }),
      execute: () =>
        fine({
          passages: [
            {
              document: 'claims',
              title: 'Claims and credits',
              section: 'Short deliveries',
              version: '3',
              score: 0.8,
              text: 'Please count goods on arrival. A short delivery must be reported within 14 days of the delivery date. We answer within two working days.',
            },
          ],
        }),
    }),
    open_dispute: tool({ inputSchema: Dispute, execute: openDispute }),
    list_cases: tool({
      inputSchema: z.object({ status: z.enum(['open', 'closed']).optional() }),
      execute: () => fine({ cases }),
    }),
    get_case: tool({
      inputSchema: z.object({ caseNumber: z.string() }),
      execute: ({ caseNumber }) => {
        const found = cases.find((known) => digits(known.caseNumber) === digits(caseNumber));
        return found ? fine(found) : noCase(caseNumber);
      },
    }),
    add_case_note: tool({
      inputSchema: z.object({ caseNumber: z.string(), note: z.string() }),
      execute: (input) => {
        const found = cases.find((known) => digits(known.caseNumber) === digits(input.caseNumber));
        if (!found) return noCase(input.caseNumber);
        const facts = { caseNumber: found.caseNumber, note: input.note, items: [] };
        return confirmed('add_case_note', input, facts, () => ({
          caseNumber: found.caseNumber,
          added: true,
        }));
      },
    }),
    request_human: tool({
      inputSchema: z.object({ reason: z.string().optional() }),
      execute: () => fine({ state: 'queued' as const, position: 2, waitMinutes: 4 }),
    }),
  };

  return {
    tools: {
      customer,
      rep: {
        ...repTools(cases),
        find_invoices: customer.find_invoices,
        get_invoice: customer.get_invoice,
        explain_charge: customer.explain_charge,
        search_billing_policies: customer.search_billing_policies,
      },
    },
    writes,
    /** What the tools of a seeded turn answer. */
    seeded: {
      open_dispute: (input: unknown) => openDispute(Dispute.parse(input)),
      get_invoice: (input: unknown) => {
        const { invoiceNumber } = Numbered.parse(input);
        const invoice = invoiceOf(invoiceNumber);
        return invoice ? fine(invoice) : noInvoice(invoiceNumber);
      },
    },
    /** The customer wrote; confirmations of earlier messages may now be given. */
    wrote: (text: string): void => {
      message = { turn: message.turn + 1, text };
    },
  };
}
