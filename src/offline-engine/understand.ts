import type { Side } from './intent/place.ts';
import { labelledIntents } from './labelled-intents.ts';
import type { Act, Context, Option } from './meaning/context.ts';
import { interpret } from './meaning/interpret.ts';
import { readAssistant } from './memory/read-assistant.ts';
import { factsShown } from './memory/shown-facts.ts';
import { labelledSlots } from './values/labelled-slots.ts';
import { type QuestionKind, questionKinds } from './words/word-file.ts';

/** What earlier turns set up, under its public names. */
export type QuestionState = {
  readonly invoice?: string | undefined;
  readonly line?: number | undefined;
  readonly case?: string | undefined;
  /** Numbers of invoices or cases in the order shown. */
  readonly listed?: readonly string[] | undefined;
  /** The intent that waits for an answer. */
  readonly pending?: string | undefined;
  readonly asked?: string | undefined;
  readonly last_intent?: string | undefined;
  readonly claimed_qty?: number | undefined;
};

export type Question = {
  readonly text: string;
  readonly side: Side;
  /** Earlier turns, oldest first. */
  readonly context?: readonly { readonly role: 'user' | 'assistant'; readonly text: string }[] | undefined;
  readonly state?: QuestionState | undefined;
  /** ISO day; today when not given. */
  readonly today?: string | undefined;
  readonly vectorOf?: Context['vectorOf'];
};

export type Understanding = {
  readonly intents: readonly string[];
  readonly slots: Readonly<Record<string, unknown>>;
  /** From 0 to 1, of the weakest intent. */
  readonly confidence: number;
  /** ISO 639-1 */
  readonly language: string;
};

/** Reads one message: what is wanted, with which values, in which language. */
export function understand(question: Question): Understanding {
  const { text } = question;
  const context = contextOf(question);
  const { acts, language } = interpret(text, context);
  return {
    intents: labelledIntents(acts, text, context),
    slots: labelledSlots(acts, text),
    confidence: Math.round(Math.min(...acts.map(confidenceOf)) * 1000) / 1000,
    language,
  };
}

/** Where the message stands, as the engine sees it. */
export const contextOf = (question: Question): Context => ({
  side: question.side,
  today: question.today ?? defaultDay(),
  dayFirst: true,
  language: 'en',
  ...placeOf(question),
  ...(question.vectorOf ? { vectorOf: question.vectorOf } : {}),
});

const confidenceOf = ({ score }: Act): number => Math.min(1, Math.max(0, score));

/** What earlier turns set up, where it is not told: read out of their words. */
function stateOf({ context = [], side, today = defaultDay() }: Question): QuestionState {
  const shown = context.findLast(({ role }) => role === 'assistant');
  const said = context.findLast(({ role }) => role === 'user');
  if (!shown) return {};
  const words = readAssistant(shown.text, today);
  const [before] = said ? understand({ text: said.text, side, today, state: {} }).intents : [];
  const waits = words.asked !== undefined && words.asked !== 'more' && words.asked !== 'person';
  return {
    listed: words.listed.map(({ id }) => id),
    ...(words.invoice ? { invoice: words.invoice } : {}),
    ...(words.line === undefined ? {} : { line: words.line }),
    ...(words.asked ? { asked: words.asked } : {}),
    ...(before ? (waits ? { pending: before } : { last_intent: before }) : {}),
  };
}

const defaultDay = (): string => new Date().toISOString().slice(0, 10);

function placeOf(question: Question): Pick<Context, 'listed' | 'lines'> & Partial<Context> {
  const state = question.state ?? stateOf(question);
  const { asked, pending, last_intent: lastIntent, claimed_qty: claimed } = state;
  const kind = questionKinds.find((known) => known === asked);
  const { listed = [] } = state;
  const told = (question.context ?? []).flatMap(({ role, text }) => (role === 'assistant' ? [text] : []));
  const facts = factsShown(told, listed, question.today ?? defaultDay());
  const options = listed.map((id) => ({ ...optionOf(id, state), ...facts.get(id) }));
  return {
    listed: options.filter(({ type }) => type !== 'line'),
    lines: options.filter(({ type }) => type === 'line'),
    ...(kind ? { asked: kind satisfies QuestionKind } : {}),
    ...(pending ? { pending } : {}),
    ...(lastIntent ? { lastIntent } : {}),
    ...(state.invoice ? { invoice: state.invoice } : {}),
    ...(state.line === undefined ? {} : { line: state.line }),
    ...(state.case ? { case: state.case } : {}),
    ...(claimed === undefined ? {} : { claimed: String(claimed) }),
  };
}

/** Lists hold cases when the talk was of cases. */
const optionOf = (id: string, { asked, last_intent, pending }: QuestionState): Option => ({
  type:
    asked === 'line' && /^\d{1,2}$/.test(id)
      ? 'line'
      : /^(?:case|cas|cs|c|dsp|dis|clm|tkt|k)-/i.test(id) ||
          (!/^(?:inv|re|rg|f)/i.test(id) &&
            [asked, last_intent, pending].some((topic) => /^case|^rep\./.test(topic ?? '')))
        ? 'case'
        : 'invoice',
  id,
});
