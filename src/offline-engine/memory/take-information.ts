import Big from 'big.js';
import { plainDecimal } from '#domain/quantity.ts';
import { type Act, lineAsked, type Option } from '../meaning/context.ts';
import { isTask } from '../meaning/moment.ts';
import { lastInvoice } from '../meaning/references.ts';
import { saysUnknown } from '../meaning/unknown.ts';
import { wordCount } from '../text/word-count.ts';
import { sameDocument } from '../values/documents.ts';
import { hasValue, overridden, type Slots, tellsNumber } from '../values/slots.ts';
import { ofGoodsThatCame } from '../words/word-file.ts';
import { keepReason, saysOtherThanMissing } from './halved.ts';
import { requestOf, told, withoutRefused } from './requests.ts';
import type { Request, State } from './state.ts';
import { takeRemark } from './take-correction.ts';
import { isTwin } from './twin.ts';

/** What can be left open. */
const canBeUnknown = /^(?:quantity|price)$/;
const fewWords = 4;
const mostOfPlace = 4;
/** Puts an answer into the request that asked for it, or makes a request of it. */
export function takeInformation(state: State, act: Act, raw: string): void {
  const read = state.pending.at(-1);
  const isRemark =
    read && state.context.asked === 'confirmation' && !hasValue(act.slots) && act.slots.reason === undefined;
  if (isRemark && takeRemark(state, read, raw)) return;
  const waiting = state.pending.pop();
  // "It's about CASE-1042", asked which invoice a payment was for: the case is meant, no payment.
  const isOfCase = waiting?.intent === 'payment.status' && act.slots.cases.length > 0;
  if (!waiting || (isOfCase && act.slots.invoices.length === 0)) {
    state.requests.push(requestOf(act, { intent: intentOfInformation(state, act.slots) }));
    return;
  }
  const { asked, listed } = state.context;
  const slots: Slots = { ...act.slots };
  const isUnknown =
    saysUnknown(act.text) &&
    [slots.quantity, slots.claimed, slots.delivered].every((value) => value === undefined);
  if (isUnknown && asked) {
    state.requests.push(
      canBeUnknown.test(asked)
        ? { ...waiting, unknown: [...(waiting.unknown ?? []), asked] }
        : { ...waiting, misses: (waiting.misses ?? 0) + 1 },
    );
    return;
  }
  // "4 of the vessels are dented" counts goods and names no place.
  const isPlace = wordCount(raw) <= mostOfPlace && slots.product === undefined && !raw.includes(',');
  const nth =
    slots.ordinal ?? (slots.quantity === undefined || !isPlace ? undefined : Number(slots.quantity));
  const pickFrom = (type: Option['type']): string[] => {
    const options = listed.filter((option) => option.type === type);
    const last = type === 'invoice' ? lastInvoice(options) : options.at(-1);
    const picked = nth === undefined ? undefined : nth < 0 ? last : options[nth - 1];
    return picked ? [picked.id] : [];
  };
  // "Half of them" says how many, not which of the list.
  if (asked === 'invoice' && slots.half && slots.invoices.length > 1) slots.invoices = [];
  if (asked === 'case' && slots.cases.length === 0) slots.cases = pickFrom('case');
  if (asked === 'invoice' && slots.invoices.length === 0) slots.invoices = pickFrom('invoice');
  if (asked === 'invoice') notePlaceOrPrice(slots, waiting, raw);
  if (asked === 'quantity' && slots.none && ofGoodsThatCame.test(waiting.slots.reason ?? ''))
    countNone(slots);
  if (slots.half && saysOtherThanMissing(waiting.slots)) keepReason(slots);
  // "Something else" says that none of the reasons fits, but not what is wrong.
  const isNoReason = asked === 'reason' && slots.reason === 'other' && wordCount(act.text) <= fewWords;
  // A number in a note is none of another case.
  if (asked === 'note') slots.cases = [];
  const twin = asked !== 'invoice' && isTwin(waiting, slots);
  if (twin) slots.invoices = [];
  if (asked === 'price' && waiting.slots.reason === 'wrong_price') takeOff(slots, waiting, state);
  delete slots.isGuess;
  const next = overridden(waiting.slots, slots);
  // "All", and then one of them after all.
  if (asked === 'invoice' && slots.invoices.length === 1 && waiting.slots.invoices.length > 1)
    delete next.all;
  const learned = JSON.stringify(next) !== JSON.stringify(waiting.slots) || asked === 'note';
  const kept = learned ? { ...waiting, slots: next } : withoutRefused(waiting, asked);
  state.requests.push({
    ...kept,
    text: asked !== 'note' && wordCount(act.text) > 1 ? `${waiting.text} / ${act.text}` : waiting.text,
    ...(asked === 'note' ? { note: raw } : {}),
    ...(asked === 'line' && slots.all && tellsNumber(waiting.slots) ? { isOfEach: true } : {}),
    ...(isNoReason ? { unknown: [...(waiting.unknown ?? []), asked] } : {}),
    ...(twin || tellsOfClaim(waiting, asked === 'invoice' ? slots : act.slots, state)
      ? { said: told(waiting.said ?? waiting.text, raw) }
      : {}),
    misses: learned ? 0 : (waiting.misses ?? 0) + 1,
  });
}

/** Whether an answer tells what is wrong and with how much of what, and not only where: the customer's words on a case are all that tell it. */
function tellsOfClaim({ intent, slots: before }: Request, slots: Slots, { context }: State): boolean {
  const { amounts, reason, product, claimed, delivered, quantity, percent } = slots;
  const { lines, line: asked } = lineAsked(context);
  const line = slots.line ?? before.line ?? asked;
  const billed = lines.find(({ id }) => Number(id) === line)?.quantity;
  // "30071", asked how many: no number of goods.
  const isTooMany = billed !== undefined && quantity !== undefined && new Big(quantity).gt(billed);
  const told = [reason, product, claimed, delivered, isTooMany ? undefined : quantity, percent];
  return intent === 'dispute.open' && (amounts.length > 0 || told.some((value) => value !== undefined));
}

const place = /^\W*\d{1,2}\W*$/;
const price = /^\W*(\d+)[.,](\d{2})\W*$/;

/** Asked which invoice: "1" is a place in the list and no quantity, "12.90" is no place but the price that was agreed. */
function notePlaceOrPrice(slots: Slots, { slots: { reason } }: Request, raw: string): void {
  if (slots.invoices.length > 0 && place.test(raw)) delete slots.quantity;
  const [, whole, cents] = price.exec(raw) ?? [];
  if (reason !== 'wrong_price' || slots.invoices.length > 0 || whole === undefined) return;
  delete slots.quantity;
  slots.amounts = [{ value: `${whole}.${cents}` }];
}

/** "None", asked how many were damaged: what came has nothing to do with it. */
function countNone(slots: Slots): void {
  delete slots.delivered;
  slots.claimed = '0';
}

/** What a price is rounded to when a share is taken off it. */
const priceDecimals = 4;

/** "10 %", asked what price it should be: so much less than was billed. */
function takeOff(slots: Slots, waiting: Request, { context, invoices }: State): void {
  const number = waiting.slots.invoices[0] ?? context.invoice ?? '';
  const place = waiting.slots.line ?? lineAsked(context).line;
  const billed = [...invoices.values()]
    .find((invoice) => sameDocument(invoice.number, number))
    ?.lines.find(({ line }) => line === place)?.unitPrice;
  if (slots.percent === undefined || billed === undefined || slots.amounts.length > 0) return;
  const price = new Big(billed).times(new Big(100).minus(slots.percent)).div(100).round(priceDecimals);
  slots.amounts = [{ value: plainDecimal(price.toFixed()) }];
}

function intentOfInformation({ context, last }: State, slots: Slots): string {
  if (slots.cases.length > 0) return context.side === 'rep' ? 'rep.confirm' : 'case.status';
  if (slots.invoices.length > 0)
    return last && /^(?:invoice|payment)/.test(last.intent) && isTask(last.intent)
      ? last.intent
      : 'invoice.find';
  if (context.asked === 'invoice' && picksInvoices(slots)) return 'invoice.find';
  if (slots.line !== undefined && context.invoice) return 'invoice.explain';
  if ((slots.amounts.length > 0 || slots.date) && last?.intent === 'payment.status') return 'payment.status';
  return 'oos';
}

const picksInvoices = ({ filter, range, date, orders, amounts }: Slots): boolean =>
  filter !== undefined || range !== undefined || date !== undefined || orders.length + amounts.length > 0;
