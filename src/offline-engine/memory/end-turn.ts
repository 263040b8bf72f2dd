import { toolsOf } from '../policy/actions.ts';
import { lastQuestion } from '../question.ts';
import { sameDocument } from '../values/documents.ts';
import { readValues } from '../values/read-values.ts';
import { Asked, focusOn } from './learn.ts';
import { keepLine } from './line-asked.ts';
import { readAssistant } from './read-assistant.ts';
import type { Request, State } from './state.ts';
import { saidConfirmation } from './take-yes.ts';

/** What a number alone asks for goes on as what it was answered as. */
const ofBareNumber: Readonly<Record<string, string>> = { _invoice: 'invoice.find', _case: 'case.status' };

/** Takes in the words that ended an assistant's turn: what they show, what they ask, which requests they leave open. */
export function endTurn(state: State, text: string): void {
  const { context } = state;
  const read = readAssistant(text, context.today);
  state.said = text;
  state.spoken += `\n${text}`;
  const asked = read.asked ?? (mayAskForYes(state, text) ? 'confirmation' : undefined);
  if (asked) context.asked = asked;
  else delete context.asked;
  const offered = asked === 'invoice' ? offeredIn(text, context.today) : undefined;
  if (offered === undefined) delete context.offered;
  else context.offered = offered;
  const fresh = read.listed.filter(({ id }) => !context.listed.some((option) => sameDocument(option.id, id)));
  if (read.listed.length > 0 && (fresh.length > 0 || context.listed.length === 0))
    context.listed = read.listed;
  else if (read.listed.length > 1)
    // "The oldest" is one of those that were shown, not of all that were found.
    context.listed = context.listed.filter(({ id }) =>
      read.listed.some((shown) => sameDocument(shown.id, id)),
    );
  if (asked === 'invoice' && readSeveral(state)) focusBack(state);
  // what a tool answered in this turn tells the subject better than the words do
  const subject = state.calls.length === 0 || !context.invoice ? read.invoice : undefined;
  if (subject) focusOn(state, subject);
  if (subject && context.lines.length === 0) context.lines = read.lines;
  const sameInvoice =
    !read.invoice || (context.invoice !== undefined && sameDocument(read.invoice, context.invoice));
  if (read.line !== undefined && read.lines.length <= 1 && sameInvoice) context.line = read.line;
  for (const request of [...state.requests].reverse()) settle(state, request);
  const declined = state.requests.find(({ intent }) => intent === '_declined')?.text;
  if (declined) context.declined = declined;
  else delete context.declined;
  if (asked !== 'case' && asked !== 'note')
    state.pending = state.pending.filter((request) => !isOffer(request));
  keepLine(state);
  const waiting = state.pending.at(-1);
  if (waiting) context.pending = waiting.intent;
  else delete context.pending;
  if (state.last) context.lastIntent = ofBareNumber[state.last.intent] ?? state.last.intent;
  const note = asked === 'confirmation' ? noteReadBack(state) : undefined;
  if (note === undefined) delete context.note;
  else context.note = note;
}

const readSeveral = ({ calls }: State): boolean =>
  new Set(calls.flatMap(({ tool, input }) => (tool === 'get_invoice' ? [input.invoiceNumber] : []))).size > 1;

/** Where it is asked which invoice is meant, it is none of those that were only looked through. */
function focusBack(state: State): void {
  const before = state.talkedOf.at(-1);
  state.focused = state.talkedOf;
  if (before !== undefined) focusOn(state, before);
  else {
    delete state.context.invoice;
    delete state.context.line;
    state.context.lines = [];
  }
}

/** The only invoice that the question names. */
function offeredIn(text: string, today: string): string | undefined {
  const { invoices } = readValues(lastQuestion(text) ?? '', { today }).slots;
  return invoices.length === 1 ? invoices[0] : undefined;
}

const noteReadBack = (state: State): string | undefined => {
  const view = saidConfirmation(state)?.view;
  return view?.tool === 'add_case_note' ? view.facts.note : undefined;
};

/** What was shown or offered is not asked for again once the talk is of something else. */
export const isOffer = ({ intent, note }: Request): boolean =>
  intent === 'case.status' || (intent === 'case.evidence' && note === undefined);

/** Another model's question while a write waits may ask for a yes in words of its own: our words are then read back first. */
const mayAskForYes = ({ confirmations, pending, calls }: State, text: string): boolean =>
  lastQuestion(text) !== undefined &&
  confirmations.size > 0 &&
  (pending.length > 0 || calls.some(({ answer }) => answer?.ok && Asked.safeParse(answer.result).success));

/** A dispute that waits stays with the invoice it was told of, whatever is talked of meanwhile. */
function aboutItsInvoice(request: Request, { context: { invoice, asked } }: State): Request {
  if (request.intent !== 'dispute.open' || request.slots.invoices.length > 0) return request;
  if (asked === 'invoice') return { ...request, awaitsInvoice: true };
  return invoice ? { ...request, slots: { ...request.slots, invoices: [invoice] } } : request;
}

const waits = /^(?:dispute\.open|case\.|payment\.|statement|invoice\.|human|rep\.)/;

function settle(state: State, request: Request): void {
  const { asked } = state.context;
  if (request.intent === 'clarify' && request.choice) {
    state.choice = { options: request.choice, request };
    return;
  }
  const intent = request.confirmation
    ? request.confirmation.tool === 'open_dispute'
      ? 'dispute.open'
      : 'case.add_info'
    : request.intent;
  const same = aboutItsInvoice({ ...request, intent }, state);
  const tools = toolsOf(intent);
  // "Can I send photos?" is answered, unless the words were asked for instead.
  const isAnswered = request.intent === 'case.evidence' && asked !== 'note';
  const done =
    isAnswered ||
    state.calls.some(
      ({ tool, answer }) => tools.includes(tool) && answer?.ok && !Asked.safeParse(answer.result).success,
    );
  const askedBack =
    asked === 'invoice' || asked === 'case' || (intent === 'rep.confirm' && asked === 'confirmation');
  // What a rule refused for good is not asked for again after every later answer.
  const isRefused = state.calls.some(
    ({ tool, answer }) => tools.includes(tool) && answer && !answer.ok && answer.code === 'illegal-move',
  );
  if ((done && !askedBack) || isRefused) state.last = same;
  else if (
    asked &&
    asked !== 'more' &&
    asked !== 'person' &&
    waits.test(intent) &&
    !(intent === 'invoice.find' || intent === 'rep.queue')
  ) {
    // of several claims the first was tried: its case is open already, and a note was offered instead
    const isFirst = request === state.requests.find(({ intent: other }) => other === request.intent);
    const exists =
      intent === 'dispute.open' && isFirst && state.calls.some(({ tool }) => tool === 'add_case_note');
    state.pending.push(exists ? { ...same, intent: 'case.add_info' } : same);
    state.last = same;
  } else if (!/^(?:_|affirm|deny|wait|thanks|greet|oos)/.test(intent)) state.last = same;
}
