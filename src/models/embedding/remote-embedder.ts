import { createOpenAI } from '@ai-sdk/openai';
import { embedMany } from 'ai';
import type { RemoteModel } from '#config';
import type { Embedder } from './embedder.ts';

const size = 384;

/** Any OpenAI-compatible embedder, asked for 384 numbers; a shorter or longer vector is refused, never cut. */
export function remoteEmbedder(settings: RemoteModel): Embedder {
  const provider = createOpenAI({
    ...(settings.apiKey === undefined ? { apiKey: 'none' } : { apiKey: settings.apiKey }),
    ...(settings.baseUrl === undefined ? {} : { baseURL: settings.baseUrl }),
  });
  const model = provider.embedding(settings.model);
  return {
    name: `${settings.model}/${size}`,
    embed: async (texts) => {
      if (texts.length === 0) return [];
      const { embeddings } = await embedMany({
        model,
        values: [...texts],
        maxRetries: 2,
        providerOptions: { openai: { dimensions: size } },
      });
      if (embeddings.some((vector) => vector.length !== size)) {
        throw new Error(
          `The embedder ${settings.model} gives ${embeddings[0]?.length} numbers a text; Redress needs ${size}`,
        );
      }
      return embeddings;
    },
    close: async () => undefined,
  };
}
