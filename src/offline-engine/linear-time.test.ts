import { afterEach, describe, expect, it, vi } from 'vitest';
import { interpret } from './meaning/interpret.ts';
import './model.ts';
import { seededRandom } from './text/seeded-random.ts';
import { contextOf } from './understand.ts';
import { patternSources } from './words/kept-pieces.ts';
import { pattern } from './words/pattern.ts';

const today = '2026-11-20';
const exec = RegExp.prototype.exec;
afterEach(() => vi.restoreAllMocks());

/** How many characters regular expressions walk over while something is done. */
function charactersRead(act: () => unknown): number {
  let count = 0;
  vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, text) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = exec.call(this, text);
    // A sticky expression looks at one place, as String.prototype.split has it do.
    const end = found ? found.index + found[0].length : this.sticky ? from + 1 : text.length;
    count += end - from;
    return found;
  });
  act();
  vi.restoreAllMocks();
  return count;
}

const understood = (text: string) => interpret(text, contextOf({ text, side: 'customer', today, state: {} }));
/** A text of so many characters: a shape again and again. */
const long = (shape: string, length: number): string =>
  shape.repeat(Math.ceil(length / shape.length)).slice(0, length);

const shapes = [
  'a',
  '1',
  '12 ',
  ' ',
  '\n',
  ',',
  '. ',
  '-',
  '(',
  '((a',
  '"',
  "' ",
  'é',
  '😀',
  '請',
  'a@',
  'a.',
  '1 of ',
  '1 000 ',
  'inv ',
  'invoice no ',
  'INV-1 ',
  'line ',
  'the ',
  '1.1.',
  '1/',
  '1,',
  'yes, ',
  'no ',
  'and ',
  'hm ',
  '2 x ',
  '$1,',
  'half of ',
  '12 crates ',
  'missing ',
  'only 5 came ',
  '\t',
  '> ',
  '!',
  '? ',
  'qzxv wkjq ',
  '1 march ',
  'zero one ',
  'gracias, ',
  'last month ',
  '1 % ',
  'between 1 and ',
  'no, no sorry ',
];

/** Twice as long takes twice the work, four times were it quadratic. */
describe('a message of any size', () => {
  it.each(shapes)('of "%s" takes work in proportion to its length', (shape) => {
    const least = charactersRead(() => understood(long('lorem ipsum ', 2000)));
    const [once, twice] = [2000, 4000].map((length) => charactersRead(() => understood(long(shape, length))));
    expect(twice).toBeLessThan(3 * Math.max(once ?? 0, least));
  });

  it.each(shapes)('of "%s" is read up to 4,000 characters', (shape) => {
    expect(understood(long(shape, 100_000))).toEqual(understood(long(shape, 50_000)));
    const [once, twice] = [50_000, 100_000].map((length) =>
      charactersRead(() => understood(long(shape, length))),
    );
    expect(twice).toBeLessThanOrEqual(once ?? 0);
  });
});

describe('a pattern', () => {
  const random = seededRandom(20418);
  /** Words that stand in a pattern, over and over in any order: what it begins to match again and again. */
  const wordsOf = (source: string): string => {
    const words = source.replace(/\\./g, ' ').match(/\p{L}[\p{L} ']*/gu) ?? ['a'];
    const joints = [' ', ', ', '', '  '];
    let text = '';
    while (text.length < 500)
      text += `${words[Math.floor(random() * words.length)]}${joints[Math.floor(random() * joints.length)]}`;
    return text;
  };

  it('never tries its own words in too many ways (else this would not end)', () => {
    for (const source of patternSources()) {
      const words = wordsOf(source);
      for (const text of [words, `${words}\u0001x`, `${words.slice(0, 30).repeat(15)}ɏ`])
        expect(() => pattern(source).matches(text)).not.toThrow();
    }
  });
});
