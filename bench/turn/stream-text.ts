// The usual way: plain streamText of the AI SDK in Hono, one tool, answered as a UI message stream.
import { createOpenAI } from '@ai-sdk/openai';
import { serve } from '@hono/node-server';
import { createUIMessageStreamResponse, isStepCount, streamText, tool, toUIMessageStream } from 'ai';
import { Hono } from 'hono';
import { z } from 'zod';
import { reportToBench } from './report.ts';
import { instructions, invoice } from './same-for-all.ts';

const model = createOpenAI({ baseURL: process.env.MODEL_BASE_URL ?? '', apiKey: 'bench' }).responses('bench');
const tools = {
  get_invoice: tool({
    description: 'One invoice by its number.',
    inputSchema: z.object({ invoiceNumber: z.string() }),
    execute: async () => invoice,
  }),
};

const app = new Hono().post('/chat', async (c) => {
  const { text } = await c.req.json<{ text: string }>();
  const result = streamText({
    model,
    instructions,
    messages: [{ role: 'user', content: text }],
    tools,
    stopWhen: isStepCount(5),
    providerOptions: { openai: { store: false } },
  });
  return createUIMessageStreamResponse({ stream: toUIMessageStream({ stream: result.stream }) });
});

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' }, reportToBench);
