import type { LanguageModelV4Prompt, LanguageModelV4ToolResultPart } from '@ai-sdk/provider';
import * as z from 'zod';
import type { Answer, Message } from './memory/history.ts';

const Envelope = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({
    ok: z.literal(false),
    code: z.string(),
    reason: z.string().default(''),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
]);
const Input = z.record(z.string(), z.unknown());

/** What went wrong in a tool, or between it and us: its words are for those who build it, so none of them are kept. */
const failed: Answer = { ok: false, code: 'failed', reason: '', details: {} };

/** The conversation in a prompt, system messages left out. Messages of one writer in a row are joined. */
export function messagesOf(prompt: LanguageModelV4Prompt): Message[] {
  const messages: Message[] = [];
  for (const part of prompt) {
    if (part.role === 'user') {
      const text = part.content
        .map((content) => (content.type === 'text' ? content.text : `[${content.filename ?? 'file'}]`))
        .join('\n');
      const before = messages.at(-1);
      if (before?.role === 'user')
        messages[messages.length - 1] = { role: 'user', text: `${before.text}\n${text}` };
      else messages.push({ role: 'user', text });
    } else if (part.role === 'assistant') {
      const text = part.content
        .flatMap((content) => (content.type === 'text' ? [content.text] : []))
        .join('\n');
      const calls = part.content.flatMap((content) =>
        content.type === 'tool-call'
          ? [
              {
                id: content.toolCallId,
                tool: content.toolName,
                input: Input.safeParse(content.input).data ?? {},
              },
            ]
          : [],
      );
      messages.push({ role: 'assistant', text, calls });
      pushResults(
        messages,
        part.content.filter((content) => content.type === 'tool-result'),
      );
    } else if (part.role === 'tool')
      pushResults(
        messages,
        part.content.filter((content) => content.type === 'tool-result'),
      );
  }
  return messages;
}

function pushResults(messages: Message[], parts: readonly LanguageModelV4ToolResultPart[]): void {
  if (parts.length === 0) return;
  messages.push({
    role: 'tool',
    results: parts.map(({ toolCallId, toolName, output }) => ({
      id: toolCallId,
      tool: toolName,
      answer: answerOf(output),
    })),
  });
}

function answerOf(output: LanguageModelV4ToolResultPart['output']): Answer {
  if (output.type === 'json') return envelope(output.value);
  if (output.type === 'text') return envelope(parsed(output.value));
  return failed;
}

/** A refusal of ours has words for people and details; without details an input was invalid, and the reason names its fields. */
function envelope(value: unknown): Answer {
  const answer = Envelope.safeParse(value).data;
  if (!answer) return failed;
  if (answer.ok) return answer;
  const { details = {}, ...refusal } = answer;
  return answer.code === 'invalid' && !answer.details ? failed : { ...refusal, details };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const instructionsIn = (prompt: LanguageModelV4Prompt): string =>
  prompt.flatMap((part) => (part.role === 'system' ? [part.content] : [])).join('\n');
