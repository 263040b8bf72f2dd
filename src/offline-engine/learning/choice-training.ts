import type { ChoiceModel } from '../intent/choice-model.ts';
import { seededRandom } from '../text/seeded-random.ts';
import { shuffle } from './linear-training.ts';

/** The features of each option of one choice, and which options are right: one or several, each as good. */
export type Choice = {
  readonly options: readonly (readonly string[])[];
  readonly right: ReadonlySet<number>;
};
export type ChoiceTraining = {
  readonly epochs: number;
  readonly rate: number;
  /** Features of fewer options are left out. */
  readonly rarest: number;
  /** At most so many features are kept: those that tell most. */
  readonly most: number;
};

/** Learns by AdaGrad to give right options the greatest worth: once with all features, then again with those that told most. */
export function trainChoices(choices: readonly Choice[], training: ChoiceTraining): ChoiceModel {
  const counts = new Map<string, number>();
  for (const { options } of choices)
    for (const features of options)
      for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const known = [...counts].filter(([, count]) => count >= training.rarest).map(([feature]) => feature);
  const all = learnt(choices, known.sort(), training);
  if (known.length <= training.most) return all;
  const strength = (feature: string): number =>
    Math.abs(all.weights[all.vocabulary.get(feature) ?? -1] ?? 0) * (counts.get(feature) ?? 0) ** 0.25;
  const kept = known
    .map((feature) => ({ feature, strength: strength(feature) }))
    .sort((a, b) => b.strength - a.strength || (a.feature < b.feature ? -1 : 1))
    .slice(0, training.most);
  return learnt(choices, kept.map(({ feature }) => feature).sort(), training);
}

function learnt(
  choices: readonly Choice[],
  features: readonly string[],
  training: ChoiceTraining,
): ChoiceModel {
  const vocabulary = new Map(features.map((feature, index) => [feature, index]));
  const weights = new Float32Array(features.length);
  const squares = new Float32Array(features.length).fill(1e-3);
  const model = { vocabulary, weights, scale: 1 };
  const rows = choices.map(({ options, right }) => ({
    options: options.map((own) => Int32Array.from(own.flatMap((feature) => vocabulary.get(feature) ?? []))),
    right,
  }));
  const random = seededRandom(11);
  const order = rows.map((_, index) => index);
  for (let epoch = 0; epoch < training.epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const row = rows[index];
      if (row) learnChoice(weights, squares, row, training.rate);
    }
  }
  return model;
}

function learnChoice(
  weights: Float32Array,
  squares: Float32Array,
  { options, right }: { readonly options: readonly Int32Array[]; readonly right: ReadonlySet<number> },
  rate: number,
): void {
  const worth = options.map((features) => features.reduce((sum, at) => sum + (weights[at] ?? 0), 0));
  const greatest = Math.max(...worth);
  const shares = worth.map((one) => Math.exp(one - greatest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const ofRight = [...right].reduce((sum, at) => sum + (shares[at] ?? 0), 0) || 1;
  for (const [at, features] of options.entries()) {
    const share = shares[at] ?? 0;
    const slope = share / total - (right.has(at) ? share / ofRight : 0);
    if (Math.abs(slope) < 1e-3) continue;
    for (const feature of features) {
      const change = slope + 1e-5 * (weights[feature] ?? 0);
      const square = (squares[feature] ?? 0) + change * change;
      squares[feature] = square;
      weights[feature] = (weights[feature] ?? 0) - (rate * change) / Math.sqrt(square);
    }
  }
}
