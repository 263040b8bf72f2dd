// Similar cases: recall against a full comparison, and time, within one account and over all; on SQLite and, when
// TEST_DATABASE_URL is set, on PostgreSQL. Call: node bench/similar-cases.ts [--cases 20000] [--queries 50]
import { parseArgs } from 'node:util';
import { saveCaseVectors } from '#storage/cases/vectors.ts';
import type { Database } from '#storage/database.ts';
import { temporaryPostgres, temporarySqlite } from '#storage/every-engine.ts';
import { median, row } from './figures.ts';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '20000' }, queries: { type: 'string', default: '50' } },
});
const cases = Number(values.cases);
const queries = Number(values.queries);
const size = 384;
const accounts = Math.max(2, Math.round(cases / 400));
const embedder = 'bench/384';
const limit = 5;

/** A small generator with a seed (mulberry32): the same numbers in every run. */
function numbers(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const next = numbers(7);
const unit = (vector: number[]) => {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
};
// Real embeddings come in groups: each vector is a topic with noise.
const topics = Array.from({ length: 200 }, () => Array.from({ length: size }, () => next() - 0.5));
const vectorOf = () => {
  const topic = topics[Math.floor(next() * topics.length)] ?? [];
  return unit(topic.map((value) => value + (next() - 0.5) * 0.8));
};

type Made = { id: string; accountId: string; vector: number[] };
const made: Made[] = Array.from({ length: cases }, (_, at) => ({
  id: `case-${at}`,
  accountId: `ACC-${Math.floor(next() * accounts)}`,
  vector: vectorOf(),
}));
const asked = Array.from({ length: queries }, () => ({
  vector: vectorOf(),
  accountId: `ACC-${Math.floor(next() * accounts)}`,
}));

const dot = (a: number[], b: number[]) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
const truth = (vector: number[], rows: Made[]) =>
  rows
    .map((one) => ({ id: one.id, score: dot(vector, one.vector) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map((one) => one.id);

async function fill(db: Database) {
  const openedAt = new Date('2026-01-01T00:00:00Z');
  for (let at = 0; at < made.length; at += 500) {
    const part = made.slice(at, at + 500);
    await db.write(async (tx) => {
      await tx.insert(db.t.cases).values(
        part.map((one) => ({
          id: one.id,
          number: one.id,
          accountId: one.accountId,
          caseType: 'dispute' as const,
          state: 'closed' as const,
          version: 1,
          shortDescription: '',
          priority: 4 as const,
          queue: 'billing',
          queueRule: '',
          channel: 'import' as const,
          openedAt,
          policyVersion: '1',
        })),
      );
      await saveCaseVectors(
        db,
        part.map((one) => ({
          caseId: one.id,
          accountId: one.accountId,
          text: '',
          embedder,
          embedding: one.vector,
        })),
      );
    });
  }
}

async function measure(name: string, db: Database) {
  await fill(db);
  await db.nearest('caseVectors', asked[0]?.vector ?? [], { embedder }, limit);
  for (const scope of ['one account', 'all accounts'] as const) {
    const times: number[] = [];
    let hits = 0;
    let wanted = 0;
    for (const { vector, accountId } of asked) {
      const filter = scope === 'one account' ? { accountId, embedder } : { embedder };
      const rows = scope === 'one account' ? made.filter((one) => one.accountId === accountId) : made;
      const expected = truth(vector, rows);
      const from = performance.now();
      const found = await db.nearest('caseVectors', vector, filter, limit);
      times.push(performance.now() - from);
      hits += found.filter((one) => expected.includes(one.id)).length;
      wanted += expected.length;
    }
    console.log(
      row([name, scope, String(cases), (hits / wanted).toFixed(3), `${median(times).toFixed(2)} ms`]),
    );
  }
}

console.log(row(['database', 'over', 'cases', 'recall@5', 'time p50']));
const lite = await temporarySqlite();
await measure('SQLite', lite.database);
await lite.remove();
const server = process.env.TEST_DATABASE_URL;
if (server === undefined) console.log('PostgreSQL is left out: TEST_DATABASE_URL is not set.');
else {
  const postgres = await temporaryPostgres(server);
  await measure('PostgreSQL', postgres.database);
  await postgres.remove();
}
