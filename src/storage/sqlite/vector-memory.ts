import type Sqlite from 'better-sqlite3';
import type { Near, NearestFilter } from '../database.ts';
import { embeddingSize } from '../postgres/columns.ts';

type Table = 'caseVectors' | 'policyPassages';
type Loaded = {
  readonly version: string;
  readonly ids: string[];
  readonly embedders: string[];
  /** Unit-length rows, one after another. */
  readonly matrix: Float32Array;
  readonly rowsOfAccount: Map<string, number[]>;
};

const sources = {
  caseVectors: { table: 'case_vectors', id: 'case_id', account: 'account_id' },
  policyPassages: { table: 'policy_passages', id: 'id', account: "''" },
} as const;

/** Exact nearest rows on SQLite: all vectors in memory, read again only after the table changed. */
export function vectorMemory(reader: Sqlite.Database) {
  const memory = new Map<Table, Loaded>();
  return {
    nearest(table: Table, embedding: readonly number[], filter: NearestFilter, limit: number): Near[] {
      const loaded = fresh(table);
      const query = unit(Float32Array.from(embedding));
      const rows =
        filter.accountId === undefined
          ? loaded.ids.keys()
          : (loaded.rowsOfAccount.get(filter.accountId) ?? []);
      const best: Near[] = [];
      for (const row of rows) {
        const id = loaded.ids[row];
        if (id === undefined || id === filter.except || loaded.embedders[row] !== filter.embedder) continue;
        const score = dot(loaded.matrix, row * embeddingSize, query);
        const last = best.at(-1);
        if (best.length === limit && last !== undefined && score <= last.score) continue;
        const at = best.findIndex((found) => found.score < score);
        best.splice(at === -1 ? best.length : at, 0, { id, score });
        if (best.length > limit) best.pop();
      }
      return best;
    },
  };

  function fresh(table: Table): Loaded {
    const { table: name } = sources[table];
    // Whoever writes a vector counts it in `sequences` (storage/vectors.ts).
    const version = String(reader.prepare('select next from sequences where name = ?').pluck().get(name));
    const known = memory.get(table);
    if (known?.version === version) return known;
    const loaded = load(table, version);
    memory.set(table, loaded);
    return loaded;
  }

  function load(table: Table, version: string): Loaded {
    const { table: name, id, account } = sources[table];
    const rows = reader.prepare<[], [string, string, string, Buffer]>(
      `select ${id}, ${account}, embedder, embedding from ${name} order by ${id}`,
    );
    const ids: string[] = [];
    const embedders: string[] = [];
    const vectors: Float32Array[] = [];
    const rowsOfAccount = new Map<string, number[]>();
    for (const [rowId, accountId, embedder, blob] of rows.raw().iterate()) {
      const ofAccount = rowsOfAccount.get(accountId);
      if (ofAccount) ofAccount.push(ids.length);
      else rowsOfAccount.set(accountId, [ids.length]);
      ids.push(rowId);
      embedders.push(embedder);
      vectors.push(
        unit(new Float32Array(blob.buffer.slice(blob.byteOffset, blob.byteOffset + blob.byteLength))),
      );
    }
    const matrix = new Float32Array(ids.length * embeddingSize);
    for (const [row, vector] of vectors.entries()) matrix.set(vector, row * embeddingSize);
    return { version, ids, embedders, matrix, rowsOfAccount };
  }
}

function dot(matrix: Float32Array, offset: number, query: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < embeddingSize; i++) sum += (matrix[offset + i] ?? 0) * (query[i] ?? 0);
  return sum;
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
