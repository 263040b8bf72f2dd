import type { Act, Interpretation } from '../meaning/context.ts';
import { isTask } from '../meaning/moment.ts';
import { answerLanguage, readsAsPlainYes, readsAsYes, tellsLanguage } from '../reading.ts';
import { asWritten } from '../text/as-written.ts';
import { otherLanguage } from '../text/language.ts';
import { wordCount } from '../text/word-count.ts';
import { filledUp, hasValue, overridden } from '../values/slots.ts';
import { isAnotherProblem } from './another-problem.ts';
import { instead } from './instead-of-asking.ts';
import { focusOn } from './learn.ts';
import { repRequests, withoutOtherProposals } from './rep-requests.ts';
import { asCounted, requestOf, told, withoutBoth, withoutGuess } from './requests.ts';
import type { Request, State } from './state.ts';
import { takeMore, takeOut } from './take-apart.ts';
import { takeCorrection } from './take-correction.ts';
import { takeInformation } from './take-information.ts';
import { saidConfirmation, takeHesitation, takeYes } from './take-yes.ts';
import { onePerLine, withoutHeld } from './together.ts';

/** Turns what a message means into requests: new ones, or the pending one carried on, corrected, agreed to or dropped. */
export function takeMessage(state: State, meaning: Interpretation, raw: string): void {
  const { choice } = state;
  delete state.choice;
  state.requests = [];
  state.talkedOf = state.focused;
  if (state.prepared) state.preparedBefore = state.prepared;
  const isOpen = !state.isPinned && !state.isLanguageTold;
  state.isLanguageTold ||= tellsLanguage(raw);
  state.context.language = answerLanguage(raw, state.context.language, isOpen, state.context.side);
  state.isForeign = meaning.language === otherLanguage;
  state.saysYes = readsAsPlainYes(raw) || isYesAndMore(meaning, raw);
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
  const saidBy = ({ text }: Request): string =>
    meaning.acts.length > 1 ? asWritten(text, meaning.text, meaning.written) : raw;
  const requests = state.requests
    .filter(
      ({ intent }, at, all) => intent !== 'human' || all.findIndex((one) => one.intent === intent) === at,
    )
    .flatMap((request) => instead(request, state))
    .flatMap(onePerLine)
    .map((request) => ({ said: saidBy(request), ...request }));
  // "From the end of this month", told beside the offer of a person, does not take it back.
  state.requests = repRequests(requests, state).map((request) =>
    state.context.asked === 'person' && /^(?:oos|clarify)$/.test(request.intent) && !request.choice
      ? { ...request, intent: '_person_again' }
      : request,
  );
  state.pending = withoutOtherProposals(state);
  state.leavesUnsent = state.pending.some(({ intent }) => wouldWrite.test(intent));
  if (state.requests.some(({ intent }) => /^(?:human|bye)$/.test(intent))) state.pending = [];
  for (const { intent, slots } of state.requests) {
    const [caseNumber] = slots.cases;
    if (caseNumber && isCaseOfOurs(caseNumber, state)) state.context.case = caseNumber;
    const [invoice] = slots.invoices;
    if (
      invoice &&
      slots.invoices.length === 1 &&
      /^(?:clarify|oos|complaint|human|delivery\.proof|case\.status)$/.test(intent)
    )
      focusOn(state, invoice);
  }
  const isMiss = ({ intent, choice }: Request): boolean =>
    intent === 'oos' || (intent === 'clarify' && !choice);
  state.strangers = state.requests.every(isMiss) ? state.strangers + 1 : 0;
}

/** "RC-2210" is no case where cases are called CASE-1182. */
const isCaseOfOurs = (number: string, { openCase, context }: State): boolean => {
  const known = openCase ?? context.case;
  const letters = (document: string): string => /^\p{L}*/u.exec(document.toUpperCase())?.[0] ?? '';
  return known === undefined || letters(number) === '' || letters(number) === letters(known);
};

/** What sends something once it is agreed to; to look something up sends nothing. */
const wouldWrite = /^(?:dispute\.open|case\.add_info|rep\.)/;

/** A plain yes, and something else beside it that does not change it. */
const isYesAndMore = ({ acts: [first, ...more] }: Interpretation, raw: string): boolean =>
  first?.intent === 'affirm' && more.length > 0 && readsAsPlainYes(first.text) && readsAsYes(raw);

/** "No, a credit note instead": what waits is dropped for the other request. */
const givesWay = (act: Act, next: Act | undefined): boolean =>
  next !== undefined &&
  isTask(next.intent) &&
  (/^(?:deny|cancel)$/.test(act.intent) ||
    (act.intent === 'correct' && (next.intent.startsWith('rep.') || !hasValue(act.slots))));

function chosenIntent(options: readonly [string, string], act: Act, raw: string): string | undefined {
  if (wordCount(raw) > 5 && !(options.includes(act.intent) && act.score > 0.5)) return undefined;
  const place = act.slots.ordinal ?? (/^\s*[12]\s*$/.test(raw) ? Number(raw) : undefined);
  if (place !== undefined) return place === -1 ? options[1] : options[place - 1];
  return (
    options.find((option) => option === act.intent) ??
    options.find((option) => option === act.second) ??
    (act.intent === 'affirm' ? options[0] : undefined)
  );
}

function takeAct(state: State, said: Act, raw: string, meaning: Interpretation): void {
  const waiting = state.pending.at(-1);
  const asked = state.context.asked;
  const act = asCounted(withoutBoth(withoutGuess(said), waiting), waiting, asked);
  if (act.intent === 'affirm') takeYes(state, act, raw);
  else if (act.intent === 'hesitate') takeHesitation(state, act, raw);
  else if (act.intent === 'exclude') takeOut(state, act, raw);
  else if (act.intent === 'add') takeMore(state, act, raw);
  else if (act.intent === 'wait') state.requests.push(requestOf(act));
  else if (act.intent === 'deny' && asked === 'person') state.requests.push(requestOf(act));
  else if (act.intent === 'deny' && asked === 'invoice' && state.context.offered) {
    if (waiting) state.pending.splice(-1, 1, { ...waiting, slots: { ...waiting.slots, invoices: [] } });
    state.requests.push(requestOf(act, { intent: '_which' }));
  } else if (act.intent === 'deny' && waiting) {
    const refused = asked === 'confirmation' ? saidConfirmation(state) : undefined;
    state.pending.pop();
    if (refused) state.pending = withoutHeld(state, waiting, refused);
    state.requests.push(
      requestOf(act, {
        intent: asked === 'confirmation' && !waiting.unknown ? '_declined' : '_cancelled',
        text: waiting.intent,
      }),
    );
  } else if (act.intent === 'cancel') {
    const isTooLate = state.pending.length === 0 && isTalkedOf(state.written, state);
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
      ...(waiting.said && asked !== 'confirmation' ? { said: told(waiting.said, raw) } : {}),
      ...(act.note ? { note: act.note } : {}),
    });
  } else {
    // To work on the case that was read back says that it is the one.
    if (act.intent.startsWith('rep.') && waiting?.intent === 'rep.confirm') state.pending.pop();
    if (act.intent === 'complaint') state.complaints++;
    state.requests.push(requestOf(act, meaning.choice ? { choice: meaning.choice } : {}));
  }
}

/** Whether a case was named in the words right before: what somebody drops after other talk is no case. */
const isTalkedOf = (caseNumber: string | undefined, { said }: State): boolean =>
  caseNumber !== undefined && said.includes(caseNumber);
