import { letters, numbers } from './folded.ts';
import { borderSign, exactly, havingAll, inOrder, oneOf, type Part, piecesOfPart, worth } from './parts.ts';
import { placeOfPiece, type Required, spaced } from './pieces.ts';

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

/** So many sets of pieces are looked for. */
const mostSets = 3;

/** The sets of pieces of which everything that a pattern for folded texts matches has at least one each. */
export function requiredPieces(foldedPattern: string): Required {
  const part = alternation({ source: foldedPattern, at: 0 });
  const sets = [...(piecesOfPart(part) ?? []), ...(part?.also ?? [])].sort(
    (one, other) => worth(other) - worth(one),
  );
  return sets.slice(0, mostSets).map((pieces) => Uint16Array.from(new Set([...pieces].map(placeOfPiece))));
}
