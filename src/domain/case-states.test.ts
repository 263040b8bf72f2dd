import { expect, test } from 'vitest';
import type { CaseState, DisputeItemState, HandoffState } from './case.ts';
import {
  type CreditNoteState,
  caseMovesFrom,
  isFinalItem,
  isOpenCase,
  moveCase,
  moveCreditNote,
  moveHandoff,
  moveItem,
} from './case-states.ts';
import { Refusal } from './refusal.ts';

/** The legal moves from each state, told by trying every one. */
function legal<State extends string>(states: readonly State[], move: (from: State, to: State) => void) {
  const goes = (from: State, to: State): boolean => {
    try {
      move(from, to);
      return true;
    } catch (refused) {
      expect(refused).toBeInstanceOf(Refusal);
      return false;
    }
  };
  return Object.fromEntries(states.map((from) => [from, states.filter((to) => goes(from, to)).join(' ')]));
}

const caseStates: readonly CaseState[] = [
  'draft',
  'new',
  'work_in_progress',
  'awaiting_info',
  'resolved',
  'closed',
  'cancelled',
];

test('staff may move a case only along its life', () => {
  expect(legal(caseStates, moveCase)).toEqual({
    draft: 'new cancelled',
    new: 'work_in_progress',
    work_in_progress: 'awaiting_info resolved closed',
    awaiting_info: 'work_in_progress resolved closed',
    resolved: 'work_in_progress closed',
    closed: 'work_in_progress',
    cancelled: '',
  });
});

test.each([
  { from: 'draft', allowed: true },
  { from: 'new', allowed: true },
  { from: 'work_in_progress', allowed: false },
  { from: 'awaiting_info', allowed: false },
  { from: 'resolved', allowed: false },
  { from: 'closed', allowed: false },
] as const)('a customer may cancel a case that is $from: $allowed', ({ from, allowed }) => {
  expect(caseMovesFrom(from, { by: 'customer' }).includes('cancelled')).toBe(allowed);
});

test.each([
  { items: [], closes: true },
  { items: ['resolved_accepted', 'resolved_denied', 'cancelled'], closes: true },
  { items: ['resolved_accepted', 'work_in_progress'], closes: false },
  { items: ['awaiting_info'], closes: false },
] as const)('a case with lines $items closes: $closes', ({ items, closes }) => {
  expect(caseMovesFrom('work_in_progress', { items }).includes('closed')).toBe(closes);
  expect(caseMovesFrom('work_in_progress', { items }).includes('resolved')).toBe(closes);
});

test('a refused move says what would be legal', () => {
  expect(() => moveCase('closed', 'new')).toThrow(
    expect.objectContaining({
      code: 'illegal-move',
      message: 'A case that is closed cannot become new; it may become work in progress',
      details: { from: 'closed', to: 'new', allowed: ['work_in_progress'] },
    }),
  );
});

test('disputed lines move only along their life', () => {
  const states: readonly DisputeItemState[] = [
    'draft',
    'new',
    'work_in_progress',
    'awaiting_info',
    'resolved_accepted',
    'resolved_denied',
    'cancelled',
  ];
  expect(legal(states, moveItem)).toEqual({
    draft: 'new cancelled',
    new: 'work_in_progress cancelled',
    work_in_progress: 'awaiting_info resolved_accepted resolved_denied',
    awaiting_info: 'work_in_progress resolved_accepted resolved_denied',
    resolved_accepted: 'work_in_progress',
    resolved_denied: 'work_in_progress',
    cancelled: '',
  });
  expect(states.filter(isFinalItem)).toEqual(['resolved_accepted', 'resolved_denied', 'cancelled']);
});

test('a credit note is never taken out of circulation but by voiding it', () => {
  const states: readonly CreditNoteState[] = [
    'draft',
    'pending_approval',
    'issued',
    'applied',
    'refunded',
    'void',
  ];
  expect(legal(states, moveCreditNote)).toEqual({
    draft: 'pending_approval issued void',
    pending_approval: 'draft issued void',
    issued: 'applied refunded void',
    applied: 'refunded void',
    refunded: 'void',
    void: '',
  });
});

test('a conversation passes from the assistant through the line to a person', () => {
  const states: readonly HandoffState[] = ['bot', 'queued', 'human', 'ended'];
  expect(legal(states, moveHandoff)).toEqual({
    bot: 'queued ended',
    queued: 'bot human ended',
    human: 'queued ended',
    ended: 'bot',
  });
});

test('cases still worked on are open', () => {
  expect(caseStates.filter(isOpenCase)).toEqual(['draft', 'new', 'work_in_progress', 'awaiting_info']);
});
