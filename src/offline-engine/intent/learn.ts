import { train } from './linear-training.ts';
import { type Pattern, readPatterns } from './patterns.ts';
import { trainingSetOf } from './training-set.ts';
import { compressed, packed, type Weights } from './weights-file.ts';

/** Learns what the phrase files teach; takes some seconds. */
export function learn(patterns: readonly Pattern[] = readPatterns()): Weights {
  const { customer, rep, language, lexicon } = trainingSetOf(patterns);
  const intents = { epochs: 12, rate: 0.25, rarest: 2, pairs: true, letters: [3, 4] as const };
  return {
    customer: train(customer, intents),
    rep: train(rep, intents),
    language: train(language, { epochs: 6, rate: 0.3, rarest: 3, pairs: false, letters: [2, 3] }),
    lexicon,
  };
}

/** The bytes of weights/weights.bin as the phrase files give them. */
export const buildWeights = (): Uint8Array => compressed(packed(learn()));
