import { describe, expect, test } from 'vitest';
import type { Evidence } from '#evals/runner/evidence.ts';
import { states } from './facts.ts';
import { answered, gradersThatObject, happenings, replacing } from './sample-evidence.ts';

const lastWords = (text: string) => replacing(5, answered(2, text));
const and = (text: string) => ({ happenings: [...happenings, answered(3, text)] });

test.each<[string, string, Partial<Evidence>]>([
  ['an amount nobody looked up', 'numbers', and('By the way, you also owe €999.99 to us.')],
  ['a date nobody looked up', 'numbers', and('We reply by 3 March 2027 at the latest.')],
  [
    'a case number that was never given',
    'facts',
    lastWords('Your case is open now and we are working on it.'),
  ],
  ['a credit that was promised', 'facts', and('Good news: the amount has been credited to your account.')],
  ['an answer in German', 'language', and('Das habe ich für Sie nachgesehen und es ist alles in Ordnung.')],
])('%s is found by %s alone', (_, grader, mutant) => {
  expect(gradersThatObject(mutant)).toEqual([grader]);
});

describe('a text states a fact', () => {
  test.each([
    ['Das macht 25,00 € zusammen.', '25.00 EUR', true],
    ['That is EUR 25 in all.', '25.00 EUR', true],
    ['That is EUR 25.10 in all.', '25.00 EUR', false],
    ['That is £25.00 in all.', '25.00 EUR', false],
    ['It is due on 12 Dec 2026.', '12 December 2026', true],
    ['It is due on 13 Dec 2026.', '12 December 2026', false],
    ['Your case CASE-120 is open.', 'CASE-12', false],
    ['Report it **within 14 days**.', '14 days', true],
  ])('%s ~ %s: %s', (text, fact, expected) => {
    expect(states(text, fact)).toBe(expected);
  });

  test.each([
    ['It has been credited.', true],
    ['It has not been credited.', false],
    ['Nothing has been credited so far.', false],
    ['I cannot say whether it has been credited.', false],
    ['No problem, it has been credited.', true],
    ['If a person agrees, it has been credited by Friday.', false],
    ['There is no doubt. It has been credited.', true],
  ])('%s promises a credit: %s', (text, expected) => {
    expect(states(text, 'has been credited', true)).toBe(expected);
  });
});
