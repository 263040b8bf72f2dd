import type { CaseState, DisputeItemState, HandoffState } from './case.ts';
import { Refusal } from './refusal.ts';

export type CreditNoteState = 'draft' | 'pending_approval' | 'issued' | 'applied' | 'refunded' | 'void';

/** Which state may follow which. A table says everything that is legal; what it does not say is refused. */
type Moves<State extends string> = Readonly<Record<State, readonly State[]>>;

// Resolved and closed go back to work when a customer disagrees or a credit note is voided.
const caseMoves: Moves<CaseState> = {
  draft: ['new', 'cancelled'],
  new: ['work_in_progress', 'cancelled'],
  work_in_progress: ['awaiting_info', 'resolved', 'closed'],
  awaiting_info: ['work_in_progress', 'resolved', 'closed'],
  resolved: ['closed', 'work_in_progress'],
  closed: ['work_in_progress'],
  cancelled: [],
};

const itemMoves: Moves<DisputeItemState> = {
  draft: ['new', 'cancelled'],
  new: ['work_in_progress', 'cancelled'],
  work_in_progress: ['awaiting_info', 'resolved_accepted', 'resolved_denied'],
  awaiting_info: ['work_in_progress', 'resolved_accepted', 'resolved_denied'],
  resolved_accepted: ['work_in_progress'],
  resolved_denied: ['work_in_progress'],
  cancelled: [],
};

const creditNoteMoves: Moves<CreditNoteState> = {
  draft: ['pending_approval', 'issued', 'void'],
  pending_approval: ['draft', 'issued', 'void'],
  issued: ['applied', 'refunded', 'void'],
  applied: ['refunded', 'void'],
  refunded: ['void'],
  void: [],
};

// A person who leaves puts the customer back in line; an ended conversation starts afresh with the assistant.
const handoffMoves: Moves<HandoffState> = {
  bot: ['queued', 'ended'],
  queued: ['human', 'bot', 'ended'],
  human: ['queued', 'ended'],
  ended: ['bot'],
};

const finalItemStates: readonly DisputeItemState[] = ['resolved_accepted', 'resolved_denied', 'cancelled'];

export const isFinalItem = (state: DisputeItemState): boolean => finalItemStates.includes(state);
export const isOpenCase = (state: CaseState): boolean => !['resolved', 'closed', 'cancelled'].includes(state);

type Mover = {
  /** Who moves the case: once it has been sent, only its customer may cancel it. */
  readonly by?: 'customer' | 'staff';
  /** States of its disputed lines: a case resolves and closes only when all are final. */
  readonly items?: readonly DisputeItemState[];
};

/** What a case in `from` may become next. */
export function caseMovesFrom(
  from: CaseState,
  { by = 'staff', items = [] }: Mover = {},
): readonly CaseState[] {
  return caseMoves[from].filter((to) => {
    if (to === 'cancelled') return from === 'draft' || by === 'customer';
    if (to === 'resolved' || to === 'closed') return items.every(isFinalItem);
    return true;
  });
}

/** Refuses an illegal move of a case; the refusal's details list the legal ones. */
export const moveCase = (from: CaseState, to: CaseState, mover: Mover = {}): void =>
  assertMove('A case', from, to, caseMovesFrom(from, mover));

export const moveItem = (from: DisputeItemState, to: DisputeItemState): void =>
  assertMove('A disputed line', from, to, itemMoves[from]);

export const moveCreditNote = (from: CreditNoteState, to: CreditNoteState): void =>
  assertMove('A credit note', from, to, creditNoteMoves[from]);

export const moveHandoff = (from: HandoffState, to: HandoffState): void =>
  assertMove('A conversation', from, to, handoffMoves[from]);

function assertMove<State extends string>(
  what: string,
  from: State,
  to: State,
  allowed: readonly State[],
): void {
  if (allowed.includes(to)) return;
  const choice = allowed.length > 0 ? `; it may become ${allowed.map(inWords).join(', ')}` : '';
  throw new Refusal(
    'illegal-move',
    `${what} that is ${inWords(from)} cannot become ${inWords(to)}${choice}`,
    {
      from,
      to,
      allowed: [...allowed],
    },
  );
}

const inWords = (state: string): string => state.replaceAll('_', ' ');
