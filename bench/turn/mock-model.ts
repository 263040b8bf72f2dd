// A model provider on this machine: the streaming Responses API. The first request of a turn gets one tool call, the
// second 60 pieces of text, each written on its own tick. Without figures in it, so that any answer check passes.
import { createServer } from 'node:http';

const words = 'The invoice is open and the customer asked why it came. '.split(/(?<= )/);
const pieces = Array.from({ length: 60 }, (_, at) => words[at % words.length] ?? '');
const text = pieces.join('');
const input = JSON.stringify({ invoiceNumber: 'INV-20418' });
const base = {
  id: 'resp_1',
  object: 'response',
  created_at: 1_767_225_600,
  model: 'bench',
  service_tier: null,
};
const usage = {
  input_tokens: 200,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens: 60,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: 260,
};
const completed = {
  type: 'response.completed',
  response: { ...base, status: 'completed', usage, incomplete_details: null },
};
const call = {
  id: 'fc_1',
  type: 'function_call',
  status: 'in_progress',
  arguments: '',
  call_id: 'call_1',
  name: 'get_invoice',
};
const message = { id: 'msg_1', type: 'message', status: 'in_progress', role: 'assistant', content: [] };
const toolEvents = [
  { type: 'response.created', response: base },
  { type: 'response.output_item.added', output_index: 0, item: call },
  { type: 'response.function_call_arguments.delta', item_id: 'fc_1', output_index: 0, delta: input },
  { type: 'response.function_call_arguments.done', item_id: 'fc_1', output_index: 0, arguments: input },
  {
    type: 'response.output_item.done',
    output_index: 0,
    item: { ...call, status: 'completed', arguments: input },
  },
  completed,
];
const part = { type: 'output_text', text, annotations: [], logprobs: [] };
const textEvents = [
  { type: 'response.created', response: base },
  { type: 'response.output_item.added', output_index: 0, item: message },
  ...pieces.map((delta) => ({
    type: 'response.output_text.delta',
    item_id: 'msg_1',
    output_index: 0,
    content_index: 0,
    delta,
    logprobs: [],
  })),
  {
    type: 'response.output_item.done',
    output_index: 0,
    item: { ...message, status: 'completed', content: [part] },
  },
  completed,
];
const frames = (events: object[]) => events.map((event) => Buffer.from(`data: ${JSON.stringify(event)}\n\n`));
const [toolFrames, textFrames] = [frames(toolEvents), frames(textEvents)];

createServer((request, response) => {
  const body: Buffer[] = [];
  request.on('data', (chunk: Buffer) => body.push(chunk));
  request.on('end', () => {
    const all = Buffer.concat(body);
    // The turn's last message decides: a tool's result is followed by text.
    const isSecond = all.lastIndexOf('function_call_output') > all.lastIndexOf('"role":"user"');
    const lines = isSecond ? textFrames : toolFrames;
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    let at = 0;
    const next = () => {
      const line = lines[at++];
      if (line === undefined) response.end();
      else {
        response.write(line);
        setImmediate(next);
      }
    };
    next();
  });
}).listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.({ ready: true }));
