import { describe, expect, it } from 'vitest';
import { answeredWith } from './answered-with.ts';

const open = {
  ...{ caseNumber: 'CASE-1187', caseType: 'dispute', state: 'new', shortDescription: 'Damaged goods' },
  ...{ items: [], openedAt: '2026-11-10T09:00:00Z', nextStep: '', timeline: [] },
};
const creditNote = { number: 'CN-3297', total: '28.62', currency: 'GBP', issueDate: '2026-11-14' };
const whenDecided = (found: object) =>
  answeredWith(
    'when will you decide about CASE-1187?',
    { get_case: { ...open, ...found }, list_cases: { cases: [open] } },
    '2026-11-21',
  );

describe('when a case is decided', () => {
  it('is not known while it is open', () => {
    expect(whenDecided({})).toContain("I can't name a day");
  });

  it.each([
    ['resolved', { state: 'resolved' }],
    ['credited', { creditNote }],
    ['replaced', { replacementOrder: { number: 'SO-12', promiseDate: '2026-12-01' } }],
  ])('is no question any more once it is %s', (_, found) => {
    expect(whenDecided(found)).not.toContain("I can't name a day");
    expect(whenDecided(found)).toContain('CASE-1187');
  });
});
