import Big from 'big.js';
import { subtractQuantity } from '#domain/quantity.ts';
import { type Pattern, pattern } from '../words/pattern.ts';
import { alternatives, anyOf, dateWords } from '../words/words.ts';
import { mostNumbers } from './masked-text.ts';
import { halfMark } from './number-words.ts';
import { joinPairs } from './quantity-pairs.ts';
import type { Slots } from './slots.ts';

export type Role = 'delivered' | 'billed' | 'claimed';
export type FoundQuantity = {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  role?: Role;
};

const bareQuantity = new RegExp(
  `(?<![\\p{L}\\d.,\\-#$€£])(\\d{1,5}(?:[.,]\\d{1,3})?)(?![\\d]|[.,]\\d|%|(?:${dateWords('day-ending')})\\b|-\\d)`,
  'gu',
);
const cue = (
  key: 'delivered' | 'billed' | 'claimed' | 'claimed-after' | 'delivered-after' | 'billed-after',
): Pattern => anyOf('cues', key);
const cues = {
  delivered: cue('delivered'),
  billed: cue('billed'),
  claimed: cue('claimed'),
  claimedAfter: cue('claimed-after'),
  deliveredAfter: cue('delivered-after'),
  billedAfter: cue('billed-after'),
};
const claimedAfter = anyOf('cues', 'claimed-after');
const never = pattern(`(?<!\\p{L})(?:${alternatives('cues', 'never')})\\s+(?:\\p{L}+\\s+){0,2}$`);
const cutBefore = pattern(`(?<!\\p{L})(?:${alternatives('cues', 'but')})(?!\\p{L})|[.;!?]`);
const cutAfter = pattern(
  `(?<!\\p{L})(?:${alternatives('cues', 'but')}|${alternatives('cues', 'and')})(?!\\p{L})|[.;!?,]`,
);

const far = Number.POSITIVE_INFINITY;

/** How many characters lie between a quantity and the nearest cue before it, inside the same clause. */
export function distanceBefore(text: string, quantity: FoundQuantity, words: Pattern, reach: number): number {
  const clause =
    text
      .slice(Math.max(0, quantity.start - reach), quantity.start)
      .split(cutBefore)
      .at(-1) ?? '';
  return Math.min(
    far,
    ...[...words.matches(clause)].map((match) => clause.length - match.index - match[0].length),
  );
}

export function distanceAfter(text: string, quantity: FoundQuantity, words: Pattern, reach: number): number {
  const clause = text.slice(quantity.end, quantity.end + reach).split(cutAfter)[0] ?? '';
  return Math.min(far, ...[...words.matches(clause)].map((match) => match.index));
}

/** Quantities with the role they play: what came, what was billed, what is missing. */
export function readQuantities(text: string, slots: Slots): readonly FoundQuantity[] {
  const found: FoundQuantity[] = [...text.matchAll(bareQuantity)].slice(0, mostNumbers).map((match) => ({
    value: (match[1] ?? '').replace(',', '.'),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const quantities = joinPairs(text, found);
  takeHalf(text, quantities, slots);
  for (const quantity of quantities) {
    const role = quantity.role ?? nearestRole(text, quantity, quantities);
    if (role) quantity.role = role;
  }
  for (const { role, value } of quantities) {
    if (role) slots[role] ??= value;
    else slots.quantity ??= value;
  }
  finishRoles(slots);
  return quantities;
}

function takeHalf(text: string, quantities: readonly FoundQuantity[], slots: Slots): void {
  const whole = new RegExp(`${halfMark}\\s+(\\d+)`).exec(text)?.[1];
  const quantity = quantities.find(({ value }) => value === whole);
  if (!quantity) return;
  quantity.role = 'billed';
  slots.delivered = new Big(quantity.value).div(2).round(0, Big.roundDown).toFixed();
}

function nearestRole(text: string, quantity: FoundQuantity, all: readonly FoundQuantity[]): Role | undefined {
  const near: [number, Role][] = [
    [distanceBefore(text, quantity, cues.delivered, 45), 'delivered'],
    [distanceBefore(text, quantity, cues.billed, 45), 'billed'],
    [distanceBefore(text, quantity, cues.claimed, 40), 'claimed'],
    [distanceAfter(text, quantity, cues.claimedAfter, 45) + 1, 'claimed'],
    [distanceAfter(text, quantity, cues.deliveredAfter, 30) + 2, 'delivered'],
    [distanceAfter(text, quantity, cues.billedAfter, 25) + 3, 'billed'],
  ];
  near.sort((a, b) => a[0] - b[0]);
  const taken = new Set(
    all
      .filter((other) => other !== quantity && other.role && other.value !== quantity.value)
      .map(({ role }) => role),
  );
  const free = near.find(([, role]) => !taken.has(role));
  const [distance, role] = free && free[0] < 30 ? free : (near[0] ?? [far, undefined]);
  if (role === undefined || distance >= 60) return undefined;
  if (role !== 'delivered') return role;
  const clause = text.slice(quantity.end, quantity.end + 50).split(cutAfter)[0] ?? '';
  return claimedAfter.test(clause) || never.test(text.slice(0, quantity.start)) ? 'claimed' : 'delivered';
}

const supersededByNumbers: readonly unknown[] = [
  undefined,
  'not_ordered',
  'not_delivered',
  'discount',
  'quantity_short',
];

/** Numbers decide before key words: two quantities that differ are a short delivery. */
function finishRoles(slots: Slots): void {
  const { billed, delivered } = slots;
  if (
    billed !== undefined &&
    delivered !== undefined &&
    slots.claimed === undefined &&
    new Big(billed).gt(delivered)
  ) {
    slots.claimed = subtractQuantity(billed, delivered);
  }
  if (slots.claimed === undefined) return;
  if (delivered !== undefined && Number(delivered) === 0 && supersededByNumbers.includes(slots.reason)) {
    slots.reason = 'not_delivered';
    return;
  }
  if (
    slots.reason === 'not_delivered' ||
    (delivered !== undefined && supersededByNumbers.includes(slots.reason))
  ) {
    slots.reason = 'quantity_short';
  }
}
