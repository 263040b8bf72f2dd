import type { Act, Interpretation } from '../meaning/context.ts';
import { isTask } from '../meaning/moment.ts';
import { answerLanguage, readsAsYes } from '../reading.ts';
import { readsBack } from '../speak/read-back.ts';
import { otherLanguage } from '../text/language.ts';
import { filledUp, hasValue, overridden } from '../values/slots.ts';
import { instead } from './instead-of-asking.ts';
import { focusOn } from './learn.ts';
import { repRequests } from './rep-requests.ts';
import { requestOf } from './requests.ts';
import type { Confirmation, State } from './state.ts';
import { takeCorrection } from './take-correction.ts';
import { takeInformation } from './take-information.ts';

const count = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Turns what a message means into requests: new ones, or the pending one carried on, corrected, agreed to or dropped. */
export function takeMessage(state: State, meaning: Interpretation, raw: string): void {
  const { choice } = state;
  delete state.choice;
  state.requests = [];
  if (state.prepared) state.preparedBefore = state.prepared;
  const isFirst = state.turn === 1 && !state.isPinned;
  state.context.language = answerLanguage(raw, state.context.language, isFirst, state.context.side);
  state.isForeign = meaning.language === otherLanguage;
  state.saysYes = readsAsYes(raw);
  state.negative = meaning.negative;
  state.trace = meaning.acts;
  for (const [at, act] of meaning.acts.entries()) {
    if (givesWay(act, meaning.acts[at + 1])) {
      state.pending = [];
      continue;
    }
    const chosen = choice && meaning.acts.length === 1 ? chosenIntent(choice.options, act, raw) : undefined;
    if (choice && chosen) {
      state.requests.push({
        intent: chosen,
        slots: filledUp(act.slots, choice.request.slots),
        text: `${choice.request.text} ${raw}`,
        score: 1,
      });
    } else takeAct(state, act, raw, meaning);
  }
  const requests = state.requests
    .flatMap((request) => instead(request, state))
    .map((request) => ({ said: meaning.acts.length > 1 ? request.text : raw, ...request }));
  state.requests = repRequests(requests, state);
  if (state.requests.some(({ intent }) => /^(?:human|bye)$/.test(intent))) state.pending = [];
  for (const { intent, slots } of state.requests) {
    const [caseNumber] = slots.cases;
    if (caseNumber) state.context.case = caseNumber;
    const [invoice] = slots.invoices;
    if (invoice && slots.invoices.length === 1 && /^(?:clarify|oos|complaint|human)$/.test(intent))
      focusOn(state, invoice);
  }
  state.strangers = state.requests.every(({ intent }) => intent === 'oos') ? state.strangers + 1 : 0;
}

/** "No, a credit note instead": what waits is dropped for the other request. */
const givesWay = (act: Act, next: Act | undefined): boolean =>
  next !== undefined &&
  isTask(next.intent) &&
  (/^(?:deny|cancel)$/.test(act.intent) ||
    (act.intent === 'correct' && (next.intent.startsWith('rep.') || !hasValue(act.slots))));

function chosenIntent(options: readonly [string, string], act: Act, raw: string): string | undefined {
  if (count(raw) > 5 && !(options.includes(act.intent) && act.score > 0.5)) return undefined;
  const place = act.slots.ordinal ?? (/^\s*[12]\s*$/.test(raw) ? Number(raw) : undefined);
  if (place !== undefined) return place === -1 ? options[1] : options[place - 1];
  return (
    options.find((option) => option === act.intent) ??
    options.find((option) => option === act.second) ??
    (act.intent === 'affirm' ? options[0] : undefined)
  );
}

function takeAct(state: State, act: Act, raw: string, meaning: Interpretation): void {
  const waiting = state.pending.at(-1);
  const asked = state.context.asked;
  if (act.intent === 'affirm') takeYes(state, act);
  else if (act.intent === 'hesitate') takeHesitation(state, act);
  else if (act.intent === 'deny' && asked === 'person') state.requests.push(requestOf(act));
  else if (act.intent === 'deny' && waiting) {
    state.pending.pop();
    state.requests.push(
      requestOf(act, {
        intent: asked === 'confirmation' && !waiting.unknown ? '_declined' : '_cancelled',
        text: waiting.intent,
      }),
    );
  } else if (act.intent === 'cancel') {
    const isTooLate = state.pending.length === 0 && state.written !== undefined;
    state.pending = [];
    state.requests.push(requestOf(act, { intent: isTooLate ? '_withdrawn' : '_cancelled' }));
  } else if (act.intent === 'correct') takeCorrection(state, act, raw);
  else if (act.intent === 'inform') takeInformation(state, act, raw);
  else if (waiting && act.intent === waiting.intent && !isAnotherProblem(state, act)) {
    state.pending.pop();
    state.requests.push({
      ...waiting,
      slots: overridden(waiting.slots, act.slots),
      text: `${waiting.text} ${act.text}`,
    });
  } else {
    // To work on the case that was read back says that it is the one.
    if (act.intent.startsWith('rep.') && waiting?.intent === 'rep.confirm') state.pending.pop();
    if (act.intent === 'complaint') state.complaints++;
    state.requests.push(requestOf(act, meaning.choice ? { choice: meaning.choice } : {}));
  }
}

/** While one problem waits for its yes, another one is a request of its own. */
const isAnotherProblem = ({ context, pending }: State, { slots }: Act): boolean => {
  const before = pending.at(-1)?.slots.reason;
  return (
    context.asked === 'confirmation' &&
    slots.reason !== undefined &&
    before !== undefined &&
    before !== slots.reason
  );
};

/** A yes counts only for the words it was given to. */
function takeYes(state: State, act: Act): void {
  const { asked } = state.context;
  if (asked === 'person') {
    // "OK, send me the invoice" and "maybe" are no wish for a person
    if (state.saysYes)
      state.requests.push(requestOf(act, { intent: 'human', text: state.last?.text ?? act.text }));
    else if (state.trace.length === 1) state.requests.push(requestOf(act));
    return;
  }
  const waiting = state.pending.pop();
  if (asked === 'confirmation') {
    const readBack = saidConfirmation(state);
    const open = readBack ?? [...state.confirmations.values()].at(-1);
    if (open && (readBack || !waiting?.unknown)) {
      // Only words of the list are a yes to a write, however sure the classifier is.
      const intent = readBack && state.saysYes ? '_confirm' : '_read_back';
      state.requests.push({ ...(waiting ?? requestOf(act)), intent, text: act.text, confirmation: open });
      return;
    }
  }
  if (!waiting) state.requests.push(requestOf(act));
  else {
    const misses = asked && asked !== 'confirmation' ? (waiting.misses ?? 0) + 1 : (waiting.misses ?? 0);
    state.requests.push({
      ...waiting,
      slots: filledUp(waiting.slots, act.slots),
      misses,
      ...(asked === 'confirmation' ? { agreed: true } : {}),
    });
  }
}

/** "Yes, but …": no yes to what was read back. */
function takeHesitation(state: State, act: Act): void {
  const confirmation = saidConfirmation(state);
  const waiting = state.pending.pop();
  state.requests.push({
    ...(waiting ?? requestOf(act)),
    intent: confirmation ? '_read_back' : 'oos',
    ...(confirmation ? { confirmation } : {}),
  });
}

const saidConfirmation = (state: State): Confirmation | undefined =>
  [...state.confirmations.values()].findLast((confirmation) => readsBack(state.said, confirmation.view));
