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
