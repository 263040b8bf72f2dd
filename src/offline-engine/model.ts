import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
  SharedV4ProviderMetadata,
  SharedV4Warning,
} from '@ai-sdk/provider';
import { readContext } from './context-lines.ts';
import { fold } from './memory/fold.ts';
import { nextStep } from './policy/next-step.ts';
import { instructionsIn, messagesOf } from './prompt-messages.ts';
import { quotedWords } from './text/own-words.ts';
import type { NumberFormats } from './values/documents.ts';

export { contextLines } from './context-lines.ts';

export type OfflineOptions = {
  /** ISO day; a "Today:" line in the instructions comes before it. */
  readonly today: () => string;
  readonly numberFormats?: NumberFormats;
  /** Whether 05/04 is the fifth of April (the default) or the fourth of May. */
  readonly dayFirst?: boolean;
  /** The sentence vectors of messages, as far as they are known; without them messages are read by their words alone. */
  readonly meaningsOf?: (texts: readonly string[]) => Promise<ReadonlyMap<string, Float32Array>>;
};

const modelId = 'offline-language-engine-1';
const usage: LanguageModelV4Usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

type Result = {
  readonly content: LanguageModelV4Content[];
  readonly finishReason: LanguageModelV4FinishReason;
  readonly warnings: SharedV4Warning[];
  readonly providerMetadata: SharedV4ProviderMetadata;
};

/** The built-in language model: reads the conversation by rules and a small classifier; the same history gives the same step. */
export function offlineModel(options: OfflineOptions): LanguageModelV4 {
  const step = async (call: LanguageModelV4CallOptions): Promise<Result> => {
    call.abortSignal?.throwIfAborted();
    const said = messagesOf(call.prompt).flatMap((message) =>
      message.role === 'user' ? [message.text, quotedWords(message.text)].filter(Boolean) : [],
    );
    const vectors = await options.meaningsOf?.(said);
    return answer(call, options, vectors);
  };
  return {
    specificationVersion: 'v4',
    provider: 'offline',
    modelId,
    supportedUrls: {},
    async doGenerate(call) {
      return { ...(await step(call)), usage, response: { modelId } };
    },
    async doStream(call) {
      const result = await step(call);
      return { stream: streamOf(result, call.abortSignal) };
    },
  };
}

function answer(
  call: LanguageModelV4CallOptions,
  options: OfflineOptions,
  vectors: ReadonlyMap<string, Float32Array> | undefined,
): Result {
  const tools = new Set((call.tools ?? []).map(({ name }) => name));
  const context = readContext(instructionsIn(call.prompt));
  const messages = messagesOf(call.prompt);
  const state = fold(messages, {
    ...context,
    side: tools.has('propose_credit_note') ? 'rep' : 'customer',
    today: context.today ?? options.today(),
    ...(options.numberFormats ? { numberFormats: options.numberFormats } : {}),
    ...(options.dayFirst === undefined ? {} : { dayFirst: options.dayFirst }),
    ...(vectors ? { vectorOf: (text: string) => vectors.get(text) } : {}),
  });
  const step = nextStep(state, tools, call.toolChoice?.type !== 'none');
  const asked = step.kind === 'words' ? step.asked : undefined;
  const providerMetadata: SharedV4ProviderMetadata = {
    offline: {
      language: state.context.language,
      intents: state.trace.map(({ intent, score }) => ({ intent, score: Math.round(score * 100) / 100 })),
      ...(asked ? { question: asked } : {}),
    },
  };
  const before = messages.reduce(
    (count, message) => count + (message.role === 'assistant' ? message.calls.length : 0),
    0,
  );
  const content: LanguageModelV4Content[] =
    step.kind === 'words'
      ? [{ type: 'text', text: step.text, providerMetadata }]
      : step.calls.map(({ tool, input }, index) => ({
          type: 'tool-call',
          toolCallId: `offline-${before + index}`,
          toolName: tool,
          input: JSON.stringify(input),
        }));
  return {
    content,
    finishReason: { unified: step.kind === 'words' ? 'stop' : 'tool-calls', raw: undefined },
    warnings: warningsFor(call),
    providerMetadata,
  };
}

const ignored = ['temperature', 'topP', 'topK', 'seed'] as const;

function warningsFor(call: LanguageModelV4CallOptions): SharedV4Warning[] {
  const warnings = ignored
    .filter((setting) => call[setting] !== undefined)
    .map(
      (feature): SharedV4Warning => ({
        type: 'unsupported',
        feature,
        details: 'the offline engine always answers the same',
      }),
    );
  return call.responseFormat?.type === 'json'
    ? [...warnings, { type: 'unsupported', feature: 'responseFormat' }]
    : warnings;
}

function streamOf(
  result: Result,
  abortSignal: AbortSignal | undefined,
): ReadableStream<LanguageModelV4StreamPart> {
  const parts = partsOf(result);
  return new ReadableStream({
    pull(controller) {
      if (abortSignal?.aborted) return controller.error(abortSignal.reason);
      const { value, done } = parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

function* partsOf({
  content,
  warnings,
  finishReason,
  providerMetadata,
}: Result): Generator<LanguageModelV4StreamPart, undefined> {
  yield { type: 'stream-start', warnings };
  yield { type: 'response-metadata', modelId };
  for (const part of content) {
    if (part.type === 'text') {
      yield { type: 'text-start', id: 'text' };
      for (const delta of part.text.match(/\s*\S+\s*/g) ?? [])
        yield { type: 'text-delta', id: 'text', delta };
      yield { type: 'text-end', id: 'text', providerMetadata };
    } else if (part.type === 'tool-call') {
      const { toolCallId: id, toolName, input } = part;
      yield { type: 'tool-input-start', id, toolName };
      yield { type: 'tool-input-delta', id, delta: input };
      yield { type: 'tool-input-end', id };
      yield part;
    }
  }
  yield { type: 'finish', finishReason, usage, providerMetadata };
}
