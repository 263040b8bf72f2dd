/** A softmax over the 384 numbers of a sentence vector and the marks of its place; one row of labels per input. */
export type MeaningModel = {
  readonly labels: readonly string[];
  /** Row of each mark, after the rows of the vector's numbers. */
  readonly marks: ReadonlyMap<string, number>;
  readonly weights: Float32Array | Int8Array;
  readonly scales?: Float32Array;
  readonly bias: Float32Array;
};

export const vectorSize = 384;
/** Sentence vectors have length one; this brings their numbers near those of the marks. */
export const vectorScale = 4;

/** Probabilities of the labels, in their order. */
export function meaningScores(
  model: MeaningModel,
  vector: Float32Array,
  marks: readonly string[],
): Float32Array {
  const { weights, bias, scales } = model;
  const width = bias.length;
  const scores = new Float32Array(width);
  const add = (row: number, value: number): void => {
    for (let label = 0; label < width; label++)
      scores[label] = (scores[label] ?? 0) + value * (weights[row * width + label] ?? 0);
  };
  for (let at = 0; at < vectorSize; at++) add(at, (vector[at] ?? 0) * vectorScale);
  for (const mark of marks) {
    const row = model.marks.get(mark);
    if (row !== undefined) add(row, 1);
  }
  let highest = -Infinity;
  for (let label = 0; label < width; label++) {
    const score = (scores[label] ?? 0) * (scales?.[label] ?? 1) + (bias[label] ?? 0);
    scores[label] = score;
    if (score > highest) highest = score;
  }
  let sum = 0;
  for (let label = 0; label < width; label++) sum += scores[label] = Math.exp((scores[label] ?? 0) - highest);
  for (let label = 0; label < width; label++) scores[label] = (scores[label] ?? 0) / sum;
  return scores;
}
