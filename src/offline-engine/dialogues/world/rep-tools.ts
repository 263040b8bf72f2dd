import { tool } from 'ai';
import Big from 'big.js';
import * as z from 'zod';
import { CaseRow, type CustomerCaseView, type RepCaseView } from '#domain/views/case-view.ts';
import type { ProposalView, SimilarCasesView, ValidationView } from '#domain/views/validation-view.ts';

const fine = <R>(result: R) => ({ ok: true as const, result });
const OfCase = z.object({ caseNumber: z.string().optional() });
const Lines = z.object({
  caseNumber: z.string().optional(),
  lines: z.array(z.object({ line: z.number().int().min(1), quantity: z.string() })).optional(),
});

const similar: SimilarCasesView = {
  caseNumber: 'CASE-1042',
  searched: 41,
  tally: [{ resolutionCode: 'credit_note_issued', count: 2 }],
  cases: ['CASE-0911', 'CASE-0988'].map((caseNumber) => ({
    caseNumber,
    sameAccount: true,
    sameReason: true,
    sameGoods: false,
    account: 'Brightwell Foods',
    reasonCode: 'SHORT_DELIVERY',
    shortDescription: 'Short, same depot',
    resolutionCode: 'credit_note_issued',
    resolutionNotes: 'Credited.',
    amount: '222.00',
    currency: 'GBP',
    daysToClose: 2,
    score: 0.8,
    whySimilar: ['Same reason: Short delivery', 'Same customer'],
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

/** What is in dispute on the case's one line, and what of it is proposed when nothing else is said. */
const disputed = '12';
const unitPrice = '6.40';
const tax = '0.2';

type Wanted = z.infer<typeof Lines>;

/** Refuses as the real tools do what is not in dispute; else what would be credited or sent. */
function proposed(kind: 'credit_note' | 'replacement_order', { lines = [] }: Wanted) {
  const [{ line, quantity } = { line: 1, quantity: disputed }] = lines;
  if (line !== 1)
    return refused('invalid', `Line ${line} is not part of case CASE-1042.`, { field: 'lines' });
  return new Big(quantity).gt(disputed)
    ? refused('over-quantity', `Only ${disputed} of line 1 are in dispute, not ${quantity}.`, { line })
    : fine(proposal(kind, { quantity }));
}

const refused = (code: string, reason: string, details: Record<string, unknown>) => ({
  ok: false as const,
  code,
  reason,
  details,
});

const sums = (kind: ProposalView['kind'], quantity: string) => {
  const net = kind === 'credit_note' ? new Big(quantity).times(unitPrice) : new Big(0);
  return { net: net.toFixed(2), tax: net.times(tax).toFixed(2), total: net.times(tax).plus(net).toFixed(2) };
};

const proposal = (
  kind: ProposalView['kind'],
  { quantity = disputed, reason }: { readonly quantity?: string; readonly reason?: string },
): ProposalView => ({
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
            quantity,
            unitCode: 'PR',
            unitPrice,
            net: sums(kind, quantity).net,
            taxRate: '20',
          },
        ],
  ...sums(kind, quantity),
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

const rowOf = (found: CustomerCaseView): CaseRow =>
  CaseRow.parse({
    ...found,
    account: 'Brightwell Foods',
    priority: 3,
    queue: 'disputes',
    assignedTo: 'Sam',
    waitingOn: 'us',
  });

/** Cases of other reps, or of nobody. */
const others: CaseRow[] = [
  {
    caseNumber: 'CASE-1043',
    account: 'Oakmere Supplies',
    state: 'awaiting_info',
    shortDescription: 'Storage boxes returned',
    openedAt: '2026-11-10T09:00:00Z',
    priority: 2,
    queue: 'disputes',
    waitingOn: 'customer',
  },
  {
    caseNumber: 'CASE-1044',
    account: 'Kestrel Build Ltd',
    state: 'new',
    shortDescription: 'Cement billed twice',
    openedAt: '2026-11-12T09:00:00Z',
    dueAt: '2026-11-19T16:00:00Z',
    priority: 1,
    queue: 'disputes',
    assignedTo: 'Noor',
    waitingOn: 'us',
  },
];

/** What a rep sees of a case beside what its customer sees. */
const known: Pick<
  RepCaseView,
  | 'account'
  | 'contact'
  | 'timeline'
  | 'otherCases'
  | 'assignedTo'
  | 'queueName'
  | 'priority'
  | 'priorityReasons'
  | 'dueAt'
  | 'waitingOn'
> = {
  account: { id: 'ACC-1', name: 'Brightwell Foods', keyAccount: true, inGoodStanding: true },
  contact: { name: 'Dana Ellis', email: 'dana@brightwell.example' },
  timeline: [
    { at: '2026-11-02T09:00:00Z', kind: 'opened', by: 'Dana Ellis', text: '12 pairs never came.' },
    { at: '2026-11-03T10:00:00Z', kind: 'work_note', by: 'Sam', text: 'Asked the carrier.' },
    { at: '2026-11-04T08:30:00Z', kind: 'comment', by: 'Dana Ellis', text: 'We counted twice.' },
  ],
  otherCases: [{ caseNumber: 'CASE-0975', state: 'closed', shortDescription: '6 crates missing' }],
  assignedTo: { id: 'USER-1', name: 'Sam' },
  queueName: 'Logistics disputes',
  priority: 3,
  priorityReasons: ['key account'],
  dueAt: '2026-11-24T09:00:00Z',
  waitingOn: 'us',
};

/** The tools of a rep with one case open. */
export const repTools = (cases: readonly CustomerCaseView[]) => ({
  list_cases: tool({
    inputSchema: z.object({ view: z.enum(['mine', 'waiting', 'all']).optional() }),
    execute: ({ view = 'mine' }) =>
      fine({ cases: [...cases.map(rowOf), ...(view === 'mine' ? [] : others)] }),
  }),
  get_case: tool({
    inputSchema: OfCase,
    execute: () => fine({ ...cases[0], ...known, verified: true, queue: 'disputes', workNotes: [] }),
  }),
  find_similar_cases: tool({ inputSchema: OfCase, execute: () => fine(similar) }),
  validate_dispute: tool({
    inputSchema: OfCase,
    execute: ({ caseNumber = validation.caseNumber }) => fine({ ...validation, caseNumber }),
  }),
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
  propose_credit_note: tool({ inputSchema: Lines, execute: (wanted) => proposed('credit_note', wanted) }),
  propose_replacement_order: tool({
    inputSchema: Lines,
    execute: (wanted) => proposed('replacement_order', wanted),
  }),
  propose_denial: tool({
    inputSchema: z.object({ caseNumber: z.string().optional(), reason: z.string().min(10).max(1000) }),
    execute: ({ reason }) => fine(proposal('denial', { reason })),
  }),
  draft_reply: tool({
    inputSchema: z.object({ caseNumber: z.string().optional(), about: z.string().optional() }),
    execute: () => fine({ text: 'Dear Dana, we checked the delivery note.', language: 'en', sources: [] }),
  }),
});
