import type { FeatureOptions, Features } from './features.ts';

/** A softmax over tf-idf features; `weights` holds one row of labels per feature. */
export type LinearModel = {
  readonly options: FeatureOptions;
  readonly labels: readonly string[];
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly rarity: Float32Array;
  readonly weights: Float32Array | Int8Array;
  /** What a weight of 1 stands for, label by label, where weights are stored as small integers. */
  readonly scales?: Float32Array;
  readonly bias: Float32Array;
};

type Scored = Pick<LinearModel, 'weights' | 'bias' | 'scales'>;

export type Vector = { readonly at: Int32Array; readonly value: Float32Array; readonly known: number };

/** Weights features; letter groups ("c:") and all others are each brought to length one. `known` is the share of known words ("w:"). */
export function vectorOf(
  features: Features,
  { vocabulary, rarity }: Pick<LinearModel, 'vocabulary' | 'rarity'>,
): Vector {
  const at: number[] = [];
  const value: number[] = [];
  const isLetters: boolean[] = [];
  let wordSquares = 0;
  let letterSquares = 0;
  let words = 0;
  let knownWords = 0;
  for (const [feature, count] of features) {
    const index = vocabulary.get(feature);
    if (feature.startsWith('w:')) {
      words++;
      if (index !== undefined) knownWords++;
    }
    if (index === undefined) continue;
    const weight = (1 + Math.log(count)) * (rarity[index] ?? 0);
    const letters = feature.startsWith('c:');
    at.push(index);
    value.push(weight);
    isLetters.push(letters);
    if (letters) letterSquares += weight * weight;
    else wordSquares += weight * weight;
  }
  const wordScale = wordSquares ? 1 / Math.sqrt(wordSquares) : 0;
  const letterScale = letterSquares ? 1 / Math.sqrt(letterSquares) : 0;
  return {
    at: Int32Array.from(at),
    value: Float32Array.from(value, (weight, index) => weight * (isLetters[index] ? letterScale : wordScale)),
    known: words ? knownWords / words : 0,
  };
}

/** Fills `scores` with the probability of each label. */
export function scoreInto(scores: Float32Array, vector: Vector, { weights, bias, scales }: Scored): void {
  const width = bias.length;
  scores.fill(0);
  for (let index = 0; index < vector.at.length; index++) {
    const row = (vector.at[index] ?? 0) * width;
    const value = vector.value[index] ?? 0;
    for (let label = 0; label < width; label++)
      scores[label] = (scores[label] ?? 0) + value * (weights[row + label] ?? 0);
  }
  for (let label = 0; label < width; label++)
    scores[label] = (scores[label] ?? 0) * (scales?.[label] ?? 1) + (bias[label] ?? 0);
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let label = 0; label < width; label++) sum += scores[label] = Math.exp((scores[label] ?? 0) - highest);
  for (let label = 0; label < width; label++) scores[label] = (scores[label] ?? 0) / sum;
}

export type Prediction = {
  readonly label: string;
  readonly score: number;
  readonly second: { readonly label: string; readonly score: number };
  readonly known: number;
  readonly scoreOf: (label: string) => number;
};

/** The probability of each label of the model, in their order. */
export function scoresOf(model: LinearModel, vector: Vector): Float32Array {
  const scores = new Float32Array(model.labels.length);
  scoreInto(scores, vector, model);
  return scores;
}

export function predict(model: LinearModel, features: Features): Prediction {
  const vector = vectorOf(features, model);
  return ranked(model.labels, scoresOf(model, vector), vector.known);
}

/** The best two labels of scores, and a way to ask for the others. */
export function ranked(labels: readonly string[], scores: Float32Array, known: number): Prediction {
  const ordered = labels
    .map((label, index) => ({ label, score: scores[index] ?? 0 }))
    .sort((a, b) => b.score - a.score);
  const nobody = { label: '', score: 0 };
  return {
    ...(ordered[0] ?? nobody),
    second: ordered[1] ?? nobody,
    known,
    scoreOf: (label) => scores[labels.indexOf(label)] ?? 0,
  };
}
