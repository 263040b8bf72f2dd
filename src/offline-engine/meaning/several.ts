import { clausesOf, partsOf } from '../text/clauses.ts';
import type { Slots } from '../values/slots.ts';
import { startsWith } from '../words/words.ts';
import type { Act } from './context.ts';
import { act, isTask, type Moment, type Reader, understood } from './moment.ts';

const yes = startsWith('answers', 'yes');
const no = startsWith('answers', 'no');

/** A request that a part of a message makes. */
type Request = { readonly text: string; readonly intent: string; readonly score: number };

const asking = /\?\s*$/;
const keepsOwnInvoice = /^(?:balance|statement|billing|human|case)/;
/** What people tell around a dispute without asking for it. */
const tellsOfDispute = /^(?:invoice\.(?:find|explain)|payment\.status|case\.|rep\.|balance|policy\.)/;

/**
 * How sure a part of the message (out of its context) and the whole must be of one more request.
 * Measured by cross validation over authors, see learning/; `alone` is enough without the whole.
 */
const least = {
  dispute: { part: 0.9, whole: 0.1, alone: 1 },
  told: { part: 0.9, whole: 0.05, alone: 1 },
  other: { part: 0.4, whole: 0.06, alone: 0.85 },
};
/** What the whole must at least give to a request that a part alone is sure of. */
const leastWhole = 0.015;

/** The requests in a message, the one that the whole is about and those that parts of it add, in the order of the text. */
export function requestsIn(moment: Moment): Request[] {
  const { prediction, text, context } = moment;
  const lead = prediction.label;
  if (!isTask(lead) && !/^(?:affirm|deny|correct|cancel)$/.test(lead)) return [];
  const parts = partsOf(text);
  if (parts.length < 2) return [];
  const found = new Map<string, Request & { readonly at: number }>();
  let leadAt = text.length;
  for (const part of parts) {
    const { label, score } = moment.alone(part);
    const at = text.indexOf(part);
    if (label === lead) leadAt = Math.min(leadAt, at);
    if (
      label === lead ||
      !isTask(label) ||
      label === 'clarify' ||
      found.has(label) ||
      part.split(/\s+/).length < 2
    )
      continue;
    const kind =
      label === 'dispute.open'
        ? least.dispute
        : lead === 'dispute.open' && tellsOfDispute.test(label) && !asking.test(part)
          ? least.told
          : least.other;
    const whole = prediction.scoreOf(label);
    if ((score >= kind.part && whole >= kind.whole) || (score >= kind.alone && whole >= leastWhole))
      found.set(label, { intent: label, text: part, score, at });
  }
  if (found.size === 0) return [];
  const others = [...found.values()];
  const answered = answeredFirst(moment, lead, others);
  const start =
    leadAt === text.length ? (Math.min(...others.map(({ at }) => at)) > 0 ? 0 : text.length) : leadAt;
  const first =
    isTask(lead) && !answered
      ? [{ intent: lead, text: leadText(moment, lead, parts), score: prediction.score, at: start }]
      : [];
  const tasks = [...first, ...others].sort((one, other) => one.at - other.at);
  const before = answered ?? (isTask(lead) ? undefined : lead);
  return before && context.asked === 'confirmation'
    ? [{ intent: before, text: parts[0] ?? text, score: prediction.score }, ...tasks]
    : before
      ? [{ intent: before, text, score: prediction.score }, ...tasks]
      : tasks;
}

/** The parts that make the request the whole is about, or all of it. */
function leadText(moment: Moment, lead: string, parts: readonly string[]): string {
  const own = parts.filter((part) => moment.alone(part).label === lead);
  return own.length > 0 ? own.join(', ') : moment.text;
}

/** A yes or no to the open question, before something else is asked. */
function answeredFirst(moment: Moment, lead: string, others: readonly Request[]): string | undefined {
  const { context, text } = moment;
  if (context.asked !== 'confirmation' || /^(?:affirm|deny|correct|cancel)$/.test(lead)) return undefined;
  if (yes.test(text)) return 'affirm';
  if (!no.test(text)) return undefined;
  const next = others[0]?.intent ?? lead;
  return context.pending?.startsWith('rep.') && /^rep\.(?:credit|reorder|reject)$/.test(next)
    ? 'correct'
    : 'deny';
}

/** "Send me a copy and tell me if it has been paid." */
export const readSeveral: Reader = (moment) => {
  const requests = requestsIn(moment);
  if (new Set(requests.map(({ intent }) => intent)).size < 2) return undefined;
  const acts: { intent: string; slots: Slots; text: string; score: number }[] = [];
  let carried: Slots | undefined;
  for (const { intent, text, score } of requests) {
    let slots = moment.slotsFor(intent, text);
    if (carried && slots.invoices.length + slots.cases.length === 0 && !slots.filter)
      slots = { ...slots, invoices: carried.invoices, cases: carried.cases };
    if (slots.invoices.length + slots.cases.length > 0) carried = slots;
    if (!isTask(intent)) {
      acts.push({ intent, slots, text, score });
      continue;
    }
    const before = acts.find((other) => other.intent === intent);
    if (before)
      before.slots = {
        ...slots,
        ...before.slots,
        invoices: [...new Set([...before.slots.invoices, ...slots.invoices])],
      };
    else acts.push({ intent, slots, text, score });
  }
  const named = acts.find(({ slots }) => slots.invoices.length > 0)?.slots.invoices ?? [];
  return understood(
    moment,
    acts.map(({ intent, slots, text, score }): Act => {
      const needs = slots.invoices.length === 0 && !slots.filter && !keepsOwnInvoice.test(intent);
      return act(intent, needs ? { ...slots, invoices: named } : slots, text, score);
    }),
  );
};

/** Several lines disputed in one message, each with its own quantity or reason. */
export const readSeveralDisputes: Reader = (moment) => {
  if (moment.prediction.label !== 'dispute.open') return undefined;
  const [claims = []] = [clausesOf(moment.text), partsOf(moment.text)]
    .map((parts) => claimsIn(moment, parts))
    .sort((one, other) => other.length - one.length);
  const subjects = claims.map(({ slots }) => String(slots.line ?? slots.product ?? '').toLowerCase());
  if (claims.length < 2 || subjects.includes('') || new Set(subjects).size < claims.length) return undefined;
  const { invoices } = moment.slotsFor('dispute.open', moment.text);
  return understood(
    moment,
    claims
      .slice(0, 4)
      .map(({ text, slots }) =>
        act(
          'dispute.open',
          slots.invoices.length > 0 ? slots : { ...slots, invoices },
          text,
          moment.prediction.score,
        ),
      ),
  );
};

/** Parts that each tell of something wrong with a line or goods of its own. */
const claimsIn = (moment: Moment, parts: readonly string[]): { text: string; slots: Slots }[] =>
  parts
    .map((text) => ({ text, slots: moment.slotsFor('dispute.open', text) }))
    .filter(
      ({ slots }) =>
        slots.claimed !== undefined ||
        (slots.reason !== undefined &&
          (slots.line !== undefined || (slots.quantity !== undefined && slots.product !== undefined))),
    );
