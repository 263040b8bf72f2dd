import { z } from 'zod';
import type { Redress } from '#main';
import { entriesAfter } from '#storage/conversations/log-entries.ts';
import { turnsOf } from '#storage/conversations/turns.ts';
import type { Happening } from './evidence.ts';

const CallPart = z.object({
  type: z.literal('tool-call'),
  toolCallId: z.string(),
  toolName: z.string(),
  input: z.unknown(),
});
const ResultPart = z.object({
  type: z.literal('tool-result'),
  toolCallId: z.string(),
  output: z.object({ value: z.unknown() }),
});
const Message = z.object({ role: z.string(), content: z.array(z.unknown()) });

/** What tools were called in the turn that answered an entry, and what the person then read. */
export async function whatAnswered(
  { db }: Redress,
  conversationId: string,
  answers: number,
  turn: number,
  to: 'customer' | 'rep',
): Promise<Happening[]> {
  const turns = await turnsOf(db, conversationId, answers);
  const parts = (turns.find((one) => one.answers === answers)?.messages ?? []).flatMap(
    (message) => Message.safeParse(message).data?.content ?? [],
  );
  const results = new Map(
    parts.flatMap((part) => {
      const found = ResultPart.safeParse(part).data;
      return found ? [[found.toolCallId, found.output.value] as const] : [];
    }),
  );
  const calls = parts.flatMap((part): Happening[] => {
    const call = CallPart.safeParse(part).data;
    if (!call) return [];
    return [
      {
        kind: 'called',
        turn,
        tool: call.toolName,
        input: call.input,
        answer: results.get(call.toolCallId) ?? null,
      },
    ];
  });
  const read = (await entriesAfter(db, conversationId, answers - 1)).flatMap(
    ({ author, body }): Happening[] => {
      if (author !== 'assistant') return [];
      if (body.kind === 'failure' && body.answers === answers)
        return [{ kind: 'failed', turn, text: body.text }];
      return body.kind === 'message' && body.answers === answers
        ? [{ kind: 'answered', to, turn, text: body.text, model: body.model ?? '' }]
        : [];
    },
  );
  return [...calls, ...read];
}
