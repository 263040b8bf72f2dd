import type { CaseRow, CustomerCaseView, RepCaseView } from '#domain/views/case-view.ts';
import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import type { ConversationSummary } from '#domain/views/conversation-summary.ts';
import type { InvoiceSummary, InvoiceView } from '#domain/views/invoice-view.ts';
import type { ProposalView, SimilarCasesView, ValidationView } from '#domain/views/validation-view.ts';

// Records of an invented dispute, in the shapes of the wire, for browser tests without a server behind them.

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const dayIn = (days: number) => inDays(days).slice(0, 10);

export const summaryOfInvoice = {
  number: 'INV-20418',
  issueDate: dayIn(-21),
  dueDate: dayIn(9),
  currency: 'GBP',
  total: '2664.00',
  open: '2664.00',
  disputed: '0.00',
  status: 'open',
  orderNumber: 'PO-5512',
} satisfies InvoiceSummary;

export const paidInvoice = {
  ...summaryOfInvoice,
  number: 'INV-20377',
  total: '1120.40',
  open: '1120.40',
  disputed: '1120.40',
  status: 'disputed',
} satisfies InvoiceSummary;

const line = {
  line: 1,
  kind: 'goods',
  itemId: 'CR-12',
  description: 'Crates 12×1L',
  quantity: '120',
  unitCode: 'XCR',
  unitPrice: '18.50',
  net: '2220.00',
  taxRate: '20',
  taxCategory: 'S',
} satisfies InvoiceView['lines'][number];

export const invoice = {
  ...summaryOfInvoice,
  billTo: { name: 'Brightwell Foods' },
  lines: [line],
  net: '2220.00',
  tax: '444.00',
  paid: '0.00',
  credited: '0.00',
  payments: [],
  creditNotes: [],
  cases: [{ caseNumber: 'CASE-1187', state: 'new' }],
} satisfies InvoiceView;

export const confirmation = {
  id: 'confirmation-1',
  tool: 'open_dispute',
  facts: {
    invoiceNumber: 'INV-20418',
    reasonCode: 'SHORT_DELIVERY',
    currency: 'GBP',
    net: '370.00',
    tax: '74.00',
    total: '444.00',
    items: [
      {
        line: 1,
        description: 'Crates 12×1L',
        unitCode: 'XCR',
        invoicedQuantity: '120',
        claimedQuantity: '100',
        disputedQuantity: '20',
        unitPrice: '18.50',
        net: '370.00',
      },
    ],
  },
} satisfies ConfirmationView;

export const customerCase = {
  caseNumber: 'CASE-1187',
  caseType: 'dispute',
  state: 'new',
  shortDescription: '20 crates of INV-20418 did not arrive',
  invoiceNumber: 'INV-20418',
  reasonCode: 'SHORT_DELIVERY',
  currency: 'GBP',
  disputed: '444.00',
  items: [
    {
      line: 1,
      description: 'Crates 12×1L',
      state: 'new',
      reasonCode: 'SHORT_DELIVERY',
      unitCode: 'XCR',
      invoicedQuantity: '120',
      claimedQuantity: '100',
      disputedQuantity: '20',
      disputed: '444.00',
    },
  ],
  openedAt: inDays(0),
  replyBy: inDays(0.1),
  nextStep: 'We compare your delivery with our records and answer by e-mail and here.',
  timeline: [],
} satisfies CustomerCaseView;

export const summary = {
  language: 'en',
  sentences: [
    {
      topic: 'claim',
      text: 'Says 120 crates were invoiced on line 1 and 100 arrived.',
      sources: [{ kind: 'entry', id: '1' }],
    },
    {
      topic: 'checked',
      text: 'DN-7741 shows 100 signed for.',
      sources: [{ kind: 'record', id: 'DN-7741' }],
    },
    { topic: 'wants', text: 'Wants a credit.', sources: [{ kind: 'entry', id: '1' }] },
  ],
} satisfies ConversationSummary;

export const repCase = {
  ...customerCase,
  version: 1,
  account: { id: 'ACC-1', name: 'Brightwell Foods', keyAccount: false, inGoodStanding: true },
  contact: { name: 'Dana Ellis', email: 'dana@brightwell.test' },
  verified: true,
  priority: 2,
  priorityReasons: ['£444.00 in dispute', 'customer frustrated'],
  mood: {
    level: 'frustrated',
    trend: 'worse',
    reasons: [{ sign: 'frustrated_words', words: 'never turned up', entry: 1 }],
  },
  queue: 'Logistics disputes',
  queueName: 'Logistics disputes',
  queueRule: 'Short delivery',
  assignedTo: { id: 'rep-1', name: 'Sam Ortiz' },
  waitingOn: 'us',
  dueAt: inDays(0.003),
  conversationId: 'chat-1',
  conversationState: 'human',
  summary,
  proposals: [],
  otherCases: [],
  timeline: [{ at: inDays(0), kind: 'opened', by: 'Dana Ellis', text: 'Case opened from the chat.' }],
} satisfies RepCaseView;

export const caseRows = [
  {
    caseNumber: 'CASE-1187',
    account: 'Brightwell Foods',
    invoiceNumber: 'INV-20418',
    reasonCode: 'SHORT_DELIVERY',
    state: 'new',
    priority: 2,
    shortDescription: '20 crates missing',
    queue: 'Logistics disputes',
    openedAt: inDays(-1),
    dueAt: inDays(0.003),
    waitingOn: 'us',
  },
  {
    caseNumber: 'CASE-1180',
    account: 'Oakmere Supplies',
    invoiceNumber: 'INV-20377',
    reasonCode: 'PRICE_ERROR',
    state: 'awaiting_info',
    priority: 3,
    shortDescription: 'Price of line 2',
    queue: 'Pricing',
    openedAt: inDays(-2),
    waitingOn: 'customer',
  },
] satisfies CaseRow[];

export const validation = {
  caseNumber: 'CASE-1187',
  invoiceNumber: 'INV-20418',
  verdict: 'validated',
  checkedAt: inDays(0),
  lines: [
    {
      line: 1,
      description: 'Crates 12×1L',
      unitCode: 'XCR',
      verdict: 'validated',
      ordered: '120',
      invoiced: '120',
      claimed: '100',
      delivered: '100',
      received: '100',
      inTransit: '0',
      returned: '0',
      alreadyCredited: '0',
      short: '20',
      supported: '20',
      rule: 'The signed delivery note shows 20 fewer than were billed.',
      missing: [],
      sources: [
        { kind: 'invoice', id: 'INV-20418', line: 1 },
        { kind: 'receipt', id: 'DN-7741', at: '2026-11-12T09:14:00Z' },
      ],
    },
  ],
} satisfies ValidationView;

export const similarCases = {
  caseNumber: 'CASE-1187',
  searched: 41,
  tally: [
    { resolutionCode: 'credit_note_issued', count: 2 },
    { resolutionCode: 'replacement_ordered', count: 1 },
  ],
  cases: [
    {
      caseNumber: 'CASE-1042',
      sameAccount: true,
      account: 'Brightwell Foods',
      reasonCode: 'SHORT_DELIVERY',
      shortDescription: 'Short delivery, same depot',
      claimed: '88',
      delivered: '88',
      resolutionCode: 'credit_note_issued',
      resolutionNotes: 'Credit note for 12 crates.',
      amount: '222.00',
      currency: 'GBP',
      daysToClose: 2,
      score: 0.9,
      whySimilar: ['same product', 'same depot'],
      whatDiffers: ['smaller quantity'],
    },
  ],
} satisfies SimilarCasesView;

export const proposal = {
  id: 'proposal-1',
  version: 1,
  caseNumber: 'CASE-1187',
  kind: 'credit_note',
  state: 'open',
  account: 'Brightwell Foods',
  invoiceNumber: 'INV-20418',
  currency: 'GBP',
  lines: [
    {
      line: 1,
      description: 'Crates 12×1L',
      quantity: '20',
      unitCode: 'XCR',
      unitPrice: '18.50',
      net: '370.00',
      taxRate: '20',
    },
  ],
  net: '370.00',
  tax: '74.00',
  total: '444.00',
  balanceAfter: '2220.00',
  reasonCode: 'SHORT_DELIVERY',
  recipient: 'dana@brightwell.test',
  mail: { subject: 'CASE-1187: credit of £444.00', text: 'Hello Dana,\n\n20 crates were not delivered.' },
  verdict: 'validated',
  approval: { by: 'rep', limit: '500.00', why: 'Inside your limit.' },
  previewToken: 'preview-1',
  proposedBy: 'Sam Ortiz',
} satisfies ProposalView;
