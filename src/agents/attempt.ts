import { isStepCount, type ModelMessage, ToolLoopAgent, type ToolSet, type UIMessageChunk } from 'ai';
import type { Candidate } from '#models/model-chain.ts';
import { sentenceGate } from './sentences.ts';

/** One model's try at a turn. */
export type Attempt = {
  readonly candidate: Candidate;
  readonly instructions: string;
  readonly tools: ToolSet;
  readonly history: readonly ModelMessage[];
  readonly signal: AbortSignal;
  /** Does this sentence say only what records and messages bear out? */
  readonly isGrounded: (sentence: string) => boolean;
  readonly emit: (chunk: UIMessageChunk) => void;
};

export type AttemptResult = {
  readonly text: string;
  /** Complete steps, also of a try that failed later: their tools have run, so the next model goes on from them. */
  readonly messages: ModelMessage[];
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number };
  readonly failure?: 'provider' | 'ungrounded' | 'empty' | 'stopped';
  readonly error?: unknown;
};

const mostSteps = 8;

/** Runs the tool loop with one model. Never throws: a failure says what kind it was and what was done before it. */
export async function attemptTurn(attempt: Attempt): Promise<AttemptResult> {
  const { candidate, emit, signal } = attempt;
  const messages: ModelMessage[] = [];
  let text = '';
  const usage = { inputTokens: 0, outputTokens: 0 };
  const gate = sentenceGate(attempt.isGrounded, (delta) => {
    text += delta;
    emit({ type: 'text-delta', id: 'answer', delta });
  });
  const agent = new ToolLoopAgent({
    model: candidate.model,
    instructions: attempt.instructions,
    tools: attempt.tools,
    stopWhen: isStepCount(mostSteps),
    toolCallConcurrency: 1,
    maxRetries: candidate.isOffline ? 0 : 1,
    providerOptions: { openai: { store: false } },
    // Without this the SDK prints the whole request, and with it what the customer wrote.
    onError: () => undefined,
  });
  emit({ type: 'start', messageId: `answer-${candidate.name}` });
  emit({ type: 'text-start', id: 'answer' });
  try {
    const result = await agent.stream({
      messages: [...attempt.history],
      abortSignal: signal,
      ...(candidate.isOffline ? {} : { timeout: { firstChunkMs: 15_000, chunkMs: 15_000 } }),
      onStepEnd: (step) => {
        messages.push(...step.response.messages);
        usage.inputTokens += step.usage.inputTokens ?? 0;
        usage.outputTokens += step.usage.outputTokens ?? 0;
      },
    });
    for await (const part of result.stream) {
      if (part.type === 'error') throw part.error;
      if (part.type === 'abort') return { text, messages, usage, failure: 'stopped' };
      if (part.type === 'text-delta') gate.push(part.text);
      if (part.type === 'finish-step') {
        gate.end();
        if (text !== '' && part.finishReason === 'tool-calls') gate.push(' ');
      }
      if (part.type === 'tool-call') {
        emit({
          type: 'tool-input-available',
          toolCallId: part.toolCallId,
          toolName: part.toolName,
          input: part.input,
        });
      }
      if (part.type === 'tool-result')
        emit({ type: 'tool-output-available', toolCallId: part.toolCallId, output: null });
      if (gate.isStopped) return { text, messages, usage, failure: 'ungrounded' };
    }
    gate.end();
  } catch (error) {
    return { text, messages, usage, failure: signal.aborted ? 'stopped' : 'provider', error };
  }
  if (gate.isStopped) return { text, messages, usage, failure: 'ungrounded' };
  return text.trim() === ''
    ? { text, messages, usage, failure: 'empty' }
    : { text: text.trim(), messages, usage };
}
