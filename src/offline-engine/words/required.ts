import { letters, numbers } from './folded.ts';
import { longestPiece, placeOfPiece, type Required, spaced } from './pieces.ts';

type Pieces = ReadonlySet<string>;
/**
 * What a part of a pattern matches: one of some strings, or something that has one of some pieces; undefined when it may be anything.
 * Whatever it matches has one of each of the other sets of pieces, too.
 */
type Part =
  | { readonly strings: readonly string[]; readonly pieces: Pieces; readonly also?: readonly Pieces[] }
  | undefined;

const most = { product: 64, list: 1000, sets: 3 };
const none: ReadonlySet<string> = new Set();
const exactly = (...strings: string[]): Part => ({ strings, pieces: none });
/** The border of a word: a space, unless one is written there. */
const borderSign = '|';
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
function piecesOfPart(part: Part): readonly [Pieces] | undefined {
  if (!part) return undefined;
  const pieces = new Set([...part.strings.map(pieceOf), ...part.pieces]);
  return [...pieces].some((piece) => piece.trim() === '') ? undefined : [pieces];
}

/** How much a set of pieces tells: long ones more than short ones, few more than many. */
const worth = (pieces: Pieces): number =>
  Math.min(...[...pieces].map(({ length }) => length)) * 1000 - pieces.size;

const union = (one: Pieces, other: Pieces): Pieces =>
  other.size === 0 ? one : one.size === 0 ? other : new Set([...one, ...other]);

/** Parts that follow each other. */
function inOrder(parts: readonly Part[]): Part {
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
function havingAll(sets: readonly Pieces[]): Part {
  const [best, ...also] = sets.toSorted((one, other) => worth(other) - worth(one));
  return best && { strings: [], pieces: best, also };
}

/** Parts of which one matches. */
function oneOf(parts: readonly Part[]): Part {
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

const border = `[${letters}${numbers}])`;

/** Matches nowhere. */
const never = '(?!)';

/** Reads a pattern; `at` is where it goes on. */
type Reading = { readonly source: string; at: number };

function alternation(reading: Reading): Part {
  const parts = [sequence(reading)];
  while (reading.source[reading.at] === '|') {
    reading.at++;
    parts.push(sequence(reading));
  }
  return oneOf(parts);
}

function sequence(reading: Reading): Part {
  const parts: Part[] = [];
  const { source } = reading;
  while (reading.at < source.length && source[reading.at] !== '|' && source[reading.at] !== ')')
    parts.push(repeated(element(reading), reading));
  return inOrder(parts);
}

const quantifier = /[?*+]|\{(\d+)(?:,\d*)?\}/y;

/** A part with what says how often it comes. */
function repeated(part: Part, reading: Reading): Part {
  quantifier.lastIndex = reading.at;
  const found = quantifier.exec(reading.source);
  if (!found) return part;
  reading.at += found[0].length;
  if (reading.source[reading.at] === '?') reading.at++;
  const least = found[0] === '+' ? 1 : Number(found[1] ?? 0);
  if (found[0] === '?') return oneOf([exactly(''), part]);
  return least > 0 ? havingAll([...(piecesOfPart(part) ?? []), ...(part?.also ?? [])]) : undefined;
}

function element(reading: Reading): Part {
  const { source } = reading;
  const sign = source[reading.at] ?? '';
  if (sign === '(') return group(reading);
  if (sign === '[') return signClass(reading);
  reading.at++;
  if (sign === '^' || sign === '$') return exactly(borderSign);
  if (sign === '.') return undefined;
  if (sign !== '\\') return exactly(spaced(sign));
  const escaped = source[reading.at++] ?? '';
  if (/[ux\dkc]/.test(escaped)) throw new Error(`\\${escaped} is not understood: ${source}`);
  if (escaped === 'd') return exactly('0');
  if (escaped === 's') return exactly(' ');
  if (/[bB]/.test(escaped)) return exactly('');
  return /\w/.test(escaped) ? undefined : exactly(spaced(escaped));
}

/** What must stand before or after counts as read: the border of a word is a space. */
function group(reading: Reading): Part {
  const { source } = reading;
  if (source.startsWith(never, reading.at)) {
    reading.at += never.length;
    return exactly();
  }
  const around = /\(\?<?[!=]/y;
  around.lastIndex = reading.at;
  const [look] = around.exec(source) ?? [];
  const isBorder = look?.endsWith('!') && source.startsWith(border, reading.at + look.length);
  reading.at += look ? look.length : source.startsWith('(?:', reading.at) ? 3 : 1;
  const inside = alternation(reading);
  reading.at++;
  return look ? exactly(isBorder ? borderSign : '') : inside;
}

/** One of a few signs, or any of many. */
function signClass(reading: Reading): Part {
  const { source } = reading;
  const end = source.indexOf(']', reading.at);
  const signs = source.slice(reading.at + 1, end).replace(/\\d|\d-\d/g, '0');
  reading.at = end + 1;
  if (/^\^|.-.|\\[^.s-]/.test(signs)) return undefined;
  return exactly(...new Set([...signs.replaceAll('\\s', ' ').replaceAll('\\', '')].map(spaced)));
}

/** The sets of pieces of which everything that a pattern for folded texts matches has at least one each. */
export function requiredPieces(foldedPattern: string): Required {
  const part = alternation({ source: foldedPattern, at: 0 });
  const sets = [...(piecesOfPart(part) ?? []), ...(part?.also ?? [])].sort(
    (one, other) => worth(other) - worth(one),
  );
  return sets.slice(0, most.sets).map((pieces) => Uint16Array.from(new Set([...pieces].map(placeOfPiece))));
}
