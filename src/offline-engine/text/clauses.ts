import { pattern } from '../words/pattern.ts';
import { alternatives } from '../words/words.ts';

const next = alternatives('requests', 'next');
const linking = alternatives('requests', 'linking');
const join = `(?:and|&|${linking})`;
const breaks = pattern(
  [
    '(?<=[.!?;\\n])\\s+',
    `,?\\s+${join}\\s+also\\s+`,
    `,?\\s+${join}\\s+(?=(?:${next})(?![\\p{L}\\p{N}]))`,
    `,\\s*(?:and\\s+)?(?:${alternatives('requests', 'joining')})\\s+`,
    '\\s+(?:plus|then|also)\\s+',
    '\\s+\\+\\s+',
  ].join('|'),
);

/** The clauses of a message that may each be a request of their own. */
export const clausesOf = (text: string): string[] =>
  text
    .split(breaks)
    .map((clause) => clause.trim())
    .filter(Boolean);

const linkWords = `and|&|${linking}|${alternatives('cues', 'and')}|${alternatives('cues', 'but')}`;
const seams = pattern(
  `[.!?;:]+(?=\\s)|\\n+|,\\s+|\\s+[-–—+&]\\s+|(?:^|\\s)\\d[.)]\\s+|\\s+(?:${linkWords})\\s+|(?<!(?<!\\p{L})(?:${alternatives('requests', 'before-afresh')}))\\s+(?=(?:${alternatives('requests', 'afresh')})(?![\\p{L}\\p{N}]))`,
);
const mostParts = 10;

/** A message cut at every seam: finer than clauses, a request may lie in any of the parts. */
export const partsOf = (text: string): string[] =>
  text
    .split(seams)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part))
    .slice(0, mostParts);

/** The same parts with where they begin, each after the one before. */
export function placedParts(text: string): { readonly part: string; readonly at: number }[] {
  let from = 0;
  return partsOf(text).map((part) => {
    const at = text.indexOf(part, from);
    from = at + part.length;
    return { part, at };
  });
}
