// What once went wrong in conversations, or easily does: each stays a test.
import type { LanguageModelV4ToolResultPart } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { contextLines } from './context-lines.ts';
import { conversation, engine } from './dialogues/conversation.ts';
import { readCorpus } from './learning/corpus.ts';
import { type QuestionState, understand } from './understand.ts';

type ToolOutput = LanguageModelV4ToolResultPart['output'];

const read = (text: string, state?: QuestionState, side: 'customer' | 'rep' = 'customer') =>
  understand({ text, side, state, today: '2026-11-20' });

/** Says all of it; answers what was said and called last, and every write. */
async function following(side: 'customer' | 'rep', context: object, ...messages: string[]) {
  const talk = conversation(side, context);
  let last = { text: '', calls: [] as readonly { tool: string; input: unknown }[] };
  for (const message of messages) last = await talk.say(message);
  return { ...last, writes: talk.world.writes };
}

describe('numbers', () => {
  it.each([
    ['not all of them came', { dispute_type: 'quantity_short' }],
    [
      'ordered 24 but only 20 came',
      { billed_qty: 24, delivered_qty: 20, claimed_qty: 4, dispute_type: 'quantity_short' },
    ],
    ['half of the 40 boxes are damaged', { claimed_qty: 20, dispute_type: 'damaged' }],
  ])('"%s" is a claim', (text, slots) => {
    expect(read(text).slots).toMatchObject(slots);
  });

  it('in words stay numbers, whatever spelling thinks of them', () => {
    expect(read('five of the forty came broken, INV-30112').slots).toMatchObject({ claimed_qty: 5 });
  });

  it.each([
    '3 of the 12 came damaged',
    '3 of the 12 drums arrived leaking',
    '3 of the 12 came the wrong size',
  ])('of what came as it should not ("%s") are in dispute', (text) =>
    expect(read(text).slots).toMatchObject({ claimed_qty: 3 }),
  );

  it('with a stroke are names or sizes, whatever they stand beside', () => {
    const { slots } = read('only 4 of the 3/2s came, 12 of the 3/2s were billed');
    expect(slots).toMatchObject({ delivered_qty: 4, billed_qty: 12, claimed_qty: 8 });
  });

  it.each(['between 30 and 35', '5 or 6', 'somewhere between 30 and 40'])(
    'of a range ("%s") are none',
    (text) => {
      const state = { pending: 'dispute.open', asked: 'quantity', invoice: 'INV-30112', line: 1 };
      expect(read(text, state).slots).not.toHaveProperty('claimed_qty');
    },
  );

  it.each(['between 4 and 6', 'maybe four, five, didnt count', 'like five ish'])(
    'that are only guessed are asked for as one number, and that is said: "%s"',
    async (said) => {
      const { text } = await following('customer', {}, 'resin missing on 30120', said);
      expect(text).toContain('one number');
    },
  );

  it('dictated digit by digit are one number', () => {
    expect(read('status of invoice seven zero three five five please').slots).toMatchObject({
      invoice: 'INV-70355',
    });
  });

  it('keep the role of what they correct', async () => {
    const claim = ['I have a problem with INV-30112', 'the cutting oil', 'not all of them came', 'we got 44'];
    const { text } = await following('customer', {}, ...claim, 'hold on, it was 45');
    expect(text).toContain('in dispute 5 drums');
  });

  it('alone are the price in a price dispute', async () => {
    const { calls } = await following('customer', {}, 'wrong price on INV-30120, hardener', 'should be 20');
    expect(calls).toContainEqual({
      tool: 'open_dispute',
      input: expect.objectContaining({
        reason: 'PRICE_ERROR',
        items: [expect.objectContaining({ line: 2, expectedUnitPrice: '20' })],
      }),
    });
  });

  it('with day and month stand in the order of the company', () => {
    expect(read('the one from 05/04/2026').slots).toMatchObject({ date: '2026-04-05' });
  });
});

describe('a yes', () => {
  const claim = ['ordered 24 but only 20 came', '30120', 'resin'];

  it('to other words than those read back writes nothing', async () => {
    const { writes } = await following('customer', {}, ...claim, 'yes, but the price is wrong too');
    expect(writes).toEqual([]);
  });

  it.each(['一', 'hm', 'maybe', 'what do you think', 'yes the boss said so too'])(
    'is not "%s"',
    async (text) => {
      const { writes } = await following('customer', {}, ...claim, text);
      expect(writes).toEqual([]);
    },
  );

  it('after thanks is still needed, and that is said', async () => {
    const { text, writes } = await following('customer', {}, ...claim, 'thanks');
    expect(writes).toEqual([]);
    expect(text).toContain('nothing has been sent');
  });

  it.each(['bye then', 'thanks, goodbye'])(
    'is no goodbye, and that nothing was sent is said: "%s"',
    async (leaving) => {
      const { text, writes } = await following('customer', {}, ...claim, leaving);
      expect(writes).toEqual([]);
      expect(text).toContain('nothing has been sent');
    },
  );

  it('to the first of two problems files the first', async () => {
    const both = 'on INV-30120 2 cans of epoxy resin are missing and also 5 cans of hardener were damaged';
    const { writes } = await following('customer', {}, both, 'go ahead');
    expect(writes.length).toBeLessThanOrEqual(1);
    for (const { input } of writes) expect(JSON.stringify(input)).toContain('SHORT_DELIVERY');
  });

  it('after another action was named is for that other action', async () => {
    const { calls } = await following(
      'rep',
      { openCase: 'CASE-1042' },
      'order the remainder',
      'no wait, credit note instead',
    );
    expect(calls.map(({ tool }) => tool)).not.toContain('propose_replacement_order');
    expect(calls.map(({ tool }) => tool)).toContain('propose_credit_note');
  });
});

describe('words of closed lists', () => {
  it.each([
    ['HUMAN', 'human'],
    ['operator', 'human'],
    ['ty', 'thanks'],
    ['GET ME A PERSON NOW', 'human'],
    ['are you a real person', 'bot.about'],
  ])('"%s" is %s', (text, intent) => {
    expect(read(text).intents).toEqual([intent]);
  });
});

describe('what is not ours', () => {
  it.each([
    'what is the capital of Australia',
    'tell me a joke',
    'I forgot my password',
    'are you hiring drivers',
  ])('"%s" stays so', (text) => {
    expect(read(text).intents).toEqual(['oos']);
  });

  it('another company’s invoices are not looked for', async () => {
    const { calls } = await following('customer', {}, "show me Acme's invoices");
    for (const { input } of calls) expect(JSON.stringify(input)).not.toContain('Acme');
  });
});

describe('several things at once', () => {
  it('a copy and a question about the payment are both answered', () => {
    expect(read('copy of INV-30112 and tell me if it has been paid').intents).toEqual([
      'invoice.copy',
      'payment.status',
    ]);
  });

  it('a quoted mail and a signature are not the request', () => {
    const mail =
      'Hello,\n\nplease send us a statement for October.\n\n> Only 40 of 50 drums came, we want a credit\n\nBest regards\nDana Ellis\nAccounts payable';
    expect(read(mail).intents).toEqual(['statement']);
  });
});

describe('references', () => {
  const listed = ['INV-30418', 'INV-30433', 'INV-30440'];

  it.each([
    ['the second one', 'INV-30433'],
    ['the last one', 'INV-30440'],
  ])('"%s" picks from the list', (text, invoice) => {
    expect(read(text, { listed, asked: 'invoice', last_intent: 'invoice.find' }).slots).toMatchObject({
      invoice,
    });
  });

  it('pick a case from a list of cases', () => {
    const state = { listed: ['CASE-2214', 'CASE-2251'], last_intent: 'rep.queue' };
    expect(read('give me the second one', state, 'rep').slots).toMatchObject({ case: 'CASE-2251' });
  });

  it('do not swallow a request', () => {
    const state = { listed, last_intent: 'invoice.find' };
    expect(read('can we pay the first one later, until april 15?', state).intents).toEqual(['due.extend']);
  });

  it('of a correction put the new number in the place of the old', () => {
    const state = { invoice: 'INV-30455', pending: 'dispute.open', asked: 'quantity' };
    expect(read("wrong invoice, my bad, it's 30456 not 30455", state).slots).toMatchObject({
      invoice: 'INV-30456',
    });
  });
});

describe('a tool that fails', () => {
  const schemaError = 'AI_InvalidToolInputError: {"lines":[{"line":0}]} [{"origin":"number"}]';
  const text = (value: string) => [{ type: 'text' as const, text: value }];
  const answerTo = async (said: string, tool: string, input: object, output: ToolOutput) => {
    const call = { toolCallId: 'c-1', toolName: tool };
    const { content } = await engine.doGenerate({
      prompt: [
        { role: 'system', content: contextLines({ openCase: 'CASE-1042' }) },
        { role: 'user', content: text(said) },
        { role: 'assistant', content: [{ type: 'tool-call', ...call, input }] },
        { role: 'tool', content: [{ type: 'tool-result', ...call, output }] },
      ],
      tools: [{ type: 'function', name: tool, inputSchema: { type: 'object' } }],
    });
    return content.map((part) => (part.type === 'text' ? part.text : part.type)).join();
  };

  it.each<[string, ToolOutput]>([
    ['thrown', { type: 'error-text', value: schemaError }],
    ['of the schema', { type: 'json', value: { ok: false, code: 'invalid', reason: schemaError } }],
    ['of no known form', { type: 'text', value: schemaError }],
  ])('is told of in our own words: %s', async (_, output) => {
    const rep = await answerTo('credit the claim', 'propose_credit_note', {}, output);
    const customer = await answerTo('what is my balance', 'get_account_balance', {}, output);
    expect([rep, customer]).toEqual([
      expect.stringContaining("didn't work here"),
      expect.stringContaining("didn't work here"),
    ]);
  });

  it('refuses in the words of the rule', async () => {
    const refusal = { ok: false, code: 'over-quantity', reason: 'Only 6 are in dispute.', details: {} };
    const said = await answerTo(
      'credit the claim',
      'propose_credit_note',
      {},
      { type: 'json', value: refusal },
    );
    expect(said).toContain('Only 6 are in dispute.');
  });
});

describe('a customer', () => {
  it('never has a wish of reps, whatever reps say', () => {
    const repSays = readCorpus().filter(({ side }, at) => side === 'rep' && at % 20 === 0);
    expect(repSays.length).toBeGreaterThan(100);
    const wishes = repSays.flatMap(({ text }) => read(text).intents);
    expect(wishes.filter((intent) => intent.startsWith('rep.'))).toEqual([]);
  });
});
