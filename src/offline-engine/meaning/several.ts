import { asksForPerson, refusesPerson } from '../reading.ts';
import { partsOf } from '../text/clauses.ts';
import { wordCount } from '../text/word-count.ts';
import { hasValue, noSlots, type Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, startsWith } from '../words/words.ts';
import type { Act } from './context.ts';
import { act, isTask, type Moment, type Reader, understood } from './moment.ts';
import { moreRequests } from './more-requests.ts';
import { speaksWith } from './ours-after-all.ts';
import { surePerson } from './reconsidered.ts';
import { isQuestion } from './rule.ts';
import { disputesIn } from './several-disputes.ts';
import { withShortNumber } from './short-number.ts';
import { namesQuantity } from './where-it-stands.ts';

const yes = startsWith('answers', 'yes');
const no = startsWith('answers', 'no');

/** A request that a part of a message makes. */
type Request = { readonly text: string; readonly intent: string; readonly score: number };

/** "…, not a credit" */
const denied = startsWith('cues', 'not');

const merelyWhy = pattern(
  `^(?:(?:${alternatives('requests', 'linking')}) )?(?:${alternatives('requests', 'why')})[\\s.?!]*$`,
);

const keepsOwnInvoice = /^(?:balance|statement|billing|human|case)/;

const wantsPerson = (text: string, score: number): boolean =>
  !refusesPerson(text) && (score >= surePerson || asksForPerson(text) || speaksWith(text));

/** Beside what is ours the whole is foreign too only if it is this surely so. */
const surelyForeign = 0.5;

/** The requests in a message, the one that the whole is about and those that parts of it add, in the order of the text. */
export function requestsIn(moment: Moment): Request[] {
  const { prediction, text, context } = moment;
  const lead = prediction.label;
  if (!isTask(lead) && !/^(?:affirm|deny|correct|cancel|oos)$/.test(lead)) return [];
  if (lead === 'human' && refusesPerson(text)) return [];
  const others = moreRequests(moment)
    .filter(({ part }) => !denied.test(part))
    .filter(({ intent, part, score }) => intent !== 'human' || wantsPerson(part, score))
    .filter(({ intent, part }) => intent !== 'dispute.open' || saysWhatIsWrong(moment, part))
    .filter(({ part, score }, _, all) => !all.some((other) => other.part === part && other.score > 2 * score))
    .map(({ intent, part, at, score }) => ({ intent, text: part, score, at }));
  if (others.length === 0) return [];
  const parts = partsOf(text);
  const ofLead = parts.filter((part) => moment.alone(part).label === lead);
  const rest = without(text, others);
  const answered = answeredFirst(moment, lead, others);
  const leadAt = ofLead[0] === undefined ? undefined : text.indexOf(ofLead[0]);
  const start = leadAt ?? (Math.min(...others.map(({ at }) => at)) > 0 ? 0 : text.length);
  // "Good morning, please show me …": the whole speaks for what none of its parts does, not even with a number.
  // What is none of ours has its place among the requests like any of them.
  const hasPlace = isTask(lead) || (lead === 'oos' && prediction.score >= surelyForeign);
  const isOfNoPart =
    ofLead.length === 0 &&
    others.some(({ score }) => score > prediction.score) &&
    !namesQuantity(moment.reading.slots);
  const first =
    hasPlace && !answered && !isOfNoPart && (lead !== 'dispute.open' || saysWhatIsWrong(moment, rest || text))
      ? [
          {
            intent: lead,
            text: rest || text,
            score: prediction.score,
            at: start,
          },
        ]
      : [];
  const inOrder = [...first, ...others].sort((one, other) => one.at - other.at);
  const tasks = withoutWhy(asNotes(inOrder), text);
  const before = answered ?? (hasPlace ? undefined : lead);
  return before && context.asked === 'confirmation'
    ? [{ intent: before, text: parts[0] ?? text, score: prediction.score }, ...tasks]
    : before
      ? [{ intent: before, text, score: prediction.score }, ...tasks]
      : tasks;
}

/** A problem has a word of what is wrong, or something it is of: "and if you agree, when do we get the 700" has none. */
function saysWhatIsWrong({ read, slotsFor }: Moment, part: string): boolean {
  const slots = slotsFor('dispute.open', part);
  const isNamed = slots.product !== undefined || (hasValue(slots) && !isQuestion(part));
  return read(part).toldReason !== undefined || isNamed;
}

/** "Add that 12 never came": what is to be added is no claim of its own. */
const asNotes = <R extends { readonly intent: string }>(requests: readonly R[]): R[] =>
  requests[0]?.intent === 'case.add_info'
    ? requests.filter(({ intent }) => intent !== 'dispute.open')
    : [...requests];

/** "Which ones are overdue and why": the why is asked of what is found. */
const withoutWhy = (requests: Request[], text: string): Request[] =>
  requests.some(({ intent }) => intent === 'invoice.find') && requests.some(isMerelyWhy)
    ? requests
        .filter((request) => !isMerelyWhy(request))
        .map((request) => (request.intent === 'invoice.find' ? { ...request, text } : request))
    : requests;

const isMerelyWhy = ({ intent, text }: Request): boolean =>
  intent === 'invoice.explain' && merelyWhy.test(text);

/** A text without some of its parts. */
function without(text: string, parts: readonly { readonly text: string; readonly at: number }[]): string {
  let left = '';
  let from = 0;
  for (const part of [...parts].sort((one, other) => one.at - other.at)) {
    if (part.at < from) continue;
    left += `${text.slice(from, part.at)} `;
    from = part.at + part.text.length;
  }
  return (left + text.slice(from)).trim();
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

const mostOfName = 3;

const naming = pattern(
  `(?<!\\p{L})(?:${alternatives('documents', 'invoice')}|${alternatives('documents', 'before-number')}|${alternatives('documents', 'number-word')})(?!\\p{L})`,
);
const word = pattern('\\p{L}{3,}');

/** "2 gates came broken, invoice RE-2026-118": a part that is an invoice's number asks for nothing of its own; "show 30162" does. */
const onlyNames = (text: string, { invoices }: Slots): boolean =>
  invoices.length > 0 &&
  wordCount(text) <= mostOfName &&
  !/\?/.test(text) &&
  !word.test(text.replace(invoices[0] ?? '', ' ').replace(naming, ' '));

/** "Send me a copy and tell me if it has been paid." */
export const readSeveral: Reader = (moment) => {
  const { context, text } = moment;
  const requests = requestsIn(moment);
  if (new Set(requests.map(({ intent }) => intent)).size < 2) return undefined;
  const acts: { intent: string; slots: Slots; text: string; score: number }[] = [];
  let carried: Slots | undefined;
  let goods: string | undefined;
  for (const { intent, text, score } of requests) {
    let slots = withShortNumber(moment.slotsFor(intent, text), intent, {
      context,
      reading: moment.read(text),
    });
    if (carried && slots.invoices.length + slots.cases.length === 0 && !slots.filter)
      slots = { ...slots, invoices: carried.invoices, cases: carried.cases };
    if (slots.invoices.length + slots.cases.length > 0) carried = slots;
    // "What about the pumps, they came broken": the goods are named before what is wrong with them.
    if (intent === 'dispute.open' && slots.line === undefined && goods !== undefined)
      slots = { product: goods, ...slots };
    goods = slots.product ?? goods;
    if (intent === 'invoice.find' && onlyNames(text, slots)) continue;
    const disputes = intent === 'dispute.open' ? disputesIn(moment, text) : [];
    if (disputes.length > 1) {
      acts.push(...disputes);
      continue;
    }
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
  // "No credit. Send the goods again.": what was refused is not wanted beside the other
  const refused = context.asked === 'confirmation' && no.test(text) ? context.pending : undefined;
  const named =
    acts.find(({ slots }) => slots.invoices.length > 0)?.slots.invoices ?? carried?.invoices ?? [];
  return understood(
    moment,
    acts.map(({ intent, slots, text, score }): Act => {
      if (intent === refused) return act('correct', noSlots(), text, score);
      const needs = slots.invoices.length === 0 && !slots.filter && !keepsOwnInvoice.test(intent);
      return act(intent, needs ? { ...slots, invoices: named } : slots, text, score);
    }),
  );
};
