import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { foldedSource } from './folded.ts';
import type { Required } from './pieces.ts';
import { requiredPieces } from './required.ts';

/** The pieces that patterns require, kept because working them out takes longer than reading a message. */
export const piecesFile = fileURLToPath(new URL('../weights/pieces.json', import.meta.url));

/** By the hash of a pattern's source: its sets of pieces, two bytes a piece, in base64. */
const Kept = z.record(z.string(), z.string());
const kept =
  Kept.safeParse(existsSync(piecesFile) && JSON.parse(readFileSync(piecesFile, 'utf8'))).data ?? {};
const read = new Map<string, string>();

const written = (required: Required): string =>
  required.map(({ buffer }) => Buffer.from(buffer).toString('base64')).join(' ');

const unwritten = (text: string): Required =>
  text
    .split(' ')
    .filter(Boolean)
    .map((set) => new Uint16Array(Uint8Array.from(Buffer.from(set, 'base64')).buffer));

const keyOf = (source: string): string => hash('sha1', source, 'base64').slice(0, 12);

/** What `requiredPieces` says of a pattern, worked out only where it is not kept. */
export function keptPieces(source: string): Required {
  const key = keyOf(source);
  read.set(key, source);
  const before = kept[key];
  return before === undefined ? requiredPieces(foldedSource(source)) : unwritten(before);
}

/** The sources of all patterns there are so far. */
export const patternSources = (): string[] => [...read.values()];

/** The pieces of every pattern there is so far, to be kept for the next start. */
export const piecesForm = (): string =>
  `${JSON.stringify(
    Object.fromEntries(
      [...read]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, source]) => [key, written(requiredPieces(foldedSource(source)))]),
    ),
  )}\n`;

/** Patterns whose pieces are not kept as they are. */
export const unkeptPatterns = (): string[] =>
  [...read].flatMap(([key, source]) =>
    kept[key] === written(requiredPieces(foldedSource(source))) ? [] : [source],
  );
