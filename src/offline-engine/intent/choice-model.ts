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

/** A feature as one of several named options has it: each option learns its own weight. */
export const asOption = (name: string, feature: string): string => `${name}|${feature}`;

/** How much speaks for each named option: what `worthOf` gives for the features as each has them, with one look for all. */
export function worthsOf(
  model: ChoiceModel,
  names: readonly string[],
  features: readonly string[],
): Float64Array {
  const table = tableOf(model, names);
  const sums = new Float64Array(names.length);
  for (const feature of features)
    for (const [at, weight] of table.get(feature)?.entries() ?? []) sums[at] = (sums[at] ?? 0) + weight;
  return sums.map((sum) => sum * model.scale);
}

const tables = new WeakMap<ChoiceModel, ReadonlyMap<string, Float64Array>>();

/** The weights of a feature, those of all named options in a row. */
function tableOf(model: ChoiceModel, names: readonly string[]): ReadonlyMap<string, Float64Array> {
  const known = tables.get(model);
  if (known) return known;
  const places = new Map(names.map((name, at) => [name, at]));
  const table = new Map<string, Float64Array>();
  for (const [name, index] of model.vocabulary) {
    const bar = name.indexOf('|');
    const place = places.get(name.slice(0, bar));
    if (bar < 0 || place === undefined) continue;
    const feature = name.slice(bar + 1);
    const weights = table.get(feature) ?? new Float64Array(names.length);
    weights[place] = model.weights[index] ?? 0;
    table.set(feature, weights);
  }
  tables.set(model, table);
  return table;
}

/** The probability that a single option is right, where it was learnt beside one without features: whether to take it at all. */
export const chanceOf = (model: ChoiceModel, features: Iterable<string>): number =>
  1 / (1 + Math.exp(-worthOf(model, features)));
