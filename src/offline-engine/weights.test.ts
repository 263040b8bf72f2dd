import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { weightsFile } from './intent/stored-weights.ts';
import { lessonsKey, storedLessonsKey } from './learning/lessons-key.ts';
import { actions } from './policy/actions.ts';
import { moodFiles } from './records/cues.ts';
import { packs } from './speak/replies.ts';
import { unkeptPatterns } from './words/kept-pieces.ts';
import { isKept } from './words/read-yaml.ts';
import './model.ts';
import './understand.ts';

describe('the stored weights', () => {
  const stored = readFileSync(weightsFile);

  it('were built from the phrases, words and corpus as they are now (else run "redress language build")', () => {
    expect(storedLessonsKey()).toBe(lessonsKey());
  });

  it('lie beside the language files as they are now', () => {
    expect(Object.keys(actions).length).toBeGreaterThan(0);
    expect(packs.size).toBeGreaterThan(0);
    expect(moodFiles.size).toBeGreaterThan(0);
    expect(isKept()).toBe(true);
  });

  it('lie beside the pieces that patterns require as they are now', () => {
    expect(unkeptPatterns()).toEqual([]);
  });

  it('take less than 600 kB', () => {
    expect(stored.length).toBeLessThan(600_000);
  });
});
