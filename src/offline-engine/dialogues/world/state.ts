import type { CustomerCaseView } from '#domain/views/case-view.ts';
import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import type { InvoiceView } from '#domain/views/invoice-view.ts';
import { worldInvoices } from './invoices.ts';

export type WorldWrite = { readonly tool: string; readonly input: unknown; readonly after: string };

/** One customer account in memory: what its tools read and change. */
export type WorldState = {
  readonly invoices: readonly InvoiceView[];
  readonly cases: CustomerCaseView[];
  /** Every write with the words before it. */
  readonly writes: WorldWrite[];
  /** The confirmation asked for last, while it is not given: the call, the turn it was asked in, and what has to be read back. */
  asked?: { readonly key: string; readonly turn: number; readonly view: ConfirmationView };
  /** The message that is being answered, and what was said right before it. */
  message: { readonly turn: number; readonly text: string; readonly after: string };
};

export const freshState = (): WorldState => ({
  invoices: worldInvoices(),
  cases: [structuredClone(missingGloves), structuredClone(shortCrates)],
  writes: [],
  message: { turn: 0, text: '', after: '' },
});

const missingGloves: CustomerCaseView = {
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
};

/** Decided long ago: none of it is open any more. */
const shortCrates: CustomerCaseView = {
  caseNumber: 'CASE-0975',
  caseType: 'dispute',
  state: 'closed',
  shortDescription: '6 crates missing',
  invoiceNumber: 'INV-20377',
  reasonCode: 'SHORT_DELIVERY',
  currency: 'GBP',
  disputed: '133.20',
  openedAt: '2026-10-28T09:00:00Z',
  nextStep: '',
  creditNote: { number: 'CN-3298', total: '133.20', currency: 'GBP', issueDate: '2026-11-02' },
  timeline: [],
  items: [],
};
