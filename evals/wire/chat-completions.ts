import type {
  LanguageModelV4,
  LanguageModelV4FunctionTool,
  LanguageModelV4Message,
  LanguageModelV4Prompt,
} from '@ai-sdk/provider';
import { delay, HttpResponse, http } from 'msw';
import * as z from 'zod';

const ToolCall = z.object({
  id: z.string(),
  type: z.literal('function'),
  function: z.object({ name: z.string(), arguments: z.string() }),
});
const Message = z.discriminatedUnion('role', [
  z.object({ role: z.literal('system'), content: z.string() }),
  z.object({ role: z.literal('developer'), content: z.string() }),
  z.object({
    role: z.literal('user'),
    content: z.union([z.string(), z.array(z.object({ type: z.literal('text'), text: z.string() }))]),
  }),
  z.object({
    role: z.literal('assistant'),
    content: z.string().nullish(),
    tool_calls: z.array(ToolCall).optional(),
  }),
  z.object({ role: z.literal('tool'), tool_call_id: z.string(), content: z.string() }),
]);
/** What a chat-completions server must be sent; anything else fails the test. */
export const ChatRequest = z.object({
  model: z.string(),
  stream: z.literal(true),
  messages: z.array(Message).min(2),
  tools: z
    .array(
      z.object({
        type: z.literal('function'),
        function: z.object({
          name: z.string(),
          description: z.string(),
          parameters: z.looseObject({ type: z.literal('object') }),
        }),
      }),
    )
    .min(1),
});
type ChatRequest = z.infer<typeof ChatRequest>;

/** A chat-completions server whose answers are computed by a model of ours from the posted messages and tools, and streamed in pieces. */
export const chatCompletionsServer = (
  baseUrl: string,
  model: LanguageModelV4,
  seen: (request: ChatRequest) => void,
) =>
  http.post(`${baseUrl}/chat/completions`, async ({ request }) => {
    const posted = ChatRequest.parse(await request.json());
    seen(posted);
    const { content } = await model.doGenerate({
      prompt: promptOf(posted.messages),
      tools: posted.tools.map(
        ({ function: { name, description } }): LanguageModelV4FunctionTool => ({
          type: 'function',
          name,
          description,
          inputSchema: { type: 'object' },
        }),
      ),
    });
    const chunks = content.flatMap((part, index): object[] => {
      if (part.type === 'text') return pieces(part.text).map((text) => ({ content: text }));
      return part.type === 'tool-call' ? callChunks(part, index) : [];
    });
    const calls = content.some((part) => part.type === 'tool-call');
    return streamed(
      posted.model,
      [{ role: 'assistant', content: '' }, ...chunks],
      calls ? 'tool_calls' : 'stop',
    );
  });

/** The name first, then the arguments in pieces, as servers send them. */
function callChunks(part: { toolCallId: string; toolName: string; input: string }, index: number) {
  const { toolCallId: id, toolName: name, input } = part;
  return [
    { tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }] },
    ...pieces(input).map((text) => ({ tool_calls: [{ index, function: { arguments: text } }] })),
  ];
}

const pieces = (text: string): string[] => text.match(/[\s\S]{1,7}/g) ?? [];

function streamed(model: string, deltas: readonly object[], finish: 'stop' | 'tool_calls') {
  const head = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_700_000_000, model };
  const events = [
    ...deltas.map((delta) => ({ ...head, choices: [{ index: 0, delta, finish_reason: null }] })),
    { ...head, choices: [{ index: 0, delta: {}, finish_reason: finish }] },
    { ...head, choices: [], usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 } },
  ];
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    async start(controller) {
      for (const event of events) controller.enqueue(encoder.encode(`data: ${JSON.stringify(event)}\n\n`));
      await delay(0);
      controller.enqueue(encoder.encode('data: [DONE]\n\n'));
      controller.close();
    },
  });
  return new HttpResponse(body, { headers: { 'content-type': 'text/event-stream' } });
}

function promptOf(messages: ChatRequest['messages']): LanguageModelV4Prompt {
  const names = new Map(
    messages.flatMap((message) =>
      message.role === 'assistant'
        ? (message.tool_calls ?? []).map((call) => [call.id, call.function.name] as const)
        : [],
    ),
  );
  return messages.map((message): LanguageModelV4Message => {
    switch (message.role) {
      case 'user': {
        const text =
          typeof message.content === 'string'
            ? message.content
            : message.content.map((part) => part.text).join('\n');
        return { role: 'user', content: [{ type: 'text', text }] };
      }
      case 'assistant':
        return {
          role: 'assistant',
          content: [
            ...(message.content ? [{ type: 'text' as const, text: message.content }] : []),
            ...(message.tool_calls ?? []).map((call) => ({
              type: 'tool-call' as const,
              toolCallId: call.id,
              toolName: call.function.name,
              input: JSON.parse(call.function.arguments),
            })),
          ],
        };
      case 'tool':
        return {
          role: 'tool',
          content: [
            {
              type: 'tool-result',
              toolCallId: message.tool_call_id,
              toolName: names.get(message.tool_call_id) ?? 'unknown',
              output: { type: 'text', value: message.content },
            },
          ],
        };
      default:
        return { role: 'system', content: message.content };
    }
  });
}
