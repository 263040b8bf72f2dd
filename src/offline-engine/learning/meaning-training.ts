import { type MeaningModel, meaningScores, vectorScale, vectorSize } from '../intent/meaning-model.ts';
import { seededRandom } from '../text/seeded-random.ts';
import { shuffle } from './linear-training.ts';

export type MeaningExample = {
  readonly vector: Float32Array;
  readonly marks: readonly string[];
  readonly label: string;
};

const epochs = 40;
const rate = 0.05;

/** Learns a softmax over sentence vectors by AdaGrad; `labels` fixes their order. */
export function trainMeanings(examples: readonly MeaningExample[], labels: readonly string[]): MeaningModel {
  const marks = new Map<string, number>();
  for (const example of examples)
    for (const mark of example.marks) if (!marks.has(mark)) marks.set(mark, vectorSize + marks.size);
  const width = labels.length;
  const weights = new Float32Array((vectorSize + marks.size) * width);
  const bias = new Float32Array(width);
  const squares = new Float32Array(weights.length).fill(1e-3);
  const biasSquares = new Float32Array(width).fill(1e-3);
  const model = { labels, marks, weights, bias };
  const random = seededRandom(5);
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (!example) continue;
      const slopes = meaningScores(model, example.vector, example.marks);
      const wanted = labels.indexOf(example.label);
      slopes[wanted] = (slopes[wanted] ?? 0) - 1;
      descend(bias, biasSquares, slopes, 0, 1);
      for (let at = 0; at < vectorSize; at++)
        descend(weights, squares, slopes, at * width, (example.vector[at] ?? 0) * vectorScale);
      for (const mark of example.marks) descend(weights, squares, slopes, (marks.get(mark) ?? 0) * width, 1);
    }
  }
  return model;
}

function descend(
  weights: Float32Array,
  squares: Float32Array,
  slopes: Float32Array,
  row: number,
  value: number,
): void {
  if (value === 0) return;
  for (let label = 0; label < slopes.length; label++) {
    const change = (slopes[label] ?? 0) * value + 1e-5 * (weights[row + label] ?? 0);
    const square = (squares[row + label] ?? 0) + change * change;
    squares[row + label] = square;
    weights[row + label] = (weights[row + label] ?? 0) - (rate * change) / Math.sqrt(square);
  }
}
