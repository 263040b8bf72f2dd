import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWeights } from './intent/learn.ts';
import { weightsFile } from './intent/stored-weights.ts';
import './policy/actions.ts';
import './speak/replies.ts';
import { parsedFile, parsedForm } from './words/read-yaml.ts';

export { buildWeights } from './intent/learn.ts';
export { weightsFile } from './intent/stored-weights.ts';

/** Learns the phrase files anew, stores the weights and the parsed language files; answers the weights' size in bytes. */
export function writeWeights(): number {
  const bytes = buildWeights();
  mkdirSync(dirname(weightsFile), { recursive: true });
  writeFileSync(weightsFile, bytes);
  writeFileSync(parsedFile, parsedForm());
  return bytes.length;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(`Wrote ${weightsFile} (${Math.round(writeWeights() / 1000)} kB)\n`);
}
