import { isStepCount, streamText, ToolLoopAgent } from 'ai';
import { describe, expect, it } from 'vitest';
import { readContext } from './context-lines.ts';
import { world } from './dialogues/world/world.ts';
import { contextLines, offlineModel } from './model.ts';
import { understand } from './understand.ts';

const model = offlineModel({ today: () => '2026-11-21' });

describe('the offline model', () => {
  it('works as the model of an agent', async () => {
    const agent = new ToolLoopAgent({
      model,
      tools: world().tools.customer,
      instructions: contextLines({ openInvoice: 'INV-20418' }),
      stopWhen: isStepCount(8),
    });
    const { text, steps } = await agent.generate({ prompt: 'Only 100 crates arrived' });
    expect(text).toContain('in dispute 20 crates');
    expect(steps.flatMap(({ toolCalls }) => toolCalls.map(({ toolCallId }) => toolCallId))).toEqual([
      'offline-0',
      'offline-1',
    ]);
  });

  it('streams the words it would have answered', async () => {
    const settings = {
      model,
      tools: world().tools.customer,
      prompt: 'what is my balance',
      stopWhen: isStepCount(8),
    };
    const deltas: string[] = [];
    for await (const delta of streamText(settings).textStream) deltas.push(delta);
    expect(deltas.length).toBeGreaterThan(5);
    expect(deltas.join('')).toContain('Your open balance is £10,456.80');
  });

  it('stops when it is told to', async () => {
    const call = model.doGenerate({
      prompt: [{ role: 'user', content: [{ type: 'text', text: 'hi' }] }],
      abortSignal: AbortSignal.abort(),
    });
    await expect(call).rejects.toThrow();
  });

  it('says what it understood and what it asked', async () => {
    const { providerMetadata } = await model.doGenerate({
      prompt: [{ role: 'user', content: [{ type: 'text', text: 'can I pay later' }] }],
    });
    expect(providerMetadata?.offline).toMatchObject({
      language: 'en',
      question: 'person',
      intents: [{ intent: 'due.extend' }],
    });
  });

  it('reads the context lines it writes, among other instructions', () => {
    const context = { today: '2026-11-21', openInvoice: 'INV-20418', openCase: 'CASE-1187', language: 'de' };
    expect(readContext(`You are the invoice assistant.\n\n${contextLines(context)}\n\nBe brief.`)).toEqual(
      context,
    );
  });
});

describe('understanding one message', () => {
  it.each([
    [
      'Only 100 crates arrived, I want a credit',
      'dispute.open',
      { delivered_qty: 100, dispute_type: 'quantity_short' },
    ],
    ['Why is INV-20418 higher than last month?', 'invoice.explain', { invoice: 'INV-20418' }],
    ['which invoices are overdue?', 'invoice.find', { filter: 'overdue' }],
    ['has INV-30097 been paid', 'payment.status', { invoice: 'INV-30097' }],
    ['statement for October', 'statement', { date_from: '2026-10-01', date_to: '2026-10-31' }],
    ['what is the capital of Australia', 'oos', {}],
    ['ty', 'thanks', {}],
    ['operator', 'human', {}],
  ])('"%s" is %s', (text, intent, slots) => {
    const found = understand({ text, side: 'customer', today: '2026-11-21' });
    expect(found.intents).toEqual([intent]);
    expect(found.slots).toMatchObject(slots);
  });

  it('knows from earlier turns what was asked, when nobody tells it', () => {
    const context = [
      { role: 'user' as const, text: 'only part of INV-30112 came' },
      { role: 'assistant' as const, text: 'How many of the 50 drums on line 1 did not arrive?' },
    ];
    expect(understand({ text: 'a dozen', side: 'customer', context, today: '2026-11-20' })).toMatchObject({
      intents: ['inform'],
      slots: { claimed_qty: 12 },
    });
  });

  it.each([
    ['issue a credit note and close the case', 'rep.credit'],
    ['ship the rest', 'rep.reorder'],
    ['reject the dispute', 'rep.reject'],
    ['similar cases', 'rep.similar'],
    ['is the claim valid', 'rep.validate'],
  ])('a rep who says "%s" wants %s', (text, intent) => {
    expect(understand({ text, side: 'rep' }).intents).toEqual([intent]);
  });
});
