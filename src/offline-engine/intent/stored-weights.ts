import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expanded, unpacked, type Weights } from './weights-file.ts';

export const weightsFile = fileURLToPath(new URL('../weights/weights.bin', import.meta.url));

let loaded: Weights | undefined;

/** The weights built ahead from the phrase files; read once. */
export function storedWeights(): Weights {
  loaded ??= unpacked(expanded(readFileSync(weightsFile)));
  return loaded;
}

/** Puts other weights in the stored ones' place, for measuring what some authors teach about the others. */
export function useWeights(weights: Weights | undefined): void {
  loaded = weights;
}
