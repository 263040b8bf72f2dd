import * as z from 'zod';
import type { MadeCall, OpenedCase, Request, State } from './state.ts';

const Opened = z.object({ caseNumber: z.string(), invoiceNumber: z.string(), reasonCode: z.string() });
const Note = z.object({ note: z.string() });

/** Remembers a case that was opened in this conversation. */
export function rememberOpened(state: State, { tool, input, answer }: MadeCall): void {
  const opened = tool === 'open_dispute' && answer?.ok ? Opened.safeParse(answer.result).data : undefined;
  if (!opened) return;
  const note = Note.safeParse(input).data?.note;
  const kept: OpenedCase = note === undefined ? opened : { ...opened, note };
  state.opened = [...state.opened.filter(({ caseNumber }) => caseNumber !== kept.caseNumber), kept];
}

/**
 * A claim of before that waits, says no number and covers what a case of this conversation is open for: it is what that case tells more
 * exactly, so it is neither opened nor added.
 */
export function dropCovered(state: State, { tool, answer }: MadeCall): void {
  const isRefused = tool === 'open_dispute' && answer?.ok === false && answer.code === 'already-disputed';
  const waiting = state.pending.at(-1);
  if (!isRefused || waiting?.intent !== 'dispute.open' || countsAnything(waiting)) return;
  const isOpened = state.opened.some(({ caseNumber }) => caseNumber === answer.details.caseNumber);
  const isOfThisMessage = state.requests.some(({ intent }) => intent === 'dispute.open');
  if (isOpened && !isOfThisMessage) state.pending.pop();
}

const countsAnything = ({ slots, note }: Request): boolean =>
  note !== undefined ||
  slots.amounts.length > 0 ||
  [slots.claimed, slots.delivered, slots.quantity, slots.percent, slots.half].some(
    (value) => value !== undefined,
  );
