import { expect, test } from 'vitest';
import { type Resolved, resolutionCodeOf, resolutionNotes, workNotes } from './resolution-notes.ts';

const lines = [{ line: 2, description: 'Pump', quantity: '1' }];
const creditNote = { number: 'CN-2026-0007', total: '51.43', currency: 'EUR' };

test.each<{ done: Resolved; code: string; notes: string }>([
  {
    done: { kind: 'credit_note', invoiceNumber: 'INV-1003', lines, creditNote },
    code: 'credit_note_issued',
    notes: 'Credit note CN-2026-0007 over €51.43 was issued: 1 × Pump (line 2) of INV-1003.',
  },
  {
    done: {
      kind: 'replacement_order',
      invoiceNumber: 'INV-1003',
      lines,
      replacementOrder: { number: 'SO-12', promiseDate: '2026-11-25' },
    },
    code: 'replacement_ordered',
    notes:
      'The goods are sent again without charge by order SO-12, expected 25 November 2026: 1 × Pump (line 2) of INV-1003.',
  },
  {
    done: {
      kind: 'credit_and_replacement',
      invoiceNumber: 'INV-1003',
      lines: [],
      creditNote,
      replacementOrder: { number: 'SO-12' },
    },
    code: 'credit_and_replacement',
    notes:
      'Credit note CN-2026-0007 over €51.43 was issued, and the rest is sent again without charge by order SO-12: INV-1003.',
  },
  {
    done: {
      kind: 'denial',
      invoiceNumber: 'INV-1003',
      lines,
      finding: '10 were delivered and signed for (DN-310).',
    },
    code: 'invalid_dispute',
    notes:
      'The records do not bear out the claim: 1 × Pump (line 2) of INV-1003. 10 were delivered and signed for (DN-310).',
  },
  {
    done: {
      kind: 'write_off',
      invoiceNumber: 'INV-1003',
      lines: [],
      amount: { total: '0.05', currency: 'EUR' },
    },
    code: 'written_off',
    notes: 'The difference of €0.05 was written off: INV-1003.',
  },
  {
    done: { kind: 'settlement', lines: [], amount: { total: '40.00', currency: 'EUR' } },
    code: 'settled',
    notes: 'The claim was settled by agreement at a sum of €40.00.',
  },
  {
    done: { kind: 'invoice_corrected', lines: [], successor: 'INV-1010' },
    code: 'invoice_corrected',
    notes: 'The invoice was corrected by INV-1010.',
  },
  {
    done: { kind: 'information', lines: [] },
    code: 'information_provided',
    notes: 'The question was answered.',
  },
  {
    done: { kind: 'duplicate', lines: [], successor: 'CASE-7' },
    code: 'duplicate_case',
    notes: 'The claim is already being dealt with in CASE-7.',
  },
  {
    done: { kind: 'withdrawn', lines: [] },
    code: 'withdrawn_by_customer',
    notes: 'The customer withdrew the claim.',
  },
])('$code is told as "$notes"', ({ done, code, notes }) => {
  expect(resolutionCodeOf(done.kind)).toBe(code);
  expect(resolutionNotes(done)).toBe(notes);
});

test('work notes hold the number, the check, the documents and who decided', () => {
  const notes = workNotes(
    { kind: 'credit_note', invoiceNumber: 'INV-1003', lines, creditNote },
    {
      verdict: 'validated',
      rule: '10 billed, 9 delivered: 1 short',
      sources: ['DN-310'],
      proposedBy: 'Sam',
      approvedBy: 'Mara',
      approvalWhy: '€51.43 is over the limit of 50.00',
      policyVersion: '2026-10',
      note: 'Second time this month',
    },
  );
  expect(notes.split('\n')).toEqual([
    'Credit note CN-2026-0007 over €51.43 was issued: 1 × Pump (line 2) of INV-1003.',
    'Check: validated (10 billed, 9 delivered: 1 short).',
    'Documents: DN-310.',
    'Proposed by Sam, approved by Mara: €51.43 is over the limit of 50.00.',
    'Policy 2026-10.',
    'Note: Second time this month',
  ]);
});
