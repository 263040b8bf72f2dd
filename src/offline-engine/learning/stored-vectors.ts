import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vectorSize } from '../intent/meaning-model.ts';
import { languageFolder } from '../words/languages.ts';
import { isMeasuring, type LabelledMessage, readCorpus } from './corpus.ts';

const file = join(languageFolder, 'corpus', 'vectors.bin');
const keyLength = 8;
const rowLength = keyLength + vectorSize;
/** What a stored step stands for: sentence vectors have length one, so hardly a number is over a quarter. */
const step = 1 / 512;

const keyOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, keyLength * 2);

/** Messages that are learnt by their meaning: the vectors know English only. */
const hasVector = (message: LabelledMessage): boolean => message.language === 'en' && !isMeasuring(message);

function readRows(): Map<string, Float32Array> {
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

/** The stored vectors of the corpus by text; throws when a message has none. */
export function storedVectors(): Map<string, Float32Array> {
  const rows = readRows();
  return new Map(
    readCorpus()
      .filter(hasVector)
      .map(({ text, author }) => {
        const vector = rows.get(keyOf(text));
        if (!vector)
          throw new Error(`No sentence vector of a message of ${author}: run "redress language build"`);
        return [text, vector] as const;
      }),
  );
}

/** Computes what is missing of the corpus's vectors and stores them; answers how many were new. */
export async function storeVectors(
  embed: (texts: readonly string[]) => Promise<number[][]>,
): Promise<number> {
  const rows = readRows();
  const texts = [
    ...new Set(
      readCorpus()
        .filter(hasVector)
        .map(({ text }) => text),
    ),
  ].sort();
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
