import { type ModelMessage, modelMessageSchema } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, it } from 'vitest';
import { conversation } from './conversation.ts';
import { inOtherWords } from './other-model/in-other-words.ts';

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};
const says = (text: string) =>
  new MockLanguageModelV4({
    doGenerate: {
      content: [{ type: 'text', text }],
      finishReason: { unified: 'stop', raw: 'stop' },
      usage,
      warnings: [],
    },
  });

const textsOf = (messages: readonly ModelMessage[]): string[] =>
  messages.flatMap(({ role, content }) => (role === 'assistant' ? [JSON.stringify(content)] : []));

describe('a conversation changes hands', () => {
  const claim = 'Only 100 crates arrived on INV-20418';

  it('from the engine: its history is what any model takes', async () => {
    const talk = conversation('customer');
    await talk.say(claim);
    for (const message of talk.messages) expect(() => modelMessageSchema.parse(message)).not.toThrow();
    expect(JSON.parse(JSON.stringify(talk.messages))).toEqual(talk.messages);

    const other = says('Twenty crates, then. Shall I file it?');
    const taken = conversation('customer', {}, { model: other });
    taken.messages.push(...talk.messages);
    await taken.say('what do you make of it?');
    const [call] = other.doGenerateCalls;
    const roles = call?.prompt.map(({ role }) => role);
    expect(roles?.slice(1)).toEqual(['user', 'assistant', 'tool', 'assistant', 'tool', 'assistant', 'user']);
  });

  it('to the engine and back to it: a yes to words that read nothing back writes nothing', async () => {
    const talk = conversation('customer');
    await talk.say(claim);
    talk.messages.push(
      { role: 'user', content: 'and?' },
      { role: 'assistant', content: 'Sorry for the trouble. Shall I file it?' },
    );
    const asked = await talk.say('yes');
    expect(asked.writes).toBe(0);
    expect(asked.text).toContain('in dispute 20 crates');
    expect((await talk.say('yes')).writes).toBe(1);
  });

  it.each([
    'INV-20418, line 2, Crates 12×1L: 100 came, 20 are short, GBP 444.00. Looks good?',
    'Shall I drop the dispute on INV-20418 about 20 of 120 Crates 12×1L, GBP 444.00?',
    'INV-20418, line 2, Crates 12×1L: 100 came, 20 are short. Looks good?',
  ])('to the engine, after "%s": a yes writes nothing before its own words were read', async (words) => {
    const talk = conversation('customer');
    await talk.say(claim);
    talk.messages.splice(-1, 1, { role: 'assistant', content: words });
    const asked = await talk.say('yes');
    expect(asked.writes).toBe(0);
    expect(asked.text).toContain('in dispute 20 crates');
    expect((await talk.say('yes')).writes).toBe(1);
  });

  it('with every word of the assistant another', async () => {
    const talk = conversation('customer');
    await talk.say(claim);
    const other = inOtherWords(talk.messages, 'en');
    expect(other.map(({ role }) => role)).toEqual(talk.messages.map(({ role }) => role));
    expect(textsOf(other).at(-1)).not.toEqual(textsOf(talk.messages).at(-1));
    talk.messages.splice(0, talk.messages.length, ...other);
    expect((await talk.say('yes please')).writes).toBe(0);
    const answer = await talk.say('yes please');
    expect(answer.calls).toEqual([
      {
        tool: 'open_dispute',
        input: {
          invoiceNumber: 'INV-20418',
          reason: 'SHORT_DELIVERY',
          items: [{ line: 2, receivedQuantity: '100' }],
        },
      },
    ]);
  });
});
