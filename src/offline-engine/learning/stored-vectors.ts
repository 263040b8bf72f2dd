import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vectorSize } from '../intent/meaning-model.ts';
import { languageFolder } from '../words/languages.ts';
import { isMeasuring, type LabelledMessage, readCorpus } from './corpus.ts';
import { readPatterns } from './patterns.ts';
import { meantSentencesOf } from './training-set.ts';

const corpusFile = join(languageFolder, 'corpus', 'vectors.bin');
const keyLength = 8;
const rowLength = keyLength + vectorSize;
/** What a stored step stands for: sentence vectors have length one, so hardly a number is over a quarter. */
const step = 1 / 512;

const keyOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, keyLength * 2);

/** Messages that are learnt by their meaning. */
const hasVector = (message: LabelledMessage): boolean => !isMeasuring(message);

function readRows(file: string): Map<string, Float32Array> {
  const rows = new Map<string, Float32Array>();
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  for (let at = 0; at + rowLength <= bytes.length; at += rowLength) {
    const key = bytes.subarray(at, at + keyLength).toString('hex');
    const numbers = new Int8Array(bytes.buffer, bytes.byteOffset + at + keyLength, vectorSize);
    rows.set(
      key,
      Float32Array.from(numbers, (number) => number * step),
    );
  }
  return rows;
}

/** The stored vectors of texts; of none that changed since. */
export function vectorsIn(file: string): (text: string) => Float32Array | undefined {
  const rows = readRows(file);
  return (text) => rows.get(keyOf(text));
}

/** Every text that is learnt by its meaning: messages, and sentences of phrases. */
const learntTexts = (): string[] => [
  ...readCorpus()
    .filter(hasVector)
    .map(({ text }) => text),
  ...meantSentencesOf(readPatterns()).map(({ text }) => text),
];

/** The stored vectors of what is learnt by its meaning; throws when a text has none. */
export function storedVectors(): Map<string, Float32Array> {
  const vectorOf = vectorsIn(corpusFile);
  return new Map(
    learntTexts().map((text) => {
      const vector = vectorOf(text);
      if (!vector) throw new Error(`No sentence vector of "${text}": run "redress language build"`);
      return [text, vector] as const;
    }),
  );
}

type Embed = (texts: readonly string[]) => Promise<number[][]>;

/** Computes what is missing of the corpus's vectors and stores them; answers how many were new. */
export const storeCorpusVectors = (embed: Embed): Promise<number> =>
  storeVectors(corpusFile, learntTexts(), embed);

/** Stores the vectors of these texts, and only of these; computes those that are missing and answers how many were. */
export async function storeVectors(file: string, all: readonly string[], embed: Embed): Promise<number> {
  const rows = readRows(file);
  const texts = [...new Set(all)].sort();
  const missing = texts.filter((text) => !rows.has(keyOf(text)));
  const vectors = await embed(missing);
  for (const [at, text] of missing.entries()) rows.set(keyOf(text), Float32Array.from(vectors[at] ?? []));
  const kept = texts.map((text) => {
    const row = Buffer.alloc(rowLength);
    row.write(keyOf(text), 'hex');
    for (const [at, number] of (rows.get(keyOf(text)) ?? new Float32Array()).entries())
      row.writeInt8(Math.max(-127, Math.min(127, Math.round(number / step))), keyLength + at);
    return row;
  });
  writeFileSync(file, Buffer.concat(kept));
  return missing.length;
}
