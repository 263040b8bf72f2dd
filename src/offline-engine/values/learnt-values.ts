import Big from 'big.js';
import { subtractQuantity } from '#domain/quantity.ts';
import { predict } from '../intent/linear-model.ts';
import { storedWeights } from '../intent/stored-weights.ts';
import type { Weights } from '../intent/weights-file.ts';
import { anyOf } from '../words/words.ts';
import { goodsIn, usageOf } from './goods.ts';
import { featuresOfNumber, hasOwnForm, type NumberPlace, numbersIn, type WrittenNumber } from './numbers.ts';
import type { ValueReading } from './read-values.ts';
import { featuresOfPassing, hasPassing, type PassingValue, passing } from './relevance.ts';
import type { NamedSum, Slots } from './slots.ts';

type Role =
  | 'invoice'
  | 'case'
  | 'po'
  | 'line'
  | 'count'
  | 'amount'
  | 'amount_min'
  | 'billed'
  | 'delivered'
  | 'claimed';
type Told = WrittenNumber & { readonly role: string; readonly sure: number };

/** Below this a number's form decides rather than its surroundings. */
const leastSure = 0.4;

/** "Only 100 came": what came, whatever is wanted for the rest. */
const only = anyOf('cues', 'only');
const isQuantityRole = /^(?:billed|delivered|claimed)$/;

/** A bare "2" picks from what was shown, unless a number was asked for. */
const isPick = ({ source }: ValueReading, { written }: WrittenNumber, { asked }: NumberPlace): boolean =>
  asked !== undefined &&
  !/^(?:quantity|price)$/.test(asked) &&
  source.replace(/[^\p{L}\p{N}.,]/gu, '') === written;

const rolesIn = (reading: ValueReading, place: NumberPlace): Told[] => {
  const numbers = numbersIn(reading);
  return numbers.map((number) => {
    const { label, score } = predict(
      storedWeights().numbers,
      featuresOfNumber(number, numbers, reading, place),
    );
    const isUnsure = label === 'none' && score < leastSure;
    // In an answer or a correction "9 arrived" is still what arrived, whatever was asked.
    const isAnswer = place.asked === 'quantity' || /^(?:inform|correct)$/.test(place.intent ?? '');
    const isSaid =
      isAnswer &&
      numbers.length === 1 &&
      (isQuantityRole.test(label) || (label === 'none' && place.asked === 'quantity'));
    const isOnly =
      numbers.length === 1 && number.rule === 'delivered' && label === 'claimed' && only.test(reading.source);
    const role = (isUnsure || isSaid || isOnly) && number.rule ? number.rule : label;
    if (isQuantityRole.test(role) && isPick(reading, number, place))
      return { ...number, role: 'none', sure: score };
    return { ...number, role, sure: score };
  });
};

/** The values of a message as the authors of the corpus would label them: numbers by their surroundings, goods by their place. */
export function learntValues(reading: ValueReading, place: NumberPlace): Slots {
  const told = rolesIn(reading, place);
  const of = (role: Role): Told[] => told.filter((number) => number.role === role);
  const first = (role: Role): string | undefined => of(role)[0]?.value;
  const slots: Slots = {
    ...reading.slots,
    invoices: documents(reading.slots.invoices, of('invoice')),
    cases: documents(reading.slots.cases, of('case')),
    orders: documents(reading.slots.orders, of('po')),
    amounts: sums(reading.slots.amounts, told),
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
  const line = first('line');
  if (line !== undefined) slots.line ??= Number(line);
  const count = first('count');
  if (count !== undefined) slots.count ??= Number(count);
  nameGoods(slots, reading, place.intent ?? '');
  for (const kind of passing) if (hasPassing(kind, slots) && !bears(kind, reading, place)) delete slots[kind];
  return withDifference(slots);
}

type NamedGoods = WeakMap<ValueReading, Map<string, string | undefined>>;
const namedGoods = new WeakMap<Weights, NamedGoods>();

/** What `goodsIn` finds with the stored weights; worked out once for a reading and an intent. */
function goodsNamed(reading: ValueReading, intent: string): string | undefined {
  const weights = storedWeights();
  const byReading: NamedGoods = namedGoods.get(weights) ?? new WeakMap();
  namedGoods.set(weights, byReading);
  const known = byReading.get(reading) ?? new Map<string, string | undefined>();
  byReading.set(reading, known);
  if (!known.has(intent)) {
    const { goods, people, authors } = weights;
    known.set(intent, goodsIn(reading, goods, usageOf(people, authors), intent));
  }
  return known.get(intent);
}

/** Puts the name of the goods into the slots, as a reading has it. */
export function nameGoods(slots: Slots, reading: ValueReading, intent: string): void {
  const named = goodsNamed(reading, intent);
  if (named) slots.product = named;
  else delete slots.product;
}

const bears = (kind: PassingValue, reading: ValueReading, place: NumberPlace): boolean =>
  predict(storedWeights().relevance, featuresOfPassing(kind, reading, place)).scoreOf('kept') >= 0.4;

const isQuantity = (value: string): boolean => /^\d{1,5}(?:\.\d{1,3})?$/.test(value);

/** Numbers of a form of their own, then those that stand where such a number stands. */
const documents = (formed: readonly string[], told: readonly Told[]): string[] => [
  ...new Set([...formed.filter(hasOwnForm), ...told.map(({ written }) => written)]),
];

function sums(formed: readonly NamedSum[], told: readonly Told[]): NamedSum[] {
  const named = told.flatMap(({ role, value }): NamedSum[] => {
    if (role !== 'amount' && role !== 'amount_min') return [];
    const sum = formed.find((other) => Number(other.value) === Number(value));
    const { bound, ...rest } = sum ?? { value };
    return [
      role === 'amount_min' ? { ...rest, bound: 'min' } : { ...rest, ...(bound === 'max' ? { bound } : {}) },
    ];
  });
  return named;
}

/** Two quantities that differ say how many are in dispute. */
function withDifference(slots: Slots): Slots {
  const { billed, delivered, claimed } = slots;
  return billed !== undefined &&
    delivered !== undefined &&
    claimed === undefined &&
    new Big(billed).gt(delivered)
    ? { ...slots, claimed: subtractQuantity(billed, delivered) }
    : slots;
}
