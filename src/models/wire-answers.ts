// What OpenAI-compatible servers send while they stream, for tests: the Responses API and chat completions.

/** One step of a model's answer: words, or a call of a tool. */
export type WireStep =
  | { readonly text: string }
  | { readonly tool: string; readonly input: unknown; readonly id: string };

const usage = {
  input_tokens: 10,
  output_tokens: 5,
  total_tokens: 15,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens_details: { reasoning_tokens: 0 },
};
const pieces = (text: string) => text.match(/[\s\S]{1,9}/g) ?? [];

/** Events of the Responses API for one step, as the lines of its stream. */
export function responsesEvents(step: WireStep): string[] {
  const base = {
    id: 'resp_1',
    object: 'response',
    created_at: 1_700_000_000,
    model: 'wire-model',
    service_tier: null,
  };
  const done = {
    type: 'response.completed',
    response: { ...base, status: 'completed', usage, incomplete_details: null },
  };
  const events = 'text' in step ? responsesText(step.text) : responsesCall(step);
  return [{ type: 'response.created', response: base }, ...events, done].map(
    (event) => `data: ${JSON.stringify(event)}\n\n`,
  );
}

function responsesText(text: string): object[] {
  const item = { type: 'message', id: 'msg_1', role: 'assistant', status: 'in_progress', content: [] };
  const part = { type: 'output_text', text, annotations: [], logprobs: [] };
  return [
    { type: 'response.output_item.added', output_index: 0, item },
    ...pieces(text).map((delta) => ({
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
      item: { ...item, status: 'completed', content: [part] },
    },
  ];
}

function responsesCall({ tool, input, id }: Extract<WireStep, { tool: string }>): object[] {
  const args = JSON.stringify(input);
  const item = {
    type: 'function_call',
    id: `fc_${id}`,
    call_id: id,
    name: tool,
    arguments: '',
    status: 'in_progress',
  };
  const at = { item_id: item.id, output_index: 0 };
  return [
    { type: 'response.output_item.added', output_index: 0, item },
    ...pieces(args).map((delta) => ({ type: 'response.function_call_arguments.delta', ...at, delta })),
    { type: 'response.function_call_arguments.done', ...at, arguments: args },
    {
      type: 'response.output_item.done',
      output_index: 0,
      item: { ...item, arguments: args, status: 'completed' },
    },
  ];
}

/** Events of a chat completion for one step, as the lines of its stream. */
export function completionEvents(step: WireStep): string[] {
  const chunk = (delta: object, finish: string | null = null) => ({
    id: 'chatcmpl_1',
    object: 'chat.completion.chunk',
    created: 1_700_000_000,
    model: 'wire-model',
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
  const events =
    'text' in step
      ? [
          chunk({ role: 'assistant', content: '' }),
          ...pieces(step.text).map((content) => chunk({ content })),
          chunk({}, 'stop'),
        ]
      : [
          chunk({
            role: 'assistant',
            content: null,
            tool_calls: [
              { index: 0, id: step.id, type: 'function', function: { name: step.tool, arguments: '' } },
            ],
          }),
          ...pieces(JSON.stringify(step.input)).map((part) =>
            chunk({ tool_calls: [{ index: 0, function: { arguments: part } }] }),
          ),
          chunk({}, 'tool_calls'),
        ];
  return [...events.map((event) => `data: ${JSON.stringify(event)}\n\n`), 'data: [DONE]\n\n'];
}

/** A streamed HTTP answer of such lines; `cutAfter` breaks the connection after so many of them. */
export function streamed(lines: readonly string[], cutAfter = lines.length): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    start(controller) {
      for (const line of lines.slice(0, cutAfter)) controller.enqueue(encoder.encode(line));
      if (cutAfter < lines.length) controller.error(new Error('the connection broke'));
      else controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}
