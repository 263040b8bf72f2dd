import { describe, expect, it } from 'vitest';
import { spellingOf } from './spelling.ts';

const spelling = spellingOf(
  new Map([
    ['en invoice', 50],
    ['en twenty', 20],
    ['en sucks', 3],
    ['en statement', 30],
    ['en explains', 12],
    ['en usable', 4],
    ['en party', 30],
    ['de raus', 9],
    ['de verloren', 9],
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
    // Words that few have used are no better guess than what is written, and common words are meant.
    ['usabel', 'usabel'],
    ['partly paid', 'partly paid'],
    // Words of other languages, other forms of a word, and what tells a reason.
    ['rags', 'rags'],
    ['they explained it', 'they explained it'],
  ])('reads "%s" as "%s"', (written, read) => {
    expect(spelling(written, 'en')).toBe(read);
  });

  it('keeps what tells what is wrong', () => {
    expect(spelling('die Rohre waren verbogen', 'de')).toBe('die Rohre waren verbogen');
  });
});
