import type { Embedder } from './embedding/embedder.ts';

/** The sentence vectors of texts, as far as they are known in time. */
export type SentenceMeanings = {
  /** Never waits for the embedder to start: until it is ready, texts have no vector. */
  of(texts: readonly string[]): Promise<ReadonlyMap<string, Float32Array>>;
  /** Fulfilled when the embedder has started, or will not. */
  readonly ready: Promise<void>;
};

/** The embedder whose vectors the offline engine was taught with. */
const taughtWith = 'all-MiniLM-L6-v2/384';
const mostRemembered = 2000;

/**
 * Meanings by an embedder; undefined for one the offline engine does not know. What a text was read with stays so while it is
 * remembered: the same history is then always read the same.
 */
export function meaningsBy(embedder: Embedder): SentenceMeanings | undefined {
  if (embedder.name !== taughtWith) return undefined;
  const remembered = new Map<string, Float32Array | undefined>();
  let isReady = false;
  const ready = embedder.embed(['Which invoices are open?']).then(
    () => {
      isReady = true;
    },
    () => undefined,
  );

  function remember(text: string, vector: Float32Array | undefined): void {
    remembered.set(text, vector);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
  }

  return {
    ready,
    async of(texts) {
      const fresh = [...new Set(texts)].filter((text) => !remembered.has(text));
      const vectors = isReady ? await embedder.embed(fresh).catch(() => []) : [];
      for (const [at, text] of fresh.entries()) {
        const vector = vectors[at];
        remember(text, vector && Float32Array.from(vector));
      }
      return new Map(
        texts.flatMap((text) => {
          const vector = remembered.get(text);
          return vector ? [[text, vector] as const] : [];
        }),
      );
    },
  };
}
