// Random messages of few words and signs again and again, in growing sizes: the slowest ones, in milliseconds and in microseconds a character.
// Call: node bench/input-size.ts [--shapes 200] [--seed 1]
import { parseArgs } from 'node:util';
import { seededRandom } from '#offline-engine/text/seeded-random.ts';
import { understand } from '#offline-engine/understand.ts';
import { patternSources } from '#offline-engine/words/kept-pieces.ts';
import { row } from './figures.ts';

const { values } = parseArgs({
  options: { shapes: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const random = seededRandom(Number(values.seed));
const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
const signs = [
  ...' \n\t.,;:!?-/#()[]"\'%$€0123456789@',
  'é',
  '😀',
  '請',
  '\u0001',
  ' 1 of ',
  'INV-',
  '1.1.',
  ' of ',
];
const words = patternSources().flatMap((source) => source.match(/\p{L}[\p{L} ']*/gu) ?? []);
const shape = (): string =>
  Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
    random() < 0.5 ? pick(signs) : pick(words),
  ).join(pick(['', ' ', ', ']));
const sizes = [1000, 4000, 100_000];

/** Processor time in milliseconds, as other programs may be at work. */
function timeOf(text: string): number {
  const from = process.cpuUsage();
  understand({ text, side: 'customer', today: '2026-11-20', state: {} });
  return process.cpuUsage(from).user / 1000;
}

for (const warm of ['which invoices are overdue?', 'only 5 of 40 crates came on INV-20418']) timeOf(warm);
const times = Array.from({ length: Number(values.shapes) }, shape).map((text) => ({
  text,
  ms: sizes.map((size) => timeOf(text.repeat(Math.ceil(size / (text.length || 1))).slice(0, size))),
}));
const [small = 1, read = 1] = sizes;
console.log(row(['', ...sizes.map((size) => `${size} ms`), `us/char at ${read}`, `against ${small}`]));
for (const { text, ms } of times.toSorted((a, b) => Math.max(...b.ms) - Math.max(...a.ms)).slice(0, 10)) {
  const [first = 0, second = 0] = ms;
  const perCharacter = (second * 1000) / read;
  console.log(
    row([
      JSON.stringify(text).slice(0, 18),
      ...ms.map((one) => one.toFixed(1)),
      perCharacter.toFixed(1),
      (perCharacter / ((first * 1000) / small || 1)).toFixed(1),
    ]),
  );
}
