import { type ModelMessage, modelMessageSchema } from 'ai';
import type { LogEntry } from '#domain/views/log-entry.ts';

/** A finished turn: which entry it answers, and the messages the model made. */
export type PastTurn = { readonly answers: number; readonly messages?: readonly unknown[] };

/** Who the agent listens to: customers in a chat, the rep beside their workspace. */
export type Listener = 'customer' | 'rep';

const mostMessages = 80;

/** The conversation as a model reads it, rebuilt from our own log: nothing of it comes from a browser's copy. */
export function historyFor(
  entries: readonly LogEntry[],
  turns: readonly PastTurn[],
  listener: Listener,
  until: number,
): ModelMessage[] {
  const past = new Map(turns.map((turn) => [turn.answers, turn.messages ?? []]));
  const messages = entries
    .filter((entry) => entry.seq <= until && entry.audience === 'everyone')
    .flatMap((entry): ModelMessage[] => {
      if (entry.author === listener && entry.body.kind === 'message') {
        const answered = (past.get(entry.seq) ?? []).flatMap(
          (message) => modelMessageSchema.safeParse(message).data ?? [],
        );
        return [{ role: 'user', content: entry.body.text }, ...answered];
      }
      const told = toldBySomebodyElse(entry);
      return told === undefined ? [] : [{ role: 'assistant', content: told }];
    });
  return fromUser(messages.slice(-mostMessages));
}

/** What the assistant did not write itself but the customer has read. */
function toldBySomebodyElse({ author, authorName, body }: LogEntry): string | undefined {
  if (author === 'rep' && body.kind === 'message')
    return `${authorName ?? 'The billing team'} (billing team): ${body.text}`;
  if (body.kind === 'card') return body.card.text;
  if (body.kind === 'failure') return body.text;
  return undefined;
}

/** A cut history begins with somebody asking, never in the middle of a tool call. */
function fromUser(messages: ModelMessage[]): ModelMessage[] {
  const first = messages.findIndex((message) => message.role === 'user');
  return first <= 0 ? messages : messages.slice(first);
}
