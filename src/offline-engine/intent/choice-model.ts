/** One weight per feature of an option; the options of one choice are compared by their sums (a conditional logit). */
export type ChoiceModel = {
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly weights: Float32Array | Int8Array;
  /** What a weight of 1 stands for, where weights are stored as small integers. */
  readonly scale: number;
};

/** How much speaks for an option: the sum of the weights of its features. */
export function worthOf({ vocabulary, weights, scale }: ChoiceModel, features: Iterable<string>): number {
  let sum = 0;
  for (const feature of features) {
    const index = vocabulary.get(feature);
    if (index !== undefined) sum += weights[index] ?? 0;
  }
  return sum * scale;
}

/** The probability that a single option is right, where it was learnt beside one without features: whether to take it at all. */
export const chanceOf = (model: ChoiceModel, features: Iterable<string>): number =>
  1 / (1 + Math.exp(-worthOf(model, features)));
