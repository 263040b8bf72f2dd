import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import type { LinearModel } from './linear-model.ts';

export type Weights = {
  readonly customer: LinearModel;
  readonly rep: LinearModel;
  readonly language: LinearModel;
  readonly lexicon: ReadonlyMap<string, number>;
};

const modelNames = ['customer', 'rep', 'language'] as const;
const Header = z.object({
  lexicon: z.array(z.tuple([z.string(), z.number()])),
  models: z.record(
    z.enum(modelNames),
    z.object({
      pairs: z.boolean(),
      letters: z.tuple([z.number(), z.number()]),
      labels: z.array(z.string()),
      features: z.string(),
    }),
  ),
});

/** One file: length of the header, header (JSON), then for each model scales, bias, rarity (float32) and weights (int8). */
export function packed(weights: Weights): Uint8Array {
  const header = Buffer.from(
    JSON.stringify({
      lexicon: [...weights.lexicon],
      models: Object.fromEntries(
        modelNames.map((name) => {
          const { options, labels, vocabulary } = weights[name];
          return [name, { ...options, labels, features: [...vocabulary.keys()].join('\n') }];
        }),
      ),
    }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  return Buffer.concat([length, header, ...modelNames.flatMap((name) => numbersOf(weights[name]))]);
}

export const compressed = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes, { level: 9 });
export const expanded = (file: Uint8Array): Uint8Array => new Uint8Array(inflateRawSync(file));

function numbersOf({ labels, weights, bias, rarity }: LinearModel): Uint8Array[] {
  const scales = new Float32Array(labels.length);
  weights.forEach((weight, index) => {
    const label = index % labels.length;
    scales[label] = Math.max(scales[label] ?? 0, Math.abs(weight) / 127);
  });
  const small = Int8Array.from(weights, (weight, index) =>
    Math.round(weight / (scales[index % labels.length] || 1)),
  );
  return [bytesOf(scales), bytesOf(bias), bytesOf(rarity), bytesOf(small)];
}

const bytesOf = (numbers: Float32Array | Int8Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

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
  const modelOf = (name: (typeof modelNames)[number]): LinearModel => {
    const { pairs, letters, labels, features } = header.models[name];
    const vocabulary = new Map(features.split('\n').map((feature, index) => [feature, index]));
    const scales = floats(labels.length);
    const bias = floats(labels.length);
    const rarity = floats(vocabulary.size);
    const start = position;
    position += vocabulary.size * labels.length;
    const weights = new Int8Array(bytes.slice(start, position).buffer);
    return { options: { pairs, letters }, labels, vocabulary, rarity, weights, scales, bias };
  };
  return {
    customer: modelOf('customer'),
    rep: modelOf('rep'),
    language: modelOf('language'),
    lexicon: new Map(header.lexicon),
  };
}
