import { generateText, isStepCount } from 'ai';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { hold, isRepeatable, talks } from './dialogues/random-talks.ts';
import { offlineModel } from './model.ts';

/** `node bench/random-conversations.ts` holds as many as one likes. */
const many = 60;
const patience = many * 1000;

describe('random conversations', () => {
  let written = 0;
  afterAll(() => expect(written).toBeGreaterThan(0));

  it(
    'never write without a yes, never throw, and leave no template behind',
    async () => {
      await fc.assert(
        fc.asyncProperty(talks.customer, async (messages) => {
          const { faults, writes } = await hold('customer', messages);
          expect(faults).toEqual([]);
          written += writes;
        }),
        { numRuns: many, seed: 20418 },
      );
    },
    patience,
  );

  it(
    'of a rep never throw and leave no template behind',
    async () => {
      await fc.assert(
        fc.asyncProperty(talks.rep, async (messages) => {
          expect((await hold('rep', messages)).faults).toEqual([]);
        }),
        { numRuns: many / 2, seed: 1042 },
      );
    },
    patience,
  );

  it('give the same step for the same history', async () => {
    await fc.assert(
      fc.asyncProperty(talks.customer, async (messages) => {
        expect(await isRepeatable('customer', messages)).toBe(true);
      }),
      { numRuns: 15, seed: 7 },
    );
  });
});

describe('strange input', () => {
  const model = offlineModel({ today: () => '2026-11-21' });
  it.each([
    ['a very long word', 'a'.repeat(100_000)],
    ['many numbers', '12 '.repeat(20_000)],
    ['control characters', '\u0000\u0001\u0002 invoice \u0001'],
    ['a template', '{total|money} {?x}a{/} {*lines}{#}{/*}'],
    ['only signs', '?!?!'],
    ['another script', '請求書はどこですか'],
  ])('%s is answered', async (_, prompt) => {
    const { text } = await generateText({ model, prompt, stopWhen: isStepCount(8) });
    expect(text).not.toBe('');
  });
});
