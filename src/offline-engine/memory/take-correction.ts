import Big from 'big.js';
import type { Act } from '../meaning/context.ts';
import { afterCorrecting } from '../meaning/correction.ts';
import { deniesIssue } from '../meaning/denied.ts';
import { readsAsRefusal } from '../reading.ts';
import { wordCount } from '../text/word-count.ts';
import { sameDocument } from '../values/documents.ts';
import { hasValue, noSlots, overridden, type Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf } from '../words/words.ts';
import { keepReason, saysOtherThanMissing } from './halved.ts';
import { otherNumber, saidNumbers } from './other-number.ts';
import { requestOf, told } from './requests.ts';
import type { Request, State } from './state.ts';
import { saidConfirmation } from './take-yes.ts';
import { meantOf, withoutOthers } from './together.ts';
import { isTwin } from './twin.ts';

const otherOne = anyOf('references', 'other');
/** Fewer words tell nothing of a note. */
const leastNoteChange = 3;
const confirmed = /^(?:dispute\.open|case\.add_info)$/;

/** Carries the corrected request on; what is already written is not changed but added to. */
export function takeCorrection(state: State, act: Act, raw: string): void {
  const waiting = meantOf(state, act.slots);
  const target = waiting ?? state.last;
  if (!target) {
    state.requests.push(requestOf(act, { intent: act.slots.invoices.length > 0 ? 'invoice.find' : 'oos' }));
    return;
  }
  if (!waiting && !state.context.declined && confirmed.test(target.intent) && state.written) {
    const cases = state.context.case ? [state.context.case] : [];
    state.requests.push({
      intent: 'case.add_info',
      slots: { ...noSlots(), cases },
      text: raw,
      note: raw,
      score: 1,
    });
    return;
  }
  if (waiting) state.pending = withoutOthers(state, waiting, act.slots);
  if (waiting && state.context.asked === 'confirmation' && saysNothing(act)) {
    if (takeRemark(state, waiting, raw)) return;
    state.last = waiting;
    state.requests.push(requestOf(act, { intent: '_declined', text: waiting.intent }));
    return;
  }
  const others = state.context.listed.length === 2 || act.slots.invoices.length > 0;
  if (
    waiting &&
    state.context.asked === 'confirmation' &&
    otherOne.test(act.text) &&
    !others &&
    !hasValue(act.slots)
  ) {
    state.last = waiting;
    state.requests.push(requestOf(act, { intent: '_declined', text: waiting.intent }));
    return;
  }
  const note = waiting?.intent === 'case.add_info' ? saidConfirmation(state)?.view.facts.note : undefined;
  if (waiting && note !== undefined && wordCount(raw) >= leastNoteChange) {
    // "Change it to 1 October": the note goes along with what is said of it.
    state.requests.push({ ...waiting, note: told(note, raw) });
    return;
  }
  const read = renewed(act.slots, target, raw, state);
  const slots = withRole(isBareNumber(raw) ? inTheRole(read, target.slots) : read, target, state);
  if (otherOne.test(act.text) && state.context.listed.length === 2 && slots.invoices.length === 0) {
    const before = target.slots.invoices[0] ?? state.context.invoice ?? '';
    slots.invoices = state.context.listed
      .filter(({ id }) => !sameDocument(id, before))
      .slice(0, 1)
      .map(({ id }) => id);
  }
  const kept = { ...target.slots };
  if (slots.half && saysOtherThanMissing(target.slots)) {
    keepReason(slots);
    delete kept.claimed;
    delete kept.delivered;
  }
  if (isTwin(target, slots) && afterCorrecting(raw) === raw.trim()) slots.invoices = [];
  const isOther = slots.invoices.length > 0;
  if (isOther && slots.line === undefined) delete kept.line;
  if (isTooMany(kept, slots, state)) {
    delete kept.delivered;
    delete kept.claimed;
    delete kept.billed;
  }
  state.requests.push({
    ...target,
    ...((isOther || isTwin(target, act.slots)) && target.said ? { said: `${target.said} / ${raw}` } : {}),
    ...(target.intent === 'rep.reject' ? { note: reasonIn(raw) } : {}),
    slots: overridden(kept, slots),
    text: `${target.text} / ${raw}`,
    agreed: false,
    misses: 0,
  });
}

const leastRemark = 5;

/** "They are medium and we asked for large", to a claim that was read back: it goes along with it, and is read back with it. */
export function takeRemark(state: State, waiting: Request, raw: string): boolean {
  const isPlain = !readsAsRefusal(raw) || deniesIssue(raw);
  const isTold = wordCount(raw) >= leastRemark && isPlain && !raw.includes('?');
  if (waiting.intent !== 'dispute.open' || !isTold) return false;
  state.pending = state.pending.filter((one) => one !== waiting);
  state.requests.push({ ...waiting, note: waiting.note === undefined ? raw : told(waiting.note, raw) });
  return true;
}

/** "No, it was the deposit": what was said of 120 crates is not said of 5 pallets. */
function isTooMany(kept: Slots, { line }: Slots, { context }: State): boolean {
  const said = kept.delivered ?? kept.claimed;
  const billed = context.lines.find(({ id }) => Number(id) === line)?.quantity;
  return said !== undefined && billed !== undefined && new Big(said).gt(billed);
}

/** "No, that's not right" says that something is wrong, but not what. */
const saysNothing = ({ slots, text }: Act): boolean =>
  !hasValue(slots) && slots.reason === undefined && slots.product === undefined && !otherOne.test(text);

const afterColon = /:\s+(.{6,})$/s;

/** The words of a reason in "no, say: they signed for all of them". */
const reasonIn = (raw: string): string => afterColon.exec(raw)?.[1] ?? afterCorrecting(raw);

/** "No, only 10": a rep's correction says how many to credit or send, whatever word stands beside the number. */
function withQuantity(slots: Slots): Slots {
  const { delivered, claimed = delivered, quantity = claimed, ...others } = slots;
  return { ...others, ...(quantity === undefined ? {} : { claimed: quantity }) };
}

const bareNumber = pattern(
  `^(?:${alternatives('cues', 'only')})?\\s*\\d+(?:[.,]\\d+)?(?:\\s+(?:${alternatives('cues', 'unit')}))?[\\s.!]*$`,
);

/** "No, just 6": a number and nothing else that tells what it is of. */
const isBareNumber = (raw: string): boolean => bareNumber.test(afterCorrecting(raw));

/** The number somebody named stands for the units in dispute where those were named before, whatever "only" says elsewhere. */
function inTheRole(read: Slots, before: Slots): Slots {
  const { delivered, reason, billed, ...others } = read;
  if (before.claimed === undefined || before.delivered !== undefined || delivered === undefined) return read;
  return { ...others, claimed: delivered };
}

const ofUnits = /^(?:quantity_short|damaged|returned|wrong_item)$/;

/** "No, all of them" of what was read back; and of two numbers the new one. */
function renewed(read: Slots, { slots: before, intent }: Request, raw: string, { context }: State): Slots {
  const billed = context.lines.find(({ id }) => Number(id) === (before.line ?? context.line))?.quantity;
  const isSameReason = read.reason === undefined || read.reason === before.reason;
  const said = saidNumbers(raw, context);
  const number = intent === 'dispute.open' && isSameReason ? otherNumber(said, before, billed) : undefined;
  if (number) {
    const { claimed, delivered, loose, line, quantity, ...others } = read;
    const isNamed = line !== undefined && !said.numbers.includes(String(line));
    return { ...others, ...(isNamed ? { line } : {}), amounts: [], ...number };
  }
  const isAll = read.all && read.claimed === undefined && read.quantity === undefined;
  if (
    !isAll ||
    billed === undefined ||
    !(context.asked === 'confirmation' || context.declined) ||
    !ofUnits.test(before.reason ?? '')
  )
    return read;
  const { all, ...others } = read;
  return { ...others, claimed: billed };
}

/** A corrected number keeps the role of the number it replaces. */
function withRole(read: Slots, target: Request, state: State): Slots {
  const slots = { ...read };
  const reason = slots.reason ?? target.slots.reason;
  if (/^(?:wrong_price|discount)$/.test(reason ?? '') && slots.amounts.length === 0) {
    const price = slots.quantity ?? slots.claimed ?? slots.loose;
    if (price !== undefined) slots.amounts = [{ value: price }];
    delete slots.quantity;
    delete slots.claimed;
    return slots;
  }
  if (target.intent.startsWith('rep.')) return withQuantity(slots);
  if (slots.loose !== undefined && target.slots.delivered !== undefined) {
    slots.quantity = slots.loose;
    delete slots.claimed;
  }
  if (
    target.intent !== 'dispute.open' ||
    slots.quantity === undefined ||
    slots.claimed !== undefined ||
    slots.delivered !== undefined
  )
    return slots;
  const billed = state.context.lines.find(
    ({ id }) => Number(id) === (target.slots.line ?? state.context.line),
  )?.quantity;
  if (reason === 'wrong_price') return slots;
  if (target.slots.delivered !== undefined) {
    slots.delivered = slots.quantity;
    if (billed && new Big(billed).gt(slots.quantity))
      slots.claimed = new Big(billed).minus(slots.quantity).toFixed();
  } else slots.claimed = slots.quantity;
  delete slots.quantity;
  if (target.slots.reason === 'not_delivered') slots.reason = 'quantity_short';
  return slots;
}
