import { EventEmitter } from 'node:events';

/** A piece of an answer that is being written: an AI SDK UI message chunk, or the end of the draft. */
export type DraftChunk = { readonly type: string };
export type DraftEvent = { readonly answers: number; readonly chunk: DraftChunk };

const longestDraft = 5000;

/**
 * Answers while they are written, in this process: whoever joins midway gets the draft from its beginning. A `start` chunk begins a
 * draft anew (another model took over).
 */
export function drafts() {
  const open = new Map<string, { answers: number; chunks: DraftChunk[] }>();
  const events = new EventEmitter();
  events.setMaxListeners(0);
  return {
    push(conversationId: string, answers: number, chunk: DraftChunk): void {
      const current = open.get(conversationId);
      if (chunk.type === 'start' || current?.answers !== answers)
        open.set(conversationId, { answers, chunks: [chunk] });
      else if (current.chunks.length < longestDraft) current.chunks.push(chunk);
      events.emit(conversationId, { answers, chunk });
    },
    /** The finished entry replaces its draft. */
    end(conversationId: string): void {
      open.delete(conversationId);
    },
    /** The draft so far, then each further piece. */
    follow(conversationId: string, take: (event: DraftEvent) => void): () => void {
      const current = open.get(conversationId);
      for (const chunk of current?.chunks ?? []) take({ answers: current?.answers ?? 0, chunk });
      events.on(conversationId, take);
      return () => events.off(conversationId, take);
    },
  };
}
export type Drafts = ReturnType<typeof drafts>;
