import { describe, expect, test } from 'vitest';
import { predict } from '../intent/linear-model.ts';
import { train } from './linear-training.ts';
import { MeanOf } from './mean-of.ts';

describe('the mean of weights over epochs', () => {
  test('is stored in the arrays it was taken of', () => {
    const [weights, bias] = [Float32Array.of(1, 2), Float32Array.of(4)];
    const mean = new MeanOf([weights, bias]);
    mean.add();
    weights.set([3, 0]);
    bias.set([8]);
    mean.add();
    mean.store();
    expect([...weights, ...bias]).toEqual([2, 1, 6]);
  });

  test('leaves them as they are when nothing was taken', () => {
    const weights = Float32Array.of(1, 2);
    new MeanOf([weights]).store();
    expect([...weights]).toEqual([1, 2]);
  });
});

describe('a model of few features', () => {
  const features = (...words: string[]) => new Map(words.map((word) => [word, 1]));
  const examples = Array.from({ length: 40 }, (_, index) =>
    index % 2 === 0
      ? { features: features('pay', `rare${index % 8}`), label: 'payment' }
      : { features: features('copy', `rare${index % 8}`), label: 'copy' },
  );
  const options = { pairs: false, letters: [3, 4] as const, epochs: 6, rate: 0.2, rarest: 2 };

  test('keeps those that tell most, and is learnt with them alone', () => {
    const model = train(examples, { ...options, most: 2 });
    expect([...model.vocabulary.keys()].sort()).toEqual(['copy', 'pay']);
    expect(predict(model, features('pay')).label).toBe('payment');
    expect(predict(model, features('copy')).label).toBe('copy');
  });

  test('is the same for the same examples', () => {
    const [one, other] = [train(examples, { ...options, most: 3 }), train(examples, { ...options, most: 3 })];
    expect(one.weights).toEqual(other.weights);
  });

  test('learns other weights with its features alone than with all of them', () => {
    const all = train(examples, options);
    const few = train(examples, { ...options, most: 2 });
    const of = (model: typeof all) => model.weights[(model.vocabulary.get('pay') ?? 0) * model.labels.length];
    expect(of(few)).not.toBe(of(all));
  });
});
