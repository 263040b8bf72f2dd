import type { Side } from '../intent/classifier.ts';
import type { Context } from '../meaning/context.ts';
import { interpret } from '../meaning/interpret.ts';
import type { NumberFormats } from '../values/documents.ts';
import { endTurn } from './end-turn.ts';
import type { Message } from './history.ts';
import { focusOn, learn } from './learn.ts';
import { dropCovered, rememberOpened } from './opened-cases.ts';
import type { State } from './state.ts';
import { takeMessage } from './take-message.ts';

export type Surroundings = {
  readonly side: Side;
  readonly today: string;
  readonly dayFirst?: boolean;
  readonly language?: string;
  readonly openInvoice?: string;
  readonly openCase?: string;
  readonly numberFormats?: NumberFormats;
  readonly vectorOf?: Context['vectorOf'];
};

/** Reads the whole state back out of the history; nothing else is remembered. */
export function fold(messages: readonly Message[], around: Surroundings): State {
  const state = emptyState(around);
  for (const message of messages) {
    if (message.role === 'user') {
      state.turn++;
      state.calls = [];
      takeMessage(state, interpret(message.text, state.context), message.text);
      delete state.context.asked;
    } else if (message.role === 'tool') {
      for (const { id, answer } of message.results) {
        const call = state.calls.find((made) => made.id === id);
        if (!call) continue;
        call.answer = answer;
        learn(state, call);
        rememberOpened(state, call);
        dropCovered(state, call);
      }
    } else {
      for (const call of message.calls) {
        state.calls.push({ ...call });
        state.seenCalls = true;
        const { invoiceNumber, caseNumber } = call.input;
        if (typeof invoiceNumber === 'string') focusOn(state, invoiceNumber);
        if (typeof caseNumber === 'string') state.context.case = caseNumber;
      }
      if (message.text && message.calls.length === 0) endTurn(state, message.text);
    }
  }
  return state;
}

const emptyState = (around: Surroundings): State => ({
  context: {
    side: around.side,
    today: around.today,
    dayFirst: around.dayFirst ?? true,
    language: around.language ?? 'en',
    listed: [],
    lines: [],
    ...(around.openInvoice ? { invoice: around.openInvoice } : {}),
    ...(around.openCase ? { case: around.openCase } : {}),
    ...(around.numberFormats ? { numberFormats: around.numberFormats } : {}),
    ...(around.vectorOf ? { vectorOf: around.vectorOf } : {}),
  },
  ...(around.openCase ? { openCase: around.openCase } : {}),
  requests: [],
  pending: [],
  calls: [],
  talkedOf: around.openInvoice ? [around.openInvoice] : [],
  focused: around.openInvoice ? [around.openInvoice] : [],
  opened: [],
  invoices: new Map(),
  confirmations: new Map(),
  turn: 0,
  isPinned: around.language !== undefined,
  isLanguageTold: false,
  isForeign: false,
  seenCalls: false,
  said: '',
  spoken: '',
  leavesUnsent: false,
  saysYes: false,
  negative: false,
  complaints: 0,
  strangers: 0,
  trace: [],
});
