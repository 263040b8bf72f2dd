import { generateText, isStepCount } from 'ai';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { conversation, dialogues } from './dialogues/dialogue.ts';
import { offlineModel } from './model.ts';
import { readsAsYes } from './reading.ts';

/** More conversations than a test run has time for: RANDOM_CONVERSATIONS=10000 npx vitest run src/offline-engine/properties.test.ts */
const many = Number(process.env.RANDOM_CONVERSATIONS ?? 60);
const patience = many * 1000;

const said = dialogues.flatMap(({ side, turns }) => (side === 'customer' ? turns.map(({ say }) => say) : []));
const repSaid = dialogues.flatMap(({ side, turns }) => (side === 'rep' ? turns.map(({ say }) => say) : []));
const replies = [
  'yes',
  'ok',
  'no',
  'line 1',
  '3',
  'never mind',
  'no, 5',
  'all of them',
  "I don't know",
  'sí',
  'ja bitte',
  'thanks',
  'yes but not now',
  'the second one',
  'wrong price',
];
const claims = [
  'Only 100 crates arrived, I want a credit',
  '20 crates never turned up',
  'INV-30097 was billed twice',
  '3 cans of epoxy resin on INV-30120 were leaking',
  'freight on INV-30112 should be free',
];
const anything = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...said) },
  { weight: 6, arbitrary: fc.constantFrom(...replies) },
  { weight: 1, arbitrary: fc.string({ maxLength: 80 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
);
const residue = /\{[\w?*#/:|.]+\}|undefined|\[object|NaN/;

/** Often a claim and what comes after it, else anything. */
const talks = fc
  .array(
    fc.oneof(
      anything.map((message) => [message]),
      fc.tuple(fc.constantFrom(...claims), fc.constantFrom(...replies)),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.flat());

describe('random conversations', () => {
  let written = 0;
  afterAll(() => expect(written).toBeGreaterThan(0));

  it(
    'never write without a yes, never throw, and leave no template behind',
    async () => {
      await fc.assert(
        fc.asyncProperty(talks, async (messages) => {
          const talk = conversation('customer', { openInvoice: 'INV-20418' });
          for (const message of messages) {
            if (message.trim() === '') continue;
            const answer = await talk.say(message);
            expect(answer.text).not.toBe('');
            if (!residue.test(message)) expect(answer.text).not.toMatch(residue);
            expect(answer.calls.some(({ tool }) => tool.startsWith('propose_'))).toBe(false);
          }
          for (const write of talk.writes)
            expect(readsAsYes(write.after), `${write.after} made ${write.tool}`).toBe(true);
          written += talk.writes.length;
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
        fc.asyncProperty(
          fc.array(fc.oneof(fc.constantFrom(...repSaid), fc.constantFrom(...replies)), {
            minLength: 1,
            maxLength: 6,
          }),
          async (messages) => {
            const talk = conversation('rep', { openCase: 'CASE-1042' });
            for (const message of messages) expect((await talk.say(message)).text).not.toMatch(residue);
          },
        ),
        { numRuns: many / 2, seed: 1042 },
      );
    },
    patience,
  );

  it('give the same step for the same history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 5 }), async (messages) => {
        const [first, second] = [conversation('customer'), conversation('customer')];
        for (const message of messages.filter((text) => text.trim() !== '')) {
          expect(await first.say(message)).toEqual(await second.say(message));
        }
        expect(first.messages).toEqual(second.messages);
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
