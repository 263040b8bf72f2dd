import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Embedder } from './embedder.ts';

const Reply = z.object({
  id: z.number(),
  vector: z.array(z.number()).optional(),
  error: z.string().optional(),
});

/** What is read of a text; the model sees about 250 words of it anyway. */
const longestText = 4000;

/** all-MiniLM-L6-v2 from an npm package, in one worker thread that starts at the first text and never keeps the process alive. */
export function localEmbedder(): Embedder {
  let worker: Worker | undefined;
  let next = 0;
  const waiting = new Map<number, PromiseWithResolvers<number[]>>();

  function start(): Worker {
    const started = new Worker(new URL('./embed.worker.ts', import.meta.url));
    started.on('message', (message: unknown) => {
      const { id, vector, error } = Reply.parse(message);
      const asked = waiting.get(id);
      waiting.delete(id);
      if (waiting.size === 0) started.unref();
      if (vector) asked?.resolve(vector);
      else asked?.reject(new Error(`The embedder failed: ${error}`));
    });
    started.on('error', (error) => {
      for (const asked of waiting.values()) asked.reject(error);
      waiting.clear();
      worker = undefined;
    });
    return started;
  }

  function embedOne(text: string): Promise<number[]> {
    worker ??= start();
    worker.ref();
    const asked = Promise.withResolvers<number[]>();
    const id = next++;
    waiting.set(id, asked);
    worker.postMessage({ id, text: text.slice(0, longestText) });
    return asked.promise;
  }

  return {
    name: 'all-MiniLM-L6-v2/384',
    embed: (texts) => Promise.all(texts.map(embedOne)),
    close: async () => {
      await worker?.terminate();
    },
  };
}
