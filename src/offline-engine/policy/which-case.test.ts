import { describe, expect, it } from 'vitest';
import { answeredWith } from './answered-with.ts';

const caseOf = (caseNumber: string, invoiceNumber: string, state: string) => ({
  ...{ caseNumber, caseType: 'dispute', state, shortDescription: `Damaged goods on ${invoiceNumber}` },
  ...{ invoiceNumber, items: [], openedAt: '2026-11-10T09:00:00Z', nextStep: '', timeline: [] },
});
type Case = ReturnType<typeof caseOf>;
const [older, newer] = [
  caseOf('CASE-1101', 'INV-30112', 'closed'),
  caseOf('CASE-1150', 'INV-30120', 'closed'),
];
const open = caseOf('CASE-1187', 'INV-30097', 'new');

const answered = (said: string, { open, closed }: { open: Case[]; closed: Case[] }) =>
  answeredWith(
    said,
    {
      list_cases: ({ status }: { status: string }) => ({ cases: status === 'open' ? open : closed }),
      get_case: ({ caseNumber }: { caseNumber: string }) =>
        [...open, ...closed].find((one) => one.caseNumber === caseNumber),
    },
    '2026-11-21',
  );

describe('the case that is asked about', () => {
  it('is the one that is over where none is open', () => {
    const answer = answered('any news on my claim?', { open: [], closed: [older] });
    expect(answer).toMatch(/^Case CASE-1101/);
  });

  it('is asked for where several are over, after it is said that none is open', () => {
    const answer = answered('any news on my claim?', { open: [], closed: [newer, older] });
    expect(answer).toMatch(
      /^I see no open cases\. Closed cases, newest first:\n1\. CASE-1150.*\n2\. CASE-1101/,
    );
  });

  it('is the newest of its invoice, open or over', () => {
    const first = caseOf('CASE-1044', 'INV-30112', 'closed');
    const cases = { open: [open], closed: [older, first] };
    expect(answered('what happened to my claim on INV-30112?', cases)).toContain('Case CASE-1101');
    expect(answered('what happened to my claim on INV-30097?', cases)).toContain('Case CASE-1187');
  });

  it('is none where closed ones are asked for and none is', () => {
    expect(answered('show me my closed cases', { open: [open], closed: [] })).toBe(
      'You have no closed cases.',
    );
  });

  it('is none at all where nothing was ever disputed', () => {
    expect(answered('any news on my claim?', { open: [], closed: [] })).toBe('I see no open cases.');
  });
});
