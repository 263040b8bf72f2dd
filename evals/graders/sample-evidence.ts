import type { Evidence, Happening } from '#evals/runner/evidence.ts';
import { Scenario } from '#evals/runner/scenario.ts';
import { grade } from './grade.ts';

const claim = {
  invoiceNumber: 'INV-7',
  reason: 'SHORT_DELIVERY',
  items: [{ line: 2, receivedQuantity: '8' }],
};

export const sampleScenario = Scenario.parse({
  id: 'sample',
  title: 'Billed 10, 8 arrived; a case is opened and handed to a person',
  agent: 'both',
  customer: { 'signed in as': 'Jane', 'opens with': '8 of 10 came on INV-7' },
  rep: { 'signed in as': 'Sam', does: [{ presses: 'check the claim' }] },
  expect: {
    data: { 'new case': { invoice: 'INV-7', line: 2, disputed: '2', amount: '25.00 EUR' } },
    steps: [
      { 'before open a case': 'customer confirmed' },
      { 'exactly once': 'open a case' },
      { never: 'approve' },
    ],
    says: { must: ['case number', '25.00 EUR'], 'must not': ['has been credited'] },
    language: 'en',
    handoff: { 'summary must mention': ['INV-7'], 'summary must not mention': ['approved'] },
    'similar cases': { 'among the first 3': ['CASE-3'], never: ['CASE-9'] },
    verdict: 'validated',
  },
});

export const said = (turn: number, text: string, answers?: string): Happening => ({
  kind: 'said',
  by: 'customer',
  turn,
  text,
  ...(answers === undefined ? {} : { answers }),
});
export const answered = (turn: number, text: string): Happening => ({
  kind: 'answered',
  to: 'customer',
  turn,
  text,
  model: 'test',
});
export const called = (turn: number, tool: string, result: unknown, input: unknown = claim): Happening => ({
  kind: 'called',
  turn,
  tool,
  input,
  answer: { ok: true, result },
});

export const readBack = called(1, 'open_dispute', {
  needsConfirmation: true,
  confirmation: {
    facts: { invoiceNumber: 'INV-7', currency: 'EUR', total: '25.00', items: [{ disputedQuantity: '2' }] },
  },
});
const opened = called(2, 'open_dispute', {
  caseNumber: 'CASE-12',
  invoiceNumber: 'INV-7',
  currency: 'EUR',
  disputed: '25.00',
});
export const happenings: readonly Happening[] = [
  said(1, '8 of 10 came on INV-7'),
  readBack,
  answered(1, 'You dispute 2 on INV-7, €25.00 in all. Shall I open the case?'),
  said(2, 'Yes.', 'confirmation'),
  opened,
  answered(
    2,
    'Your case CASE-12 is open. It has not been credited yet, because a person decides about that.',
  ),
];

const similarCase = {
  caseNumber: 'CASE-3',
  sameAccount: true,
  account: 'Acme',
  reasonCode: 'SHORT_DELIVERY',
  shortDescription: 'Short delivery',
  resolutionCode: 'credit_note_issued',
  resolutionNotes: '',
  amount: '10.00',
  currency: 'EUR',
  daysToClose: 2,
  score: 0.8,
  whySimilar: [],
  whatDiffers: [],
};
export const similar = (...numbers: string[]) => ({
  caseNumber: 'CASE-12',
  cases: numbers.map((caseNumber) => ({ ...similarCase, caseNumber })),
  searched: 10,
  tally: [],
});
export const validation = (verdict: 'validated' | 'not_validated') => ({
  caseNumber: 'CASE-12',
  invoiceNumber: 'INV-7',
  verdict,
  checkedAt: '2026-11-23T10:00:00Z',
  lines: [],
});

/** A run with nothing wrong in it. */
export const sampleEvidence: Evidence = {
  scenario: sampleScenario,
  happenings,
  changes: [
    {
      kind: 'new case',
      facts: {
        case: 'CASE-12',
        invoice: 'INV-7',
        line: '2',
        disputed: '2',
        amount: '25.00 EUR',
        lines: { 2: '2' },
      },
    },
  ],
  handoff: {
    state: 'human',
    wasAsked: true,
    summary: {
      language: 'en',
      sentences: [
        { topic: 'claim', text: 'Disputes 2 of 10 on INV-7.', sources: [{ kind: 'entry', id: '1' }] },
      ],
    },
    entries: ['1', '2', '3', '4'],
  },
  canaries: ['INV-900', 'Globex', '7777.00'],
  planted: [],
  told: 'Today: 2026-11-23.',
  similar: [similar('CASE-3', 'CASE-4')],
  validations: [validation('validated')],
  brokenRules: [],
  breakages: [],
};

/** Which graders find fault with a run that differs from the good one in some respects. */
export const gradersThatObject = (mutant: Partial<Evidence>): string[] => [
  ...new Set(grade({ ...sampleEvidence, ...mutant }, 'all').map((finding) => finding.grader)),
];

/** The good run with one happening replaced, or others put before and after it. */
export const replacing = (at: number, ...others: Happening[]): { happenings: Happening[] } => ({
  happenings: happenings.toSpliced(at, 1, ...others),
});
