import Big from 'big.js';
import { subtractQuantity } from '#domain/quantity.ts';
import { documentDigits, sameDocument } from '../values/documents.ts';
import type { Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf } from '../words/words.ts';
import type { Context, Option } from './context.ts';
import { byGoods } from './options.ts';

const them = anyOf('references', 'them');
/** "The middle one", of a list that has one. */
const middle = anyOf('references', 'middle');
const other = anyOf('references', 'other');
const namesInvoices = anyOf('documents', 'invoice');
const faulty = anyOf('cues', 'damaged');

/** "The first", asked which line, and "all 50", asked how many or what is wrong, are none of the invoices that were shown before. */
const ofOneInvoice = /^(?:line|quantity|price|reason)$/;

/** Puts numbers in the place of references: "the second one", "the bigger one", "the crates", "half of them". */
export function resolveReferences(read: Slots, context: Context, text: string): Slots {
  const slots: Slots = { ...read };
  const isMiddle = slots.ordinal === undefined && middle.test(text) && context.listed.length % 2 === 1;
  if (isMiddle) slots.ordinal = (context.listed.length + 1) / 2;
  const invoices = context.listed.filter(({ type }) => type === 'invoice');
  const mayPick = slots.invoices.length === 0 && !ofOneInvoice.test(context.asked ?? '');
  if (mayPick && invoices.length > 0) pickInvoices(slots, invoices, context, text);
  const cases = context.listed.filter(({ type }) => type === 'case');
  if (slots.cases.length === 0 && cases.length > 0) pickCase(slots, cases);
  if (slots.line === undefined && context.lines.length > 0) {
    const named = byGoods(slots.product, text, context.lines);
    if (named) slots.line = Number(named.id);
    else if (slots.ordinal && (context.asked === 'line' || invoices.length + cases.length === 0))
      slots.line = Number(context.lines.at(placeOf(slots.ordinal))?.id ?? slots.ordinal);
  }
  resolveQuantities(slots, context, text);
  return slots;
}

/** Where in a list an ordinal points, the last one from behind. */
const placeOf = (ordinal: number): number => (ordinal < 0 ? ordinal : ordinal - 1);

/** "The second", "the older one" of several cases. */
function pickCase(slots: Slots, cases: readonly Option[]): void {
  const { ordinal, superlative } = slots;
  const compared =
    superlative !== undefined && cases.length > 1 ? bySuperlative(superlative, cases) : undefined;
  const picked = ordinal === undefined ? compared : cases.at(placeOf(ordinal));
  if (!picked) return;
  slots.cases = [picked.id];
  delete slots.ordinal;
}

function pickInvoices(slots: Slots, invoices: readonly Option[], context: Context, text: string): void {
  const one = pickedInvoice(slots, invoices, context, text);
  if (one) {
    slots.invoices = [one.id];
    delete slots.ordinal;
  } else if (slots.all) {
    const late =
      slots.filter === 'overdue'
        ? invoices.filter(({ due }) => due !== undefined && due < context.today)
        : [];
    slots.invoices = (late.length > 0 ? late : ofTime(invoices, slots.range)).map(({ id }) => id);
  } else if (them.test(text) && invoices.length > 1 && invoices.length <= 6 && !isOfGoods(slots, context)) {
    slots.invoices = invoices.map(({ id }) => id);
  }
}

/** "Two of them came broken", of one invoice that was opened: its goods, and not the invoices that were listed before. */
const isOfGoods = ({ reason }: Slots, { line, invoice }: Context): boolean =>
  line !== undefined || (reason !== undefined && invoice !== undefined);

/** "All October invoices" are those of what was listed that are of October; where the list tells no days they are searched for. */
const ofTime = (invoices: readonly Option[], range: Slots['range']): readonly Option[] =>
  range
    ? invoices.filter(({ issued }) => issued !== undefined && issued >= range.from && issued <= range.to)
    : invoices;

const dayOfMonth = pattern(
  `(?<!\\p{L})(?:${alternatives('requests', 'of-day')}) (\\d{1,2})(?:st|nd|rd|th|er|de|e|ª|º|\\.)?(?! ?[\\p{L}\\d/.-])`,
);
const only = (options: readonly Option[]): Option | undefined =>
  options.length === 1 ? options[0] : undefined;

function pickedInvoice(
  slots: Slots,
  invoices: readonly Option[],
  context: Context,
  text: string,
): Option | undefined {
  if (slots.superlative)
    return bySuperlative(slots.superlative, slots.filter === 'open' ? invoices.filter(isOpen) : invoices);
  const inList =
    slots.ordinal === undefined
      ? undefined
      : slots.ordinal < 0
        ? lastInvoice(invoices)
        : invoices[slots.ordinal - 1];
  // "Open the second one", "last one too": what was shown is meant; "my last invoice" need not be shown.
  const isOfList = context.asked === 'invoice' || (slots.filter !== 'overdue' && !namesInvoices.test(text));
  const isListed = invoices.length > 1 && isOfList;
  if (inList && (!slots.filter || isListed)) return inList;
  const numbers = [
    ...slots.amounts.map(({ value }) => value),
    ...(slots.quantity ? [slots.quantity] : []),
  ].filter((value) => new Big(value).gt(20));
  const bySum = only(
    invoices.filter((option) =>
      numbers.some((value) => isAbout(option.amount, value) || isAbout(option.open, value)),
    ),
  );
  if (bySum) return bySum;
  const from = slots.range?.from ?? slots.date;
  const to = slots.range?.to ?? slots.date;
  if (from && to) {
    const inTime = only(
      invoices.filter(({ issued, due }) =>
        [issued, due].some((day) => day !== undefined && day >= from && day <= to),
      ),
    );
    if (inTime) return inTime;
  }
  const ofDay = onDay(invoices, text);
  if (ofDay) return ofDay;
  if (slots.quantity === '1') return invoices[0];
  const { invoice } = context;
  if (invoices.length === 2 && invoice && other.test(text))
    return invoices.find(({ id }) => !sameDocument(id, invoice));
  return undefined;
}

/** "The one of the 9th": the only one of such a day, whatever its month. */
function onDay(invoices: readonly Option[], text: string): Option | undefined {
  const day = dayOfMonth.exec(text)?.[1]?.padStart(2, '0');
  return day === undefined
    ? undefined
    : (only(invoices.filter(({ issued }) => issued?.slice(8, 10) === day)) ??
        only(invoices.filter(({ due }) => due?.slice(8, 10) === day)));
}

/** "The last one" of several bills is the latest one, wherever it stands in the list; where no days are told, the end of the list. */
export const lastInvoice = (invoices: readonly Option[]): Option | undefined =>
  invoices.every(({ issued }) => issued !== undefined) ? bySuperlative('newest', invoices) : invoices.at(-1);

const isOpen = ({ open }: Option): boolean => open !== undefined && new Big(open).gt(0);

const isAbout = (sum: string | undefined, value: string): boolean =>
  sum !== undefined && new Big(sum).minus(value).abs().lt(1);

const mostDigits = 20;

function bySuperlative(
  which: NonNullable<Slots['superlative']>,
  invoices: readonly Option[],
): Option | undefined {
  const sum = (option: Option): Big => new Big(option.open ?? option.amount ?? 0);
  const isOfSum = which === 'largest' || which === 'smallest';
  if (isOfSum && invoices.every(({ open, amount }) => (open ?? amount) === undefined)) return undefined;
  // Numbers are given in the order of the days: where no day is told they tell which is older.
  const areDated = invoices.every(({ issued, due }) => (issued ?? due) !== undefined);
  const day = ({ issued, due, id }: Option): string =>
    (areDated ? (issued ?? due) : undefined) ?? documentDigits(id).padStart(mostDigits, '0');
  const upwards = (a: Option, b: Option): number =>
    isOfSum ? sum(a).cmp(sum(b)) : day(a).localeCompare(day(b));
  // of equals the one that was listed first
  return which === 'largest' || which === 'newest'
    ? invoices.toSorted((a, b) => upwards(b, a))[0]
    : invoices.toSorted(upwards)[0];
}

const isProposal = /^rep\.(?:credit|reorder)$/;

/** Gives bare quantities the role the question asked for, and works out what is in dispute. */
function resolveQuantities(slots: Slots, context: Context, text: string): void {
  const number = slots.line ?? context.line;
  const billed = context.lines.find(({ id }) => Number(id) === number)?.quantity;
  if (context.asked === 'quantity') {
    if (slots.none) {
      slots.delivered = '0';
      if (billed) slots.claimed = billed;
    } else if (slots.claimed === undefined && slots.delivered === undefined && slots.quantity !== undefined)
      slots.claimed = slots.quantity;
    else if (slots.all && billed) slots.claimed = billed;
    // "The full 24 as billed", "just 5 of them": so many are to be credited or sent.
    const counted = slots.delivered ?? slots.billed;
    if (isProposal.test(context.pending ?? '') && counted !== undefined && slots.claimed === undefined) {
      delete slots.delivered;
      delete slots.billed;
      slots.claimed = counted;
    }
  }
  // "Billed 20, half came": half of what the invoice says.
  const all = billed ?? slots.billed;
  if (slots.half && all && slots.claimed === undefined) {
    const half = new Big(all).div(2);
    if (faulty.test(text)) slots.claimed = half.round(0, Big.roundUp).toFixed();
    else {
      slots.delivered = half.round(0, Big.roundDown).toFixed();
      slots.claimed = subtractQuantity(all, slots.delivered);
      slots.reason ??= 'quantity_short';
    }
  }
  if (
    billed &&
    slots.delivered !== undefined &&
    slots.claimed === undefined &&
    new Big(slots.delivered).lt(billed)
  ) {
    slots.billed ??= billed;
    slots.claimed = subtractQuantity(billed, slots.delivered);
  }
}
