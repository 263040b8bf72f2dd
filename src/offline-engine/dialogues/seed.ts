import type { JSONValue } from 'ai';
import type { Conversation } from './conversation.ts';
import type { Dialogue } from './dialogue.ts';

/** Puts the turns of another model into a conversation; a tool without a written result is really used. */
export async function playSeed(talk: Conversation, seed: Dialogue['seed']): Promise<void> {
  for (const [index, part] of seed.entries()) {
    if ('user' in part) {
      talk.messages.push({ role: 'user', content: part.user });
      talk.world.wrote(talk.messages);
    } else if ('assistant' in part) talk.messages.push({ role: 'assistant', content: part.assistant });
    else {
      const answer =
        part.result === undefined
          ? await talk.world.use(talk.side, part.tool, part.input)
          : { ok: true, result: part.result };
      pushCall(talk, `seed-${index}`, part, answer);
    }
  }
}

/** Puts a tool call and its answer into the history. */
export function pushCall(
  { messages }: Conversation,
  toolCallId: string,
  { tool: toolName, input }: { readonly tool: string; readonly input: Readonly<Record<string, unknown>> },
  answer: unknown,
): void {
  const value: JSONValue = JSON.parse(JSON.stringify(answer));
  messages.push({ role: 'assistant', content: [{ type: 'tool-call', toolCallId, toolName, input }] });
  messages.push({
    role: 'tool',
    content: [{ type: 'tool-result', toolCallId, toolName, output: { type: 'json', value } }],
  });
}
