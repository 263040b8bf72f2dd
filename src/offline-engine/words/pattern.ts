import { folded, foldedSource } from './folded.ts';
import { keptPieces } from './kept-pieces.ts';
import { hasAll, piecesOf } from './pieces.ts';

/** A match, as it stands in the text. */
export type Match = RegExpExecArray;

/** A pattern of words that knows no case. It works as a regular expression does, and costs nothing until a text may hold a match. */
export type Pattern = {
  /** The first match in a folded text, at or after a place. */
  readonly find: Finder;
  readonly test: (text: string) => boolean;
  /** The first match at or after a place; whoever has the folded text gives it. */
  readonly exec: (text: string, from?: number, known?: FoldedText) => Match | null;
  readonly matches: (text: string) => Match[];
  readonly [Symbol.replace]: (text: string, by: string | Replacer) => string;
  readonly [Symbol.split]: (text: string) => string[];
};
/** Writes a match anew; `parts` are its groups, undefined where one took no part. */
type Replacer = (found: string, ...parts: (string | undefined)[]) => string;

const recent = { most: 64, texts: new Map<string, FoldedText>() };
export type FoldedText = { readonly text: string; pieces?: Uint32Array };

/** A text folded; the latest ones are kept, as many patterns read the same text. */
export function foldedText(text: string): FoldedText {
  const kept = recent.texts.get(text);
  if (kept) return kept;
  const made: FoldedText = { text: folded(text) };
  if (recent.texts.size >= recent.most) recent.texts.clear();
  recent.texts.set(text, made);
  return made;
}

type Finder = (known: FoldedText, from: number) => Match | null;

/** The pattern of a source in the syntax of regular expressions, read without regard to case, with the classes \p{L} and \p{N}. */
export function pattern(source: string): Pattern {
  const required = keptPieces(source);
  let expression: RegExp | undefined;
  return withFinder((known, from) => {
    // Going on in a text that changed since, there is hardly a match to rule out: working out its pieces each time would not be linear.
    if (from === 0) known.pieces ??= piecesOf(known.text);
    if (known.pieces && !hasAll(known.pieces, required)) return null;
    expression ??= new RegExp(foldedSource(source), 'dg');
    expression.lastIndex = from;
    return expression.exec(known.text);
  });
}

/** What any of some patterns matches: the first match in the text, of the first pattern (or the longest) where several begin there. */
export const firstOf = (patterns: readonly Pattern[], isLongestFirst = false): Pattern =>
  withFinder((known, from) => {
    let first: Match | null = null;
    for (const { find } of patterns) {
      const found = find(known, from);
      const isBefore =
        found &&
        (!first ||
          found.index < first.index ||
          (isLongestFirst && found.index === first.index && found[0].length > first[0].length));
      if (isBefore) first = found;
    }
    return first;
  });

function withFinder(find: Finder): Pattern {
  const exec = (text: string, from = 0, known = foldedText(text)): Match | null => {
    const found = find(known, from);
    found?.indices?.forEach((span, at) => {
      if (span) found[at] = text.slice(...span);
    });
    return found;
  };
  const matches = (text: string): Match[] => {
    const all: Match[] = [];
    for (let found = exec(text); found; ) {
      all.push(found);
      const end = found.index + found[0].length;
      found = exec(text, found[0] === '' ? end + 1 : end);
    }
    return all;
  };
  return {
    find,
    test: (text) => find(foldedText(text), 0) !== null,
    exec,
    matches,
    [Symbol.replace](text, by) {
      let result = '';
      let end = 0;
      for (const found of matches(text)) {
        result +=
          text.slice(end, found.index) + (typeof by === 'string' ? by : by(found[0], ...found.slice(1)));
        end = found.index + found[0].length;
      }
      return result + text.slice(end);
    },
    [Symbol.split](text) {
      const parts: string[] = [];
      let end = 0;
      for (const found of matches(text)) {
        parts.push(text.slice(end, found.index));
        end = found.index + found[0].length;
      }
      return [...parts, text.slice(end)];
    },
  };
}
