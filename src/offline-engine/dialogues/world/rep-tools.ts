import { tool } from 'ai';
import * as z from 'zod';
import type { CustomerCaseView } from '#domain/views/case-view.ts';
import type { ProposalView, SimilarCasesView, ValidationView } from '#domain/views/validation-view.ts';

const fine = <R>(result: R) => ({ ok: true as const, result });
const OfCase = z.object({ caseNumber: z.string().optional() });
const Lines = z.object({
  caseNumber: z.string().optional(),
  lines: z.array(z.object({ line: z.number().int(), quantity: z.string() })).optional(),
});

const similar: SimilarCasesView = {
  caseNumber: 'CASE-1042',
  searched: 41,
  tally: [{ resolutionCode: 'credit_note_issued', count: 2 }],
  cases: ['CASE-0911', 'CASE-0988'].map((caseNumber) => ({
    caseNumber,
    sameAccount: true,
    account: 'Brightwell Foods',
    reasonCode: 'SHORT_DELIVERY',
    shortDescription: 'Short, same depot',
    resolutionCode: 'credit_note_issued',
    resolutionNotes: 'Credited.',
    amount: '222.00',
    currency: 'GBP',
    daysToClose: 2,
    score: 0.8,
    whySimilar: ['same reason'],
    whatDiffers: [],
  })),
};

const validation: ValidationView = {
  caseNumber: 'CASE-1042',
  invoiceNumber: 'INV-30071',
  verdict: 'validated',
  checkedAt: '2026-11-21T09:00:00Z',
  lines: [
    {
      line: 1,
      description: 'Safety gloves',
      unitCode: 'PR',
      verdict: 'validated',
      invoiced: '100',
      claimed: '88',
      delivered: '88',
      inTransit: '0',
      returned: '0',
      alreadyCredited: '0',
      short: '12',
      supported: '12',
      rule: 'Billed 100, signed for 88: 12 are short.',
      missing: [],
      sources: [{ kind: 'despatch', id: 'DN-7741', line: 1 }],
    },
  ],
};

const proposal = (kind: ProposalView['kind'], reason?: string): ProposalView => ({
  id: 'p-1',
  version: 1,
  caseNumber: 'CASE-1042',
  kind,
  state: 'open',
  account: 'Brightwell Foods',
  invoiceNumber: 'INV-30071',
  currency: 'GBP',
  lines:
    kind === 'denial'
      ? []
      : [
          {
            line: 1,
            description: 'Safety gloves',
            quantity: '12',
            unitCode: 'PR',
            unitPrice: '6.40',
            net: '76.80',
            taxRate: '20',
          },
        ],
  net: '76.80',
  tax: '15.36',
  total: '92.16',
  balanceAfter: '0.00',
  reasonCode: 'SHORT_DELIVERY',
  recipient: 'dana@brightwell.example',
  mail: { subject: 'Your case', text: '…' },
  verdict: 'validated',
  approval: { by: 'rep', limit: '500.00', why: 'Within your limit.' },
  previewToken: 't',
  proposedBy: 'sam',
  ...(reason ? { reason } : {}),
  ...(kind === 'replacement_order' ? { promiseDate: '2026-11-28' } : {}),
});

/** The tools of a rep with one case open. */
export const repTools = (cases: readonly CustomerCaseView[]) => ({
  list_cases: tool({
    inputSchema: z.object({ view: z.enum(['mine', 'waiting', 'all']).optional() }),
    execute: () =>
      fine({
        cases: cases.map(
          ({
            caseNumber,
            invoiceNumber,
            reasonCode,
            state,
            shortDescription,
            disputed,
            currency,
            openedAt,
          }) => ({
            caseNumber,
            account: 'Brightwell Foods',
            invoiceNumber,
            reasonCode,
            state,
            shortDescription,
            disputed,
            currency,
            openedAt,
            priority: 3,
            queue: 'disputes',
            waitingOn: 'us' as const,
          }),
        ),
      }),
  }),
  get_case: tool({
    inputSchema: OfCase,
    execute: () =>
      fine({ ...cases[0], account: 'Brightwell Foods', verified: true, queue: 'disputes', workNotes: [] }),
  }),
  find_similar_cases: tool({ inputSchema: OfCase, execute: () => fine(similar) }),
  validate_dispute: tool({ inputSchema: OfCase, execute: () => fine(validation) }),
  check_availability: tool({
    inputSchema: OfCase,
    execute: () =>
      fine({
        caseNumber: 'CASE-1042',
        lines: [
          {
            line: 1,
            itemId: 'GLOVE-9',
            wanted: '12',
            unitCode: 'PR',
            available: '40',
            promiseDate: '2026-11-28',
          },
        ],
      }),
  }),
  propose_credit_note: tool({ inputSchema: Lines, execute: () => fine(proposal('credit_note')) }),
  propose_replacement_order: tool({ inputSchema: Lines, execute: () => fine(proposal('replacement_order')) }),
  propose_denial: tool({
    inputSchema: z.object({ caseNumber: z.string().optional(), reason: z.string() }),
    execute: ({ reason }) => fine(proposal('denial', reason)),
  }),
  draft_reply: tool({
    inputSchema: z.object({ caseNumber: z.string().optional(), about: z.string().optional() }),
    execute: () => fine({ text: 'Dear Dana, we checked the delivery note.', language: 'en', sources: [] }),
  }),
});
