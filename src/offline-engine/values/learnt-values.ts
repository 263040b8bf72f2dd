import { predict } from '../intent/linear-model.ts';
import { storedWeights } from '../intent/stored-weights.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, dateWords } from '../words/words.ts';
import { goodsIn } from './goods.ts';
import { usageOf } from './goods-sentence.ts';
import { withNoneCame } from './none-came.ts';
import type { NumberRole } from './number-roles.ts';
import { asTheyAddUp } from './number-sense.ts';
import { hasOwnForm, type NumberPlace } from './numbers.ts';
import type { ValueReading } from './read-values.ts';
import { featuresOfPassing, hasPassing, type PassingValue, passing } from './relevance.ts';
import type { NamedSum, Slots } from './slots.ts';
import { isMissing, isQuantityRole, type Told, toldIn } from './told-numbers.ts';

/** The values of a message as the authors of the corpus would label them: numbers by their surroundings, goods by their place. */
export function learntValues(reading: ValueReading, place: NumberPlace): Slots {
  const told = toldIn(reading, place);
  const of = (role: NumberRole): Told[] => told.filter((number) => number.role === role);
  const first = (role: NumberRole): string | undefined => of(role)[0]?.value;
  const slots: Slots = {
    ...reading.slots,
    invoices: documents(reading.slots.invoices, of('invoice'), reading.source),
    cases: documents(reading.slots.cases, of('case'), reading.source),
    orders: documents(reading.slots.orders, of('po'), reading.source),
    amounts: sums(reading.slots.amounts, told, place),
  };
  for (const role of ['billed', 'delivered', 'claimed'] as const) {
    const value = first(role);
    if (value === undefined) delete slots[role];
    else slots[role] = value;
  }
  const [claimed] = of('claimed');
  if (claimed && claimed.rule === undefined) slots.loose = claimed.value;
  const quantity = told.find(
    ({ role, tag, value }) => role === 'none' && tag === undefined && isQuantity(value),
  );
  delete slots.quantity;
  if (quantity) slots.quantity = quantity.value;
  if (place.asked === 'quantity' && quantity === undefined && isEstimated(told, reading))
    slots.isGuess = true;
  const line = first('line');
  if (line !== undefined) slots.line ??= Number(line);
  const days = first('days');
  if (days !== undefined) slots.days ??= Number(days);
  const count = first('count');
  if (count !== undefined) slots.count ??= Number(count);
  nameGoods(slots, reading, place);
  // What is due by a day is asked by that day.
  const drops = place.intent !== 'invoice.due';
  for (const kind of passing)
    if (drops && hasPassing(kind, slots) && !bears(kind, reading, place)) delete slots[kind];
  const bounded = isPeriod.test(place.intent ?? '') ? boundedBy(reading) : undefined;
  if (bounded && !slots.range) slots.range = bounded;
  return asTheyAddUp(
    withNoneCame(slots, place.intent, reading.toldReason),
    claimed !== undefined && isMissing(reading, claimed),
  );
}

const isEstimated = (told: readonly Told[], { spans }: ValueReading): boolean =>
  [...told, ...spans].some(({ tag }) => tag === 'rangenum') &&
  !told.some(({ role }) => isQuantityRole.test(role));

/** Requests for a time that begins and ends, of which one may be all that is said. */
const isPeriod = /^billing\.suspend$/;
const until = pattern(
  `(?<!\\p{L})(?:${dateWords('to')}|${dateWords('before')})\\s*(?:(?:${dateWords('the')}|${dateWords('day')})\\s+)?$`,
);
const dayTag = 'dateval';

/** "Till 15 January", "from 1 December": the end or the beginning of a time, where one day is all that is said. */
function boundedBy({ tagged, slots: { date, range } }: ValueReading): Slots['range'] {
  if (date === undefined || range) return undefined;
  const isEnd = until.test(tagged.slice(0, tagged.indexOf(dayTag)));
  return { from: date, to: date, ...(isEnd ? { isUntil: true } : { isOpen: true }) };
}

/** Puts the name of the goods into the slots, as a reading has it. */
export function nameGoods(slots: Slots, reading: ValueReading, place: NumberPlace): void {
  const { goods, people, authors } = storedWeights();
  const { intent = '', side, asked } = place;
  const named = goodsIn(reading, goods, { intent, side, asked, usage: usageOf(people, authors) });
  if (named) slots.product = named;
  else delete slots.product;
}

const bears = (kind: PassingValue, reading: ValueReading, place: NumberPlace): boolean =>
  predict(storedWeights().relevance, featuresOfPassing(kind, reading, place)).scoreOf('kept') >= 0.4;

const isQuantity = (value: string): boolean => /^\d{1,5}(?:\.\d{1,3})?$/.test(value);

/** Numbers of a form of their own, then those that stand where such a number stands. */
const documents = (formed: readonly string[], told: readonly Told[], source: string): string[] => [
  ...new Set([...formed.filter(hasOwnForm), ...told.map((number) => withLetters(number, source))]),
];

const letters = pattern(
  `(?<![\\p{L}\\p{N}-])(?!(?:${alternatives('documents', 'number-word')})-)(\\p{L}{1,4})-$`,
);
const mostLetters = 6;

/** "SI-77120": letters that nobody listed as a prefix belong to the number all the same. */
function withLetters({ written, start }: Told, source: string): string {
  const before = letters.exec(source.slice(Math.max(0, start - mostLetters), start))?.[1];
  return before === undefined ? written : `${before}-${written}`.toUpperCase();
}

function sums(formed: readonly NamedSum[], told: readonly Told[], { intent }: NumberPlace): NamedSum[] {
  const named = told.flatMap(({ role, value }): NamedSum[] => {
    if (role !== 'amount' && role !== 'amount_min') return [];
    const sum = formed.find((other) => Number(other.value) === Number(value));
    const { bound, ...rest } = sum ?? { value };
    // "Over 900" bounds what is looked for; elsewhere it is said of one sum.
    const isLeast = role === 'amount_min' || (bound === 'min' && intent === 'invoice.find');
    return [isLeast ? { ...rest, bound: 'min' } : { ...rest, ...(bound === 'max' ? { bound } : {}) }];
  });
  return named;
}
