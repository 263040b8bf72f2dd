import type { Act } from '../meaning/context.ts';
import { afterYes, asksForPerson } from '../reading.ts';
import { readsBack } from '../speak/read-back.ts';
import { wordCount } from '../text/word-count.ts';
import { filledUp } from '../values/slots.ts';
import { startsWith } from '../words/words.ts';
import { requestOf, told, withoutRefused } from './requests.ts';
import type { Confirmation, Request, State } from './state.ts';
import { withoutHeld } from './together.ts';

/** A yes counts only for the words it was given to. */
export function takeYes(state: State, act: Act, raw: string): void {
  const { asked } = state.context;
  if (asked === 'person') {
    // "OK, send me the invoice" and "maybe" are no wish for a person
    if (state.saysYes || asksForPerson(raw)) state.requests.push(wishForPerson(state, act));
    else if (state.trace.length === 1) state.requests.push(requestOf(act, { intent: '_person_again' }));
    return;
  }
  const waiting = state.pending.pop();
  if (asked === 'confirmation') {
    const readBack = saidConfirmation(state);
    const open = readBack ?? [...state.confirmations.values()].at(-1);
    const noted = waiting && open && !state.saysYes ? withNote(waiting, act, raw) : undefined;
    if (noted) {
      state.requests.push(noted);
      return;
    }
    if (open && (readBack || !waiting?.unknown)) {
      // Only words of the list are a yes to a write, however sure the classifier is.
      const intent = readBack && state.saysYes ? '_confirm' : '_read_back';
      if (waiting && intent === '_confirm') state.pending = withoutHeld(state, waiting, open);
      state.requests.push({ ...(waiting ?? requestOf(act)), intent, text: act.text, confirmation: open });
      return;
    }
  }
  if (!waiting) state.requests.push(requestOf(act));
  else {
    const misses = asked && asked !== 'confirmation' ? (waiting.misses ?? 0) + 1 : (waiting.misses ?? 0);
    const kept = withoutRefused(waiting, asked);
    state.requests.push({
      ...kept,
      slots: filledUp(kept.slots, act.slots),
      misses,
      ...(asked === 'confirmation' ? { agreed: true } : {}),
    });
  }
}

/** A person is told what was asked before the offer, and not the yes to it. */
function wishForPerson({ last }: State, act: Act): Request {
  const text = last?.text ?? act.text;
  return { ...requestOf(act, { intent: 'human', text }), said: last?.said ?? text };
}

/** "Yes, but …": no yes to what was read back. */
export function takeHesitation(state: State, act: Act, raw: string): void {
  const confirmation = saidConfirmation(state);
  const waiting = state.pending.pop();
  const noted = waiting && confirmation ? withNote(waiting, act, raw) : undefined;
  if (noted) {
    state.requests.push(noted);
    return;
  }
  state.requests.push({
    ...(waiting ?? requestOf(act)),
    intent: confirmation ? '_read_back' : 'oos',
    ...(confirmation ? { confirmation } : {}),
  });
}

const leastNote = 5;
const joint = startsWith('cues', 'but');

/** "Yes, but we have the collection slip no. 5512": what is told beside the yes goes along with the claim, and is read back with it. */
function withNote(waiting: Request, { slots, text, note: own }: Act, raw: string): Request | undefined {
  if (own !== undefined && waiting.intent === 'dispute.open')
    return { ...waiting, note: waiting.note === undefined ? own : told(waiting.note, own) };
  const note = afterYes(raw)?.replace(joint, '').trim() ?? '';
  const isTold = wordCount(note) >= leastNote && !/\?\s*$/.test(note) && slots.reason === undefined;
  // What another act of the message says is none of this claim.
  const isOwn = wordCount(afterYes(text) ?? '') >= leastNote;
  return waiting.intent === 'dispute.open' && isTold && isOwn ? { ...waiting, note } : undefined;
}

export const saidConfirmation = (state: State): Confirmation | undefined =>
  [...state.confirmations.values()].findLast((confirmation) => readsBack(state.said, confirmation.view));
