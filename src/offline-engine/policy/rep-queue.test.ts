import { describe, expect, it } from 'vitest';
import { answeredWith } from './answered-with.ts';

const row = (caseNumber: string, more: object) => ({
  ...{ caseNumber, account: 'Oakmere', state: 'new', priority: 3, shortDescription: 'Short delivery' },
  ...{ queue: 'logistics', openedAt: '2026-11-10T09:00:00Z', waitingOn: 'us', ...more },
});
const rows = [
  row('CASE-1', { dueAt: '2026-11-20T09:00:00Z', assignedTo: 'Ana' }),
  row('CASE-2', { dueAt: '2026-11-21T09:00:00Z', assignedTo: 'Ben' }),
  row('CASE-3', { waitingOn: 'nobody', assignedTo: 'Ben' }),
];
const asked = (text: string) => {
  const views: unknown[] = [];
  const results = {
    list_cases: ({ view }: { view: string }) => {
      views.push(view);
      return { cases: rows };
    },
  };
  return { words: answeredWith(text, results, '2026-11-21', 'rep'), views };
};

describe("a rep's list of cases", () => {
  it('holds as overdue what ran out before today, not what runs out today', () => {
    const { words, views } = asked('all overdue cases');
    expect(words).toContain('CASE-1');
    expect(words).not.toContain('CASE-2');
    expect(views).toEqual(['all']);
  });

  it('is looked for among their own where they say so', () => {
    expect(asked('which of my cases are overdue').views).toEqual(['mine']);
  });

  it('holds no case as urgent that waits for nobody', () => {
    const { words } = asked('the most urgent cases');
    expect(words).toContain('CASE-2');
    expect(words).not.toContain('CASE-3');
  });
});
