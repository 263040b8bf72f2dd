import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { weightsFile } from './intent/stored-weights.ts';
import { buildWeights } from './learning/learn.ts';
import './policy/actions.ts';
import { cuesOf, moodFiles } from './records/cues.ts';
import './speak/replies.ts';
import { storeLessonsKey } from './learning/lessons-key.ts';
import './model.ts';
import './understand.ts';
import { piecesFile, piecesForm } from './words/kept-pieces.ts';
import { parsedFile, parsedForm } from './words/read-yaml.ts';

export { weightsFile } from './intent/stored-weights.ts';
export { buildWeights } from './learning/learn.ts';

/** Learns everything anew, stores the weights, the parsed language files and the pieces their patterns require; answers the weights' size in bytes. */
export function writeWeights(): number {
  const bytes = buildWeights();
  mkdirSync(dirname(weightsFile), { recursive: true });
  writeFileSync(weightsFile, bytes);
  // their patterns are made when a language is first met; their pieces are kept like those of the others
  for (const language of moodFiles.keys()) cuesOf(language);
  writeFileSync(parsedFile, parsedForm());
  writeFileSync(piecesFile, piecesForm());
  storeLessonsKey();
  return bytes.length;
}
