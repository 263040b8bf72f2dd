/** Turns texts into vectors of 384 numbers that are near when the texts mean the same. */
export type Embedder = {
  /** Stored beside each vector: vectors of different embedders are never compared. */
  readonly name: string;
  embed(texts: readonly string[]): Promise<number[][]>;
  close(): Promise<void>;
};
