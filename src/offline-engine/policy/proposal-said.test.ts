import { expect, test } from 'vitest';
import type { ProposalView } from '#domain/views/validation-view.ts';
import { speaker } from '../speak/replies.ts';
import { proposalSaid } from './tell-rep.ts';

const proposal = (verdict: ProposalView['verdict']): ProposalView => ({
  id: 'p-1',
  version: 1,
  caseNumber: 'CASE-1042',
  kind: 'credit_note',
  state: 'open',
  account: 'Brightwell Foods',
  invoiceNumber: 'INV-30071',
  currency: 'GBP',
  lines: [],
  net: '76.80',
  tax: '15.36',
  total: '92.16',
  balanceAfter: '0.00',
  reasonCode: 'SHORT_DELIVERY',
  recipient: 'dana@brightwell.example',
  mail: { subject: 'Your case', text: '…' },
  verdict,
  approval: { by: 'rep', limit: '500.00', why: 'Within your limit.' },
  previewToken: 't',
  proposedBy: 'sam',
});

test.each([
  ['inconclusive', 'The records are not conclusive.'],
  ['not_validated', 'The records do not support the claim.'],
  ['partly_validated', 'The records support part of the claim.'],
] as const)('a credit that the records are %s of is prepared with that said', (verdict, said) => {
  expect(proposalSaid(proposal(verdict), speaker('en'))).toContain(said);
});

test('nothing is said of records that bear a credit out', () => {
  expect(proposalSaid(proposal('validated'), speaker('en'))).not.toContain('The records');
});
