import { describe, expect, it } from 'vitest';
import { chanceOf, worthOf } from '../intent/choice-model.ts';
import { type Choice, trainChoices } from './choice-training.ts';

const training = { epochs: 20, rate: 0.2, rarest: 1, most: 100 };
const choice = (options: string[][], ...right: number[]): Choice => ({ options, right: new Set(right) });

describe('learning to choose', () => {
  const fruit = [
    choice([['round', 'red'], ['long', 'yellow'], []], 0),
    choice([['long', 'red'], ['round', 'green'], []], 1),
    choice([['long', 'green'], []], 1),
  ];

  it('gives the option that is right the greatest worth', () => {
    const model = trainChoices(fruit, training);
    const worths = [['round', 'blue'], ['long', 'blue'], []].map((features) => worthOf(model, features));
    expect(Math.max(...worths)).toBe(worths[0]);
    expect(worths[1]).toBeLessThan(worths[2] ?? 0);
  });

  it('takes each of several right options for right', () => {
    const model = trainChoices([choice([['a'], ['b'], ['c']], 0, 1)], training);
    expect(worthOf(model, ['a'])).toBeGreaterThan(worthOf(model, ['c']));
    expect(worthOf(model, ['b'])).toBeGreaterThan(worthOf(model, ['c']));
  });

  it('says how likely a single option is, beside nothing', () => {
    const model = trainChoices([choice([['wanted'], []], 0), choice([['unwanted'], []], 1)], training);
    expect(chanceOf(model, ['wanted'])).toBeGreaterThan(0.5);
    expect(chanceOf(model, ['unwanted'])).toBeLessThan(0.5);
    expect(chanceOf(model, ['never seen'])).toBe(0.5);
  });

  it('keeps the features that tell most', () => {
    const model = trainChoices(fruit, { ...training, most: 2 });
    expect([...model.vocabulary.keys()]).toEqual(['long', 'round']);
  });

  it('gives the same weights for the same choices', () => {
    expect(trainChoices(fruit, training).weights).toEqual(trainChoices(fruit, training).weights);
  });
});
