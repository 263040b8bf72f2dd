import { tool } from 'ai';
import * as z from 'zod';
import { fine, invoiceOf, noInvoice } from './numbers.ts';
import type { WorldState } from './state.ts';

/** The tools about the account: what is owed and paid, how to pay, what the rules are, and a person. */
export const accountTools = (state: WorldState) => ({
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
      const invoice = invoiceNumber ? invoiceOf(state, invoiceNumber) : undefined;
      if (invoiceNumber && !invoice) return noInvoice(state, invoiceNumber);
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
  request_human: tool({
    inputSchema: z.object({ reason: z.string().optional() }),
    execute: () => fine({ state: 'queued' as const, position: 2, waitMinutes: 4 }),
  }),
});
