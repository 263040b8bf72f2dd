// The offline engine alone: how long its weights take to load, the whole of it to read a first message, and any message by words and by words and meaning.
// Call: node bench/offline-engine.ts [--messages 500]
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { localEmbedder } from '#models/embedding/local-embedder.ts';
import { median, row } from './figures.ts';

const { values } = parseArgs({ options: { messages: { type: 'string', default: '500' } } });
// Compiled code is kept as setup.mjs has it; the libraries are those that the whole service loads anyway.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)));
const begun = performance.now();
await Promise.all([import('zod'), import('yaml'), import('big.js')]);
const { storedWeights } = await import('#offline-engine/intent/stored-weights.ts');
const from = performance.now();
storedWeights();
const loaded = performance.now();
const { understand } = await import('#offline-engine/understand.ts');
understand({ text: 'which invoices are overdue?', side: 'customer', today: '2026-11-20' });
const first = performance.now();
const { warmUp } = await import('#offline-engine/warm-up.ts');
await warmUp();
const warm = performance.now();

const { measuringMessages } = await import('#offline-engine/learning/check.ts');
const messages = measuringMessages().slice(0, Number(values.messages));
const embedder = localEmbedder();
await embedder.embed(['ready']);
const words: number[] = [];
const meaning: number[] = [];
for (const { text, side, state } of messages) {
  const start = performance.now();
  understand({ text, side, state, today: '2026-11-20' });
  const read = performance.now();
  const [vector = []] = await embedder.embed([text]);
  const known = Float32Array.from(vector);
  understand({
    text,
    side,
    state,
    today: '2026-11-20',
    vectorOf: (part) => (part === text ? known : undefined),
  });
  words.push(read - start);
  meaning.push(performance.now() - read);
}
await embedder.close();
const figures = (times: number[]): string[] => {
  const sorted = times.toSorted((a, b) => a - b);
  return [median(sorted), sorted[Math.floor(sorted.length * 0.95)] ?? 0, sorted.at(-1) ?? 0].map((ms) =>
    ms.toFixed(1),
  );
};
console.log(
  `libraries: ${(from - begun).toFixed(0)} ms; weights: ${(loaded - from).toFixed(0)} ms; code, words and first message: ${(first - loaded).toFixed(0)} ms; warm-up beside requests: ${(warm - first).toFixed(0)} ms; then ${messages.length} messages`,
);
console.log(row(['', 'p50 ms', 'p95 ms', 'slowest ms']));
console.log(row(['by words', ...figures(words)]));
console.log(row(['and by meaning', ...figures(meaning)]));
