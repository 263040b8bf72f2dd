import type { FeatureOptions, Features } from '../intent/features.ts';
import { type LinearModel, scoreInto, vectorOf } from '../intent/linear-model.ts';
import { seededRandom } from '../text/seeded-random.ts';
import { MeanOf } from './mean-of.ts';

export type Example = { readonly features: Features; readonly label: string };
export type TrainingOptions = FeatureOptions & {
  readonly epochs: number;
  readonly rate: number;
  /** Features seen in fewer examples are left out. */
  readonly rarest: number;
  /** At most so many features are kept: those that tell most. */
  readonly most?: number;
};

/** The mean of the epochs after this share of them is taken: the weights of the last one alone swing with the order of the examples. Calibrated by cross validation over authors. */
const settled = 0.4;

/** Learns a softmax by AdaGrad: once with all features, then again with those that told most. The same examples in the same order give the same weights. */
export function train(examples: readonly Example[], options: TrainingOptions): LinearModel {
  const all = vocabularyOf(examples, options.rarest);
  const model = learnt(examples, all, options);
  if (all.vocabulary.size <= (options.most ?? all.vocabulary.size)) return model;
  return learnt(examples, model, options);
}

function learnt(
  examples: readonly Example[],
  { vocabulary, rarity }: Pick<LinearModel, 'vocabulary' | 'rarity'>,
  options: TrainingOptions,
): LinearModel {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const width = labels.length;
  const weights = new Float32Array(vocabulary.size * width);
  const bias = new Float32Array(width);
  const squares = new Float32Array(weights.length).fill(1e-6);
  const biasSquares = new Float32Array(width).fill(1e-6);
  const form = { pairs: options.pairs, letters: options.letters };
  const vectors = examples.map(({ features }) => vectorOf(features, { vocabulary, rarity }));
  const wanted = examples.map(({ label }) => labels.indexOf(label));
  const random = seededRandom(7);
  const order = examples.map((_, index) => index);
  const slopes = new Float32Array(width);
  const mean = new MeanOf([weights, bias]);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const vector = vectors[index];
      const label = wanted[index];
      if (!vector || label === undefined) continue;
      scoreInto(slopes, vector, { weights, bias });
      slopes[label] = (slopes[label] ?? 0) - 1;
      step(bias, biasSquares, slopes, 0, 1, options.rate * 0.1, 0);
      for (let feature = 0; feature < vector.at.length; feature++) {
        step(
          weights,
          squares,
          slopes,
          (vector.at[feature] ?? 0) * width,
          vector.value[feature] ?? 0,
          options.rate,
          1e-3,
        );
      }
    }
    if (epoch >= options.epochs * settled) mean.add();
  }
  mean.store();
  return kept({ options: form, labels, vocabulary, rarity, weights, bias }, options.most ?? vocabulary.size);
}

function step(
  weights: Float32Array,
  squares: Float32Array,
  slopes: Float32Array,
  row: number,
  value: number,
  rate: number,
  least: number,
): void {
  for (let label = 0; label < slopes.length; label++) {
    const slope = slopes[label] ?? 0;
    if (slope < least && slope > -least) continue;
    const at = row + label;
    const change = slope * value + (least ? 1e-5 * (weights[at] ?? 0) : 0);
    const square = (squares[at] ?? 0) + change * change;
    squares[at] = square;
    weights[at] = (weights[at] ?? 0) - (rate * change) / Math.sqrt(square);
  }
}

function vocabularyOf(
  examples: readonly Example[],
  rarest: number,
): { vocabulary: Map<string, number>; rarity: Float32Array } {
  const texts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features.keys()) texts.set(feature, (texts.get(feature) ?? 0) + 1);
  const kept = [...texts].filter(([, count]) => count >= rarest).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    vocabulary: new Map(kept.map(([feature], index) => [feature, index])),
    rarity: Float32Array.from(kept, ([, count]) => Math.log((1 + examples.length) / (1 + count)) + 1),
  };
}

/** Puts numbers into another order, the same one for the same random numbers. */
export function shuffle(order: number[], random: () => number): void {
  for (let index = order.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const kept = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = kept;
  }
}

/** The features whose strongest weight counts most, in their old order. */
function kept(model: LinearModel, most: number): LinearModel {
  const { labels, vocabulary, rarity, weights } = model;
  if (vocabulary.size <= most) return model;
  const width = labels.length;
  const strength = (index: number): number => {
    const row = weights.subarray(index * width, (index + 1) * width);
    let strongest = 0;
    for (const weight of row) strongest = Math.max(strongest, Math.abs(weight));
    return strongest * (rarity[index] ?? 0);
  };
  const rows = [...vocabulary].map(([feature, index]) => ({ feature, index, strength: strength(index) }));
  const best = rows.sort((a, b) => b.strength - a.strength || a.index - b.index).slice(0, most);
  best.sort((a, b) => a.index - b.index);
  const fewer = new Float32Array(best.length * width);
  for (const [at, { index }] of best.entries())
    fewer.set(weights.subarray(index * width, (index + 1) * width), at * width);
  return {
    ...model,
    vocabulary: new Map(best.map(({ feature }, at) => [feature, at])),
    rarity: Float32Array.from(best, ({ index }) => rarity[index] ?? 0),
    weights: fewer,
  };
}
