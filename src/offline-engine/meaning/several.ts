import { clausesOf } from '../text/clauses.ts';
import type { Slots } from '../values/slots.ts';
import { alternatives, anyOf } from '../words/words.ts';
import type { Act } from './context.ts';
import { act, isTask, type Moment, type Reader, understood } from './moment.ts';

type Clause = {
  readonly text: string;
  readonly intent: string;
  readonly score: number;
  readonly content: number;
  readonly onlyRefers: boolean;
};

const opensRequest = new RegExp(
  `\\?|^(?:(?:${alternatives('requests', 'linking')}) )?(?:${alternatives('requests', 'opening')})(?!\\p{L})`,
  'iu',
);
const asks = new RegExp(`\\?|${anyOf('requests', 'asking').source}`, 'iu');
const credit = anyOf('requests', 'wants-credit');
const referring = /^(?:invoice|bill|inv|number|re|regarding|about|ref)$/;
const keepsOwnInvoice = /^(?:balance|statement|billing|human|case)/;

const clausesIn = (moment: Moment): Clause[] =>
  clausesOf(moment.text).map((text) => {
    const { content, slots } = moment.read(text);
    const { label, score } = moment.classified(text);
    const onlyRefers =
      content.filter((word) => !referring.test(word)).length < 2 &&
      !text.includes('?') &&
      !slots.filter &&
      !slots.range;
    return { text, intent: label, score, content: content.length, onlyRefers };
  });

/** Clauses that are requests of their own. */
export function requestsIn(moment: Moment): Clause[] {
  const clauses = clausesIn(moment);
  if (clauses.length < 2) return [];
  const strong = clauses.filter(
    ({ text, intent, score, content, onlyRefers }, index) =>
      isTask(intent) &&
      (index === 0 || opensRequest.test(text) || score > 0.97) &&
      (score >= 0.5 || (score >= 0.35 && opensRequest.test(text))) &&
      content > 0 &&
      !(intent === 'invoice.find' && onlyRefers),
  );
  const intents = new Set(strong.map(({ intent }) => intent));
  if (intents.size > 1) return strong.filter((clause) => !belongsToOther(clause, intents, moment));
  if (intents.size === 1 && !(isTask(moment.prediction.label) && moment.prediction.score > 0.5)) {
    return strong.slice(0, 1).map((clause) => ({ ...clause, text: moment.text }));
  }
  return [];
}

/** What a dispute tells beside the dispute itself is part of it. */
function belongsToOther(
  { text, intent, score }: Clause,
  intents: ReadonlySet<string>,
  { prediction }: Moment,
): boolean {
  const tellsDispute =
    intents.has('dispute.open') &&
    prediction.scoreOf('dispute.open') > 0.55 &&
    /^(?:invoice\.explain|payment\.status|case\.add_info|invoice\.find|rep\.|policy\.)/.test(intent) &&
    !asks.test(text);
  const wantsCredit =
    intents.has('dispute.open') && intent !== 'dispute.open' && credit.test(text) && !text.includes('?');
  return (
    wantsCredit || tellsDispute || (intent === 'case.status' && intents.has('case.add_info') && score < 0.6)
  );
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
  const claims = clausesOf(moment.text)
    .map((text) => ({ text, slots: moment.slotsFor('dispute.open', text) }))
    .filter(
      ({ slots }) =>
        slots.claimed !== undefined ||
        (slots.reason !== undefined &&
          (slots.line !== undefined || (slots.quantity !== undefined && slots.product !== undefined))),
    );
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
