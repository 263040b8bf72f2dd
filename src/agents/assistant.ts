import { personStops, runTurn, serverStops, type TurnTools } from './run-turn.ts';

/** Answers messages, one turn at a time in each conversation. */
export type Assistant = {
  /** Begins to answer an entry; resolves when it is answered, dropped, or left to a person. */
  answer(conversationId: string, answers: number): Promise<void>;
  /** Stops what is being written in a conversation; false when nothing is. */
  stop(conversationId: string): boolean;
  /** Answers what a crash or a restart left unanswered. */
  resume(): Promise<number>;
  /** Stops everything that is being written and waits for it. */
  close(): Promise<void>;
};

export function assistantOf(tools: TurnTools): Assistant {
  const running = new Map<string, { controller: AbortController; done: Promise<void> }>();
  let isClosing = false;

  function answer(conversationId: string, answers: number): Promise<void> {
    if (isClosing) return Promise.resolve();
    const controller = new AbortController();
    const before = running.get(conversationId)?.done ?? Promise.resolve();
    const done = before
      .then(() => (isClosing ? undefined : runTurn(tools, { conversationId, answers }, controller.signal)))
      .catch((error: unknown) => {
        tools.warn('A turn broke', {
          conversationId,
          error: error instanceof Error ? error.stack : String(error),
        });
      })
      .finally(() => {
        tools.ended(conversationId);
        if (running.get(conversationId)?.done === done) running.delete(conversationId);
      });
    running.set(conversationId, { controller, done });
    return done;
  }

  return {
    answer,
    stop(conversationId) {
      const current = running.get(conversationId);
      current?.controller.abort(personStops);
      return current !== undefined;
    },
    async resume() {
      const left = await tools.desk.abandoned();
      await Promise.all(left.map(({ conversationId, answers }) => answer(conversationId, answers)));
      return left.length;
    },
    async close() {
      isClosing = true;
      for (const { controller } of running.values()) controller.abort(serverStops);
      await Promise.allSettled([...running.values()].map(({ done }) => done));
    },
  };
}
