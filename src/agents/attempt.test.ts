import type { UIMessageChunk } from 'ai';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { remoteCandidate } from '#models/model-chain.ts';
import { completionEvents, responsesEvents, streamed, type WireStep } from '#models/wire-answers.ts';
import { defineTool } from '#tools/define-tool.ts';
import { attemptTurn } from './attempt.ts';
import { type ToolRun, toolset } from './toolset.ts';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const wires = [
  {
    name: 'the Responses API',
    url: 'https://models.test/v1/responses',
    settings: {
      provider: 'openai' as const,
      model: 'wire',
      apiKey: 'key',
      baseUrl: 'https://models.test/v1',
    },
    events: responsesEvents,
    sentTools: (body: Record<string, unknown>) => body.input,
  },
  {
    name: 'chat completions',
    url: 'https://models.test/v1/chat/completions',
    settings: {
      provider: 'compatible' as const,
      model: 'wire',
      apiKey: undefined,
      baseUrl: 'https://models.test/v1',
    },
    events: completionEvents,
    sentTools: (body: Record<string, unknown>) => body.messages,
  },
];

const lookUp: WireStep = { tool: 'get_invoice', input: { invoiceNumber: 'INV-1' }, id: 'call_1' };

function attempt(
  settings: (typeof wires)[number]['settings'],
  isGrounded: (sentence: string) => boolean = () => true,
) {
  const runs: ToolRun[] = [];
  const chunks: UIMessageChunk[] = [];
  const getInvoice = defineTool({
    effect: 'reads',
    description: 'One invoice',
    input: z.object({ invoiceNumber: z.string() }),
    run: async ({ invoiceNumber }) => ({ number: invoiceNumber, total: '51.43' }),
  });
  return {
    runs,
    chunks,
    result: attemptTurn({
      candidate: remoteCandidate(settings),
      instructions: 'Answer.',
      tools: toolset({ get_invoice: getInvoice }, { ran: (run) => runs.push(run), broke: () => undefined }),
      history: [{ role: 'user', content: 'What is INV-1?' }],
      signal: AbortSignal.timeout(10_000),
      isGrounded,
      emit: (chunk) => chunks.push(chunk),
    }),
  };
}

describe.each(wires)('a model behind $name', ({ url, settings, events, sentTools }) => {
  /** Answers the steps one after another and keeps what was sent. */
  function answering(steps: WireStep[]) {
    const sent: Record<string, unknown>[] = [];
    server.use(
      http.post(url, async ({ request }) => {
        const body = z.record(z.string(), z.unknown()).parse(await request.json());
        sent.push(body);
        return streamed(events(steps[sent.length - 1] ?? { text: '' }));
      }),
    );
    return sent;
  }

  test('calls a tool, reads its result and answers, streamed by the sentence', async () => {
    const sent = answering([lookUp, { text: 'INV-1 is over 51.43 euros. Anything else?' }]);
    const { result, runs, chunks } = attempt(settings);
    expect(await result).toMatchObject({ text: 'INV-1 is over 51.43 euros. Anything else?' });
    expect((await result).failure).toBeUndefined();
    expect(runs).toMatchObject([
      { tool: 'get_invoice', input: { invoiceNumber: 'INV-1' }, answer: { ok: true } },
    ]);
    expect(JSON.stringify(sentTools(sent[1] ?? {}))).toContain('51.43');
    expect(chunks.flatMap((chunk) => (chunk.type === 'text-delta' ? [chunk.delta] : []))).toEqual([
      'INV-1 is over 51.43 euros. ',
      'Anything else?',
    ]);
  });

  test('asks that nothing of a customer is stored', async () => {
    const sent = answering([{ text: 'Hello.' }]);
    await attempt(settings).result;
    if (settings.provider === 'openai') expect(sent[0]?.store).toBe(false);
    expect(sent[0]).not.toHaveProperty('previous_response_id');
  });

  test.each([
    ['401', () => HttpResponse.json({ error: { message: 'bad key' } }, { status: 401 })],
    [
      '429',
      () =>
        HttpResponse.json(
          { error: { message: 'slow down' } },
          { status: 429, headers: { 'retry-after-ms': '1' } },
        ),
    ],
    [
      '500',
      () =>
        HttpResponse.json(
          { error: { message: 'oops' } },
          { status: 500, headers: { 'retry-after-ms': '1' } },
        ),
    ],
    ['a web page', () => HttpResponse.html('<h1>Welcome</h1>')],
    ['garbage in the stream', () => streamed(['data: {"type":\n\n', 'data: nonsense\n\n'])],
    ['nothing', () => streamed([])],
    ['no connection', () => HttpResponse.error()],
  ])('fails openly on %s, so that the next model can go on', async (_, answer) => {
    server.use(http.post(url, answer));
    const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { failure, text } = await attempt(settings).result;
    expect(['provider', 'empty']).toContain(failure);
    expect(text).toBe('');
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  test('a stream that is cut after a tool ran keeps what the tool did', async () => {
    let calls = 0;
    server.use(
      http.post(url, () => {
        calls++;
        if (calls === 1) return streamed(events(lookUp));
        const lines = events({ text: 'INV-1 is over 51.43 euros. And a longer text that never ends' });
        return streamed(lines, 4);
      }),
    );
    const { result, runs } = attempt(settings);
    const { failure, messages } = await result;
    expect(failure).toBe('provider');
    expect(runs).toHaveLength(1);
    expect(JSON.stringify(messages)).toContain('51.43');
  });

  test('a sentence without a source is never passed on', async () => {
    answering([{ text: 'It is due. It costs 99.99 euros. Sorry.' }]);
    const { result, chunks } = attempt(settings, (sentence) => !sentence.includes('99.99'));
    expect((await result).failure).toBe('ungrounded');
    expect(JSON.stringify(chunks)).not.toContain('99.99');
  });
});
