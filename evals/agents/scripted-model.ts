import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4GenerateResult,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import { simulateReadableStream } from 'ai';

/** What a scripted model does in one step: calls tools, or speaks. */
export type ScriptedStep =
  | { readonly calls: readonly { readonly tool: string; readonly input: Record<string, unknown> }[] }
  | { readonly text: string };

const usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

/** A language model whose every step is a function of the prompt. */
export function scriptedModel(
  modelId: string,
  step: (call: LanguageModelV4CallOptions) => ScriptedStep,
): LanguageModelV4 {
  const generate = (call: LanguageModelV4CallOptions): LanguageModelV4GenerateResult => {
    const content = contentOf(step(call), call.prompt.length);
    const speaks = content.every((part) => part.type === 'text');
    return {
      content,
      finishReason: { unified: speaks ? 'stop' : 'tool-calls', raw: undefined },
      usage,
      warnings: [],
    };
  };
  return {
    specificationVersion: 'v4',
    provider: 'scripted',
    modelId,
    supportedUrls: {},
    doGenerate: async (call) => generate(call),
    doStream: async (call) => ({ stream: simulateReadableStream({ chunks: [...partsOf(generate(call))] }) }),
  };
}

function contentOf(step: ScriptedStep, at: number): LanguageModelV4Content[] {
  if ('text' in step) return [{ type: 'text', text: step.text }];
  return step.calls.map(({ tool, input }, index) => ({
    type: 'tool-call',
    toolCallId: `scripted-${at}-${index}`,
    toolName: tool,
    input: JSON.stringify(input),
  }));
}

function* partsOf({
  content,
  finishReason,
}: LanguageModelV4GenerateResult): Generator<LanguageModelV4StreamPart> {
  yield { type: 'stream-start', warnings: [] };
  for (const part of content) {
    if (part.type === 'text') {
      yield { type: 'text-start', id: 'text' };
      yield { type: 'text-delta', id: 'text', delta: part.text };
      yield { type: 'text-end', id: 'text' };
    } else if (part.type === 'tool-call') {
      yield { type: 'tool-input-start', id: part.toolCallId, toolName: part.toolName };
      yield { type: 'tool-input-delta', id: part.toolCallId, delta: part.input };
      yield { type: 'tool-input-end', id: part.toolCallId };
      yield part;
    }
  }
  yield { type: 'finish', finishReason, usage };
}

type Prompt = LanguageModelV4CallOptions['prompt'];

/** Everything a model reads besides its instructions: what people wrote and what tools answered, in order. */
export function textsIn(prompt: Prompt): string[] {
  return prompt.flatMap((message) => {
    if (message.role === 'user')
      return message.content.flatMap((part) => (part.type === 'text' ? [part.text] : []));
    if (message.role === 'tool')
      return message.content.flatMap((part) =>
        part.type === 'tool-result' ? [JSON.stringify(part.output)] : [],
      );
    return [];
  });
}

export const lastUserText = (prompt: Prompt): string =>
  prompt
    .flatMap((message) =>
      message.role === 'user'
        ? message.content.flatMap((part) => (part.type === 'text' ? [part.text] : []))
        : [],
    )
    .at(-1) ?? '';

/** Tool calls since the person last wrote, by name and input. */
export function callsSinceLastUser(prompt: Prompt): string[] {
  const from = prompt.findLastIndex((message) => message.role === 'user');
  return prompt
    .slice(from + 1)
    .flatMap((message) =>
      message.role === 'assistant'
        ? message.content.flatMap((part) =>
            part.type === 'tool-call' ? [`${part.toolName} ${JSON.stringify(part.input)}`] : [],
          )
        : [],
    );
}
