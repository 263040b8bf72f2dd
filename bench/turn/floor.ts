// The floor: Hono, node:http to the model, hand-written streams. No identity, no log, no check: what a turn costs at the least.
import { Agent, request } from 'node:http';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { reportToBench } from './report.ts';
import { invoice, promptFor, toolSchema } from './same-for-all.ts';

const agent = new Agent({ keepAlive: true, maxSockets: 1024 });
const url = new URL(`${process.env.MODEL_BASE_URL}/responses`);

type Event = {
  type: string;
  delta?: string;
  item?: { type: string; call_id: string; name: string; arguments: string };
};

const ask = (input: object[], take: (event: Event) => void) =>
  new Promise<void>((resolve, reject) => {
    const body = JSON.stringify({
      model: 'bench',
      stream: true,
      input,
      tools: [toolSchema],
      tool_choice: 'auto',
    });
    const asked = request(
      {
        host: url.hostname,
        port: url.port,
        path: url.pathname,
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json' },
      },
      (response) => {
        let waiting = '';
        response.setEncoding('utf8');
        response.on('data', (data: string) => {
          waiting += data;
          for (let end = waiting.indexOf('\n\n'); end >= 0; end = waiting.indexOf('\n\n')) {
            take(JSON.parse(waiting.slice(6, end)));
            waiting = waiting.slice(end + 2);
          }
        });
        response.on('end', resolve);
        response.on('error', reject);
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });

const app = new Hono().post('/chat', async (c) => {
  const { text } = await c.req.json<{ text: string }>();
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    async start(controller) {
      const send = (event: object) =>
        controller.enqueue(encoder.encode(`data: ${JSON.stringify(event)}\n\n`));
      const input: object[] = promptFor(text);
      for (let step = 0; step < 5; step++) {
        let call: Event['item'];
        await ask(input, (event) => {
          if (event.type === 'response.output_text.delta') send({ type: 'text-delta', delta: event.delta });
          if (event.type === 'response.output_item.done' && event.item?.type === 'function_call')
            call = event.item;
        });
        if (!call) break;
        const { type, call_id, name, arguments: given } = call;
        input.push(
          { type, call_id, name, arguments: given },
          { type: 'function_call_output', call_id, output: JSON.stringify(invoice) },
        );
      }
      send({ type: 'finish' });
      controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
});

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' }, reportToBench);
