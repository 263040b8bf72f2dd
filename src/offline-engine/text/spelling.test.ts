import { describe, expect, it } from 'vitest';
import { spellingOf } from './spelling.ts';

const spelling = spellingOf(
  new Map([
    ['invoice', 50],
    ['twenty', 20],
    ['sucks', 3],
    ['statement', 30],
  ]),
);

describe('spelling', () => {
  it.each([
    ['the invocie please', 'the invoice please'],
    ['a statment', 'a statement'],
    ['20 novembr', '20 november'],
    // What is no slip stays: parts of words, goods, units, numbers, names.
    ['twenty-seven', 'twenty-seven'],
    ['four sacks', 'four sacks'],
    ['the wedding arch', 'the wedding arch'],
    ['seven', 'seven'],
  ])('reads "%s" as "%s"', (written, read) => {
    expect(spelling(written)).toBe(read);
  });
});
