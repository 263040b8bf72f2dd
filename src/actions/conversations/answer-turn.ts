import type { LogEntry } from '#domain/views/log-entry.ts';
import {
  type Conversation,
  changeConversation,
  conversationById,
} from '#storage/conversations/conversations.ts';
import { appendEntry, entriesAfter } from '#storage/conversations/log-entries.ts';
import {
  abandonedTurns,
  finishTurn,
  releaseTurn,
  type Turn,
  takeTurn,
  turnsOf,
  unansweredMessages,
} from '#storage/conversations/turns.ts';
import type { Service } from '../service.ts';

export type Answer = {
  readonly text: string;
  readonly body: Omit<Extract<LogEntry['body'], { kind: 'message' }>, 'kind' | 'text' | 'answers'>;
  readonly model: string;
  readonly promptVersion: string;
  /** The AI SDK's response messages of the turn. */
  readonly messages: unknown[];
  readonly usage: Record<string, number>;
};

/** Takes the turn that answers an entry; undefined when another process runs it, it is done, or a person has taken over. */
export async function beginTurn(
  service: Service,
  conversationId: string,
  answers: number,
  runner: string,
  leaseMs: number,
): Promise<Conversation | undefined> {
  const conversation = await conversationById(service.db, conversationId);
  if (conversation?.state !== 'bot') return undefined;
  const now = service.now();
  const leaseUntil = new Date(now.getTime() + leaseMs);
  const taken = await takeTurn(service.db, { conversationId, answers, runner, now, leaseUntil });
  return taken ? conversation : undefined;
}

/** What was said and done before a turn, since the assistant last started afresh. */
export async function historyBefore(
  service: Service,
  conversation: Conversation,
): Promise<{ entries: LogEntry[]; turns: Turn[] }> {
  const from = conversation.contextFrom;
  return {
    entries: await entriesAfter(service.db, conversation.id, from),
    turns: await turnsOf(service.db, conversation.id, from),
  };
}

/**
 * Posts the assistant's answer and finishes its turn in one step, unless a person has been asked for meanwhile: then the answer is
 * dropped. A turn that itself handed over is finished without a post.
 */
export async function postAnswer(
  service: Service,
  conversationId: string,
  answers: number,
  answer: Answer,
): Promise<LogEntry | undefined> {
  const { db } = service;
  const posted = await db.write(async () => {
    const conversation = await conversationById(db, conversationId);
    const finished = {
      model: answer.model,
      promptVersion: answer.promptVersion,
      messages: answer.messages,
      usage: answer.usage,
    };
    if (conversation?.state !== 'bot') {
      await finishTurn(db, { conversationId, answers }, { state: 'dropped', ...finished });
      return undefined;
    }
    const { entry } = await appendEntry(db, conversationId, {
      id: `answer-${answers}`,
      at: service.now(),
      author: 'assistant',
      audience: 'everyone',
      body: { kind: 'message', text: answer.text, ...answer.body, answers },
    });
    await finishTurn(db, { conversationId, answers }, { state: 'done', ...finished });
    return entry;
  });
  service.announce({ conversation: conversationId });
  return posted;
}

/** The person stopped the answer: nothing is posted, and the history keeps only what was asked. */
export async function stopTurn(service: Service, conversationId: string, answers: number): Promise<void> {
  await finishTurn(service.db, { conversationId, answers }, { state: 'stopped' });
  service.announce({ conversation: conversationId });
}

/** The server stops in the middle of an answer: the turn is given back, and answered after the restart. */
export const giveTurnBack = (service: Service, conversationId: string, answers: number): Promise<void> =>
  releaseTurn(service.db, { conversationId, answers }, service.now());

/** The assistant could not answer at all: says so openly, with what to do. */
export async function postFailure(
  service: Service,
  conversationId: string,
  answers: number,
  text: string,
): Promise<void> {
  const { db } = service;
  await db.write(async () => {
    const conversation = await conversationById(db, conversationId);
    await finishTurn(db, { conversationId, answers }, { state: 'dropped' });
    if (conversation?.state !== 'bot') return;
    await appendEntry(db, conversationId, {
      id: `answer-${answers}`,
      at: service.now(),
      author: 'assistant',
      audience: 'everyone',
      body: { kind: 'failure', text, answers },
    });
  });
  service.announce({ conversation: conversationId });
}

/** The conversation's language from now on; it changes only when somebody asks for another. */
export const pinLanguage = (service: Service, conversationId: string, language: string): Promise<void> =>
  changeConversation(service.db, conversationId, { language });

/** Messages that nobody answers any more: turns whose runner is gone, and messages no turn was begun for. */
export async function abandoned(service: Service): Promise<{ conversationId: string; answers: number }[]> {
  const now = service.now();
  const gone = await abandonedTurns(service.db, now);
  const never = await unansweredMessages(service.db);
  return [...gone.map(({ conversationId, answers }) => ({ conversationId, answers })), ...never];
}
