import { longestPiece } from './pieces.ts';

/** Pieces of which a text has at least one. */
export type Pieces = ReadonlySet<string>;
/**
 * What a part of a pattern matches: one of some strings, or something that has one of some pieces; undefined when it may be anything.
 * Whatever it matches has one of each of the other sets of pieces, too.
 */
export type Part =
  | { readonly strings: readonly string[]; readonly pieces: Pieces; readonly also?: readonly Pieces[] }
  | undefined;

const most = { product: 64, list: 1000 };
const none: ReadonlySet<string> = new Set();
export const exactly = (...strings: string[]): Part => ({ strings, pieces: none });
/** The border of a word: a space, unless one is written there. */
export const borderSign = '|';
/** Letters from the most common one on: pieces with rare letters say more. */
const byFrequency = ' etaoinsrhldcumfpgwybvkxjqz';
const rarity = (sign: string): number =>
  (byFrequency.indexOf(sign) + byFrequency.length) % byFrequency.length;

/** The piece of a string that says most. */
function pieceOf(written: string): string {
  const text = written.replace(besideSpace, '').replace(borders, ' ');
  let best = text.slice(0, longestPiece);
  let highest = -1;
  for (let at = 0; at + longestPiece <= text.length; at++) {
    const piece = text.slice(at, at + longestPiece);
    const score = rarity(piece[0] ?? '') + rarity(piece[1] ?? '') + rarity(piece[2] ?? '');
    if (score > highest) [best, highest] = [piece, score];
  }
  return best;
}
const besideSpace = /\|+(?= )|(?<= )\|+/g;
const borders = /\|+/g;

/** A piece of each string, and the pieces beside them; undefined when one says nothing. */
export function piecesOfPart(part: Part): readonly [Pieces] | undefined {
  if (!part) return undefined;
  const pieces = new Set([...part.strings.map(pieceOf), ...part.pieces]);
  return [...pieces].some((piece) => piece.trim() === '') ? undefined : [pieces];
}

/** How much a set of pieces tells: long ones more than short ones, few more than many. */
export const worth = (pieces: Pieces): number =>
  Math.min(...[...pieces].map(({ length }) => length)) * 1000 - pieces.size;

const union = (one: Pieces, other: Pieces): Pieces =>
  other.size === 0 ? one : one.size === 0 ? other : new Set([...one, ...other]);

/** Parts that follow each other. */
export function inOrder(parts: readonly Part[]): Part {
  let run = { strings: [''] as readonly string[], pieces: none };
  const found: Pieces[] = [];
  let isWhole = true;
  for (const part of parts) {
    found.push(...(part?.also ?? []));
    const count = part ? run.strings.length * part.strings.length : 0;
    const isFew = count <= most.product || part?.strings.length === 1 || run.strings.length === 1;
    if (part && count > 0 && isFew && count <= most.list) {
      run = {
        strings: run.strings.flatMap((start) => part.strings.map((end) => start + end)),
        pieces: union(run.pieces, part.pieces),
      };
      continue;
    }
    isWhole = false;
    found.push(...(piecesOfPart(run) ?? []), ...(piecesOfPart(part) ?? []));
    run = { strings: [''], pieces: none };
  }
  return isWhole ? { ...run, also: found } : havingAll([...found, ...(piecesOfPart(run) ?? [])]);
}

/** Something that has one of each of some sets of pieces. */
export function havingAll(sets: readonly Pieces[]): Part {
  const [best, ...also] = sets.toSorted((one, other) => worth(other) - worth(one));
  return best && { strings: [], pieces: best, also };
}

/** Parts of which one matches. */
export function oneOf(parts: readonly Part[]): Part {
  if (parts.length === 1) return parts[0];
  const strings: string[] = [];
  let pieces = none;
  for (const part of parts) {
    if (!part) return undefined;
    strings.push(...part.strings);
    pieces = union(pieces, part.pieces);
  }
  const all = { strings: [...new Set(strings)], pieces };
  return all.strings.length <= most.list ? all : havingAll(piecesOfPart(all) ?? []);
}
