import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildWeights } from './build-weights.ts';
import { weightsFile } from './intent/stored-weights.ts';
import { expanded } from './intent/weights-file.ts';
import { actions } from './policy/actions.ts';
import { packs } from './speak/replies.ts';
import { isKept } from './words/read-yaml.ts';

describe('the stored weights', () => {
  const stored = readFileSync(weightsFile);

  it('are what the phrase files give (build them with src/offline-engine/build-weights.ts)', () => {
    expect(Buffer.from(expanded(buildWeights())).equals(expanded(stored))).toBe(true);
  }, 60_000);

  it('lie beside the language files as they are now', () => {
    expect(Object.keys(actions).length).toBeGreaterThan(0);
    expect(packs.size).toBeGreaterThan(0);
    expect(isKept()).toBe(true);
  });

  it('take less than 600 kB', () => {
    expect(stored.length).toBeLessThan(600_000);
  });
});
