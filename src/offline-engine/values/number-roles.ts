import { asOption, type ChoiceModel, worthOf, worthsOf } from '../intent/choice-model.ts';
import { featuresOfNumbers } from './number-features.ts';
import type { NumberPlace, WrittenNumber } from './numbers.ts';
import type { ValueReading } from './read-values.ts';

/** What a number of a message can be. */
export const numberRoles = [
  'none',
  'invoice',
  'case',
  'po',
  'line',
  'count',
  'amount',
  'amount_min',
  'days',
  'months',
  'billed',
  'delivered',
  'claimed',
] as const;
export type NumberRole = (typeof numberRoles)[number];

const quantities: readonly string[] = ['billed', 'delivered', 'claimed'];
const compared = ['billed', 'delivered', 'claimed', 'amount'] as const;

/** What the roles of the numbers before tell of a number's own: "billed 50, got 44, so 6". */
function featuresOfOthers(
  numbers: readonly WrittenNumber[],
  at: number,
  before: readonly NumberRole[],
): string[] {
  const valueAt = (index: number): number => Number(numbers[index]?.value);
  const value = valueAt(at);
  const used = new Set<string>(before);
  const previous = before.at(-1) ?? '^';
  const features = [
    `H1:${previous}`,
    `H2:${before.at(-2) ?? '^'} ${previous}`,
    `left:${Math.min(3, numbers.length - at - 1)}`,
    `UN:${quantities.filter((role) => used.has(role)).join('+')}`,
    `AR:${sumOf(numbers, at)}`,
    ...[...used].map((role) => `U:${role}`),
  ];
  for (const role of compared) {
    const other = before.lastIndexOf(role);
    if (other < 0) continue;
    const than = valueAt(other);
    features.push(`C:${role} ${value < than ? '<' : value > than ? '>' : '='}`);
  }
  const [billed, delivered] = [before.indexOf('billed'), before.indexOf('delivered')];
  if (billed >= 0 && delivered >= 0 && Math.abs(valueAt(billed) - valueAt(delivered) - value) < 1e-9)
    features.push('difference');
  return features;
}

/** Whether a number is the sum or the difference of two others. */
function sumOf(numbers: readonly WrittenNumber[], at: number): string {
  const value = Number(numbers[at]?.value);
  const others = numbers
    .filter((_, index) => index !== at)
    .slice(0, 8)
    .map((number) => Number(number.value));
  const pairs = others.flatMap((one, index) =>
    others.flatMap((other, second) => (second === index ? [] : [[one, other] as const])),
  );
  if (pairs.some(([one, other]) => one + other === value)) return 'sum';
  return value > 0 && pairs.some(([one, other]) => one - other === value) ? 'difference' : 'none';
}

const forRole = (role: NumberRole, features: readonly string[]): string[] =>
  features.map((feature) => asOption(role, feature));

/** The features of each role a number could have, after the roles of those before it. */
export function roleOptions(
  own: readonly string[],
  numbers: readonly WrittenNumber[],
  at: number,
  before: readonly NumberRole[],
): string[][] {
  const others = featuresOfOthers(numbers, at, before);
  return numberRoles.map((role) => [role, ...forRole(role, own), ...forRole(role, others)]);
}

export type ToldRole = { readonly role: NumberRole; readonly sure: number };
type Path = { readonly roles: readonly ToldRole[]; readonly worth: number };

/** So many of the best ways to read the numbers so far are followed. */
const followed = 4;

/** The role of each number, read together: the likeliest way to give all of them one. */
export function rolesOf(
  model: ChoiceModel,
  numbers: readonly WrittenNumber[],
  reading: ValueReading,
  place: NumberPlace,
): readonly ToldRole[] {
  const own = featuresOfNumbers(numbers, reading, place);
  const bare = numberRoles.map((role) => worthOf(model, [role]));
  let paths: Path[] = [{ roles: [], worth: 0 }];
  for (const at of numbers.keys()) {
    const ownWorths = worthsOf(model, numberRoles, own[at] ?? []);
    paths = paths
      .flatMap(({ roles, worth }) => {
        const before = roles.map(({ role }) => role);
        const others = worthsOf(model, numberRoles, featuresOfOthers(numbers, at, before));
        const shares = sharesOf(
          bare.map((worth, index) => worth + (ownWorths[index] ?? 0) + (others[index] ?? 0)),
        );
        return numberRoles.map((role, index): Path => {
          const sure = shares[index] ?? 0;
          return { roles: [...roles, { role, sure }], worth: worth + Math.log(sure || 1e-12) };
        });
      })
      .sort((a, b) => b.worth - a.worth)
      .slice(0, followed);
  }
  return paths[0]?.roles ?? [];
}

function sharesOf(worth: readonly number[]): number[] {
  const greatest = Math.max(...worth);
  const shares = worth.map((one) => Math.exp(one - greatest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}
