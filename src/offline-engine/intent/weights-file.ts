import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import * as z from 'zod';
import type { ChoiceModel } from './choice-model.ts';
import type { LinearModel } from './linear-model.ts';
import { type MeaningModel, vectorSize } from './meaning-model.ts';

const linearNames = ['intents', 'disputes', 'language', 'relevance'] as const;
const choiceNames = ['goods', 'numbers', 'several', 'disputesTold'] as const;
/** The sentence vectors know English best: what they mean in other languages is learnt apart. */
const meaningNames = ['meanings', 'disputeMeanings', 'otherMeanings', 'otherDisputeMeanings'] as const;

export type Weights = Readonly<Record<(typeof linearNames)[number], LinearModel>> &
  Readonly<Record<(typeof meaningNames)[number], MeaningModel>> &
  Readonly<Record<(typeof choiceNames)[number], ChoiceModel>> & {
    /** Words that are spelt right, with how often the examples use them. */
    readonly lexicon: ReadonlyMap<string, number>;
    /** How many of the authors learnt from use a word. */
    readonly people: ReadonlyMap<string, number>;
    readonly authors: number;
  };

/** Thousands of words: looked at here, as a schema of pairs takes longer than everything else in the file. */
const Counts = z.custom<readonly (readonly [string, number])[]>(
  (list) =>
    Array.isArray(list) &&
    list.every((pair) => Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'number'),
);
const Header = z.object({
  lexicon: Counts,
  people: Counts,
  authors: z.number(),
  models: z.record(
    z.enum(linearNames),
    z.object({
      pairs: z.boolean(),
      letters: z.tuple([z.number(), z.number()]),
      labels: z.array(z.string()),
      features: z.string(),
    }),
  ),
  choices: z.record(z.enum(choiceNames), z.string()),
  meanings: z.record(
    z.enum(meaningNames),
    z.object({ labels: z.array(z.string()), marks: z.array(z.string()) }),
  ),
});

/** One file: length of the header, header (JSON), then the numbers of each model: scales, bias and rarity (float32), weights (int8). */
export function packed(weights: Weights): Uint8Array {
  const header = Buffer.from(
    JSON.stringify({
      lexicon: [...weights.lexicon],
      people: [...weights.people],
      authors: weights.authors,
      models: Object.fromEntries(
        linearNames.map((name) => {
          const { options, labels, vocabulary } = weights[name];
          return [name, { ...options, labels, features: [...vocabulary.keys()].join('\n') }];
        }),
      ),
      choices: Object.fromEntries(
        choiceNames.map((name) => [name, [...weights[name].vocabulary.keys()].join('\n')]),
      ),
      meanings: Object.fromEntries(
        meaningNames.map((name) => [
          name,
          { labels: weights[name].labels, marks: [...weights[name].marks.keys()] },
        ]),
      ),
    }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  return Buffer.concat([
    length,
    header,
    ...linearNames.flatMap((name) => numbersOf(weights[name], weights[name].rarity)),
    ...meaningNames.flatMap((name) => numbersOf(weights[name])),
    ...choiceNames.flatMap((name) => choiceNumbers(weights[name])),
  ]);
}

export const compressed = (bytes: Uint8Array): Uint8Array =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
export const expanded = (file: Uint8Array): Uint8Array => new Uint8Array(brotliDecompressSync(file));

/** Steps of a weight to each side of zero: few, as the file is to be small and no reading changes by it. */
const levels = 16;
const choiceLevels = 64;

function numbersOf(
  { labels, weights, bias }: LinearModel | MeaningModel,
  rarity?: Float32Array,
): Uint8Array[] {
  const scales = new Float32Array(labels.length);
  weights.forEach((weight, index) => {
    const label = index % labels.length;
    scales[label] = Math.max(scales[label] ?? 0, Math.abs(weight) / levels);
  });
  const small = Int8Array.from(weights, (weight, index) =>
    Math.round(weight / (scales[index % labels.length] || 1)),
  );
  return [bytesOf(scales), bytesOf(bias), ...(rarity ? [bytesOf(rarity)] : []), bytesOf(small)];
}

function choiceNumbers({ weights, scale: stored }: ChoiceModel): Uint8Array[] {
  let greatest = 0;
  for (const weight of weights) greatest = Math.max(greatest, Math.abs(weight));
  const step = greatest / choiceLevels || 1;
  return [
    bytesOf(Float32Array.of(step * stored)),
    bytesOf(Int8Array.from(weights, (weight) => Math.round(weight / step))),
  ];
}

const bytesOf = (numbers: Float32Array | Int8Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** The places of a model's features, worked out when the first message needs them. */
function placesOf(names: readonly string[]): () => ReadonlyMap<string, number> {
  let places: ReadonlyMap<string, number> | undefined;
  return () => (places ??= new Map(names.map((feature, index) => [feature, index])));
}

/** Reads what `packed` wrote. */
export function unpacked(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  const header = Header.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))));
  let position = 4 + length;
  const floats = (count: number): Float32Array => {
    const start = position;
    position += count * 4;
    return new Float32Array(bytes.slice(start, position).buffer);
  };
  const integers = (count: number): Int8Array => {
    const start = position;
    position += count;
    return new Int8Array(bytes.slice(start, position).buffer);
  };
  const modelOf = (name: (typeof linearNames)[number]): LinearModel => {
    const { pairs, letters, labels, features } = header.models[name];
    const names = features.split('\n');
    const scales = floats(labels.length);
    const bias = floats(labels.length);
    const rarity = floats(names.length);
    const weights = integers(names.length * labels.length);
    const places = placesOf(names);
    return {
      options: { pairs, letters },
      labels,
      rarity,
      weights,
      scales,
      bias,
      get vocabulary() {
        return places();
      },
    };
  };
  const choiceOf = (name: (typeof choiceNames)[number]): ChoiceModel => {
    const names = header.choices[name].split('\n');
    const [scale = 0] = floats(1);
    const places = placesOf(names);
    return {
      scale,
      weights: integers(names.length),
      get vocabulary() {
        return places();
      },
    };
  };
  const meaningOf = (name: (typeof meaningNames)[number]): MeaningModel => {
    const { labels, marks } = header.meanings[name];
    const scales = floats(labels.length);
    const bias = floats(labels.length);
    const weights = integers((vectorSize + marks.length) * labels.length);
    return {
      labels,
      marks: new Map(marks.map((mark, at) => [mark, vectorSize + at])),
      weights,
      scales,
      bias,
    };
  };
  // The numbers stand in the order of the names.
  const [intents, disputes, language, relevance] = [
    modelOf('intents'),
    modelOf('disputes'),
    modelOf('language'),
    modelOf('relevance'),
  ];
  const [meanings, disputeMeanings, otherMeanings, otherDisputeMeanings] = [
    meaningOf('meanings'),
    meaningOf('disputeMeanings'),
    meaningOf('otherMeanings'),
    meaningOf('otherDisputeMeanings'),
  ];
  const [goods, numbers, several, disputesTold] = [
    choiceOf('goods'),
    choiceOf('numbers'),
    choiceOf('several'),
    choiceOf('disputesTold'),
  ];
  return {
    intents,
    disputes,
    language,
    numbers,
    goods,
    relevance,
    several,
    disputesTold,
    meanings,
    disputeMeanings,
    otherMeanings,
    otherDisputeMeanings,
    lexicon: new Map(header.lexicon),
    people: new Map(header.people),
    authors: header.authors,
  };
}
