import { expect, test } from 'vitest';
import { sentenceGate } from './sentences.ts';

const through = (deltas: string[], isFine: (sentence: string) => boolean = () => true) => {
  const passed: string[] = [];
  const gate = sentenceGate(isFine, (text) => passed.push(text));
  for (const delta of deltas) gate.push(delta);
  gate.end();
  return { passed, isStopped: gate.isStopped };
};

test('text comes out by the sentence, and nothing of it is lost or changed', () => {
  const text = 'It is £370.00 more. October had 100.\nShall I go on?';
  const { passed } = through([...text]);
  expect(passed).toEqual(['It is £370.00 more. ', 'October had 100.\n', 'Shall I go on?']);
  expect(passed.join('')).toBe(text);
});

test('an amount is never cut at its decimal point', () => {
  expect(through(['That is 370.', '00 pounds.']).passed).toEqual(['That is 370.00 pounds.']);
});

test('after a sentence that does not pass, nothing passes', () => {
  const { passed, isStopped } = through(['One. Bad 9. Two.'], (sentence) => !sentence.includes('Bad'));
  expect(passed).toEqual(['One. ']);
  expect(isStopped).toBe(true);
});
