import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../learning/corpus.ts';
import '../model.ts';
import '../understand.ts';
import { folded, foldedSource } from './folded.ts';
import { patternSources } from './kept-pieces.ts';
import { firstOf, pattern } from './pattern.ts';
import { hasAll, piecesOf } from './pieces.ts';
import { requiredPieces } from './required.ts';

const whole = (words: string) => pattern(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`);

describe('folded text', () => {
  it('keeps every sign in its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(folded(text)).toHaveLength(text.length);
      }),
    );
  });

  it('is the same whatever the case, where patterns name a letter', () => {
    const signs = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    const read = signs.map(folded);
    for (const letter of 'abcdefghijklmnopqrstuvwxyzßàäçèéíñóôõöúüąćęłńśźż') {
      const alike = new RegExp(letter, 'iu');
      expect(signs.filter((_, code) => read[code] === letter)).toEqual(
        signs.filter((sign) => alike.test(sign)),
      );
    }
  });
});

describe('a pattern', () => {
  it('names a class of letters that it does not understand', () => {
    expect(() => foldedSource('ile(?= \\p{Ll})')).toThrow(/\\p\{Ll\} is not understood/);
  });

  const patience = 60_000;
  it(
    'matches what a regular expression of its source matches, in messages of every author',
    () => {
      const messages = readCorpus()
        .filter((_, at) => at % 200 === 0)
        .map(({ text }) => text);
      expect(patternSources().length).toBeGreaterThan(500);
      for (const source of patternSources()) {
        const expression = new RegExp(source, 'iu');
        const words = pattern(source);
        for (const text of messages) {
          const [wanted, found] = [expression.exec(text), words.exec(text)];
          expect(found && [found.index, ...found], `${source} in "${text}"`).toEqual(
            wanted && [wanted.index, ...wanted],
          );
        }
      }
    },
    patience,
  );

  it('finds its matches one after the other', () => {
    const texts = whole('ja|nein')
      .matches('Ja, NEIN und jaja ja')
      .map(({ index, 0: text }) => [index, text]);
    expect(texts).toEqual([
      [0, 'Ja'],
      [4, 'NEIN'],
      [18, 'ja'],
    ]);
  });

  it('goes on from a place', () => {
    expect(whole('ja').exec('ja ja', 1)?.index).toBe(3);
    expect(whole('ja').exec('ja ja', 4)).toBeNull();
  });

  it('replaces and splits as regular expressions do', () => {
    expect('Zwölf Kisten, zwölf Säcke'.replace(whole('zwölf'), () => '12')).toBe('12 Kisten, 12 Säcke');
    expect('this and that AND more'.split(pattern('\\s+and\\s+'))).toEqual(['this', 'that', 'more']);
  });

  it('of several is the first match in the text, of the first pattern or the longest', () => {
    const [one, other] = [whole('no'), whole('no thanks|not')];
    expect(firstOf([one, other]).exec('not now, no thanks')?.[0]).toBe('not');
    expect(firstOf([one, other]).exec('no thanks')?.[0]).toBe('no');
    expect(firstOf([one, other], true).exec('no thanks')?.[0]).toBe('no thanks');
  });
});

describe('what a pattern requires', () => {
  const mayMatch = (source: string, text: string): boolean =>
    hasAll(piecesOf(folded(text)), requiredPieces(source));

  it.each([
    ['(?:kisten|s[aä]cke)', 'drei Säcke'],
    ['only (?:\\d+ )?came', 'Only 5 came'],
    ['a(?:b|c)?d+', 'xaddx'],
    ['(?!never)\\s*$', ''],
    ['\\d{1,3}(?:[.,]\\d+)?', '7'],
  ])('"%s" is in "%s"', (source, text) => {
    expect(mayMatch(source, text)).toBe(true);
  });

  it.each([
    ['(?:kisten|s[aä]cke)', 'three boxes'],
    ['only (?:\\d+ )?came', 'it arrived'],
    ['(\\d+) (?:days|weeks)', 'some days'],
    ['(\\d+) (?:days|weeks)', '12 of them'],
    ['(?!)', 'anything'],
  ])('"%s" cannot be in "%s"', (source, text) => {
    expect(mayMatch(source, text)).toBe(false);
  });
});
