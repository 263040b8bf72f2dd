// A whole offline turn, from the stored message to the stored answer: tools, checks and writes included.
// Call: node bench/offline-turn.ts [--turns 200]
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { chatWindow } from '#desks/customer-window.ts';
import { personByEmail } from '#storage/parties/people.ts';
import { exampleRedress } from '../src/example-redress.ts';
import { median, row } from './figures.ts';

const { values } = parseArgs({ options: { turns: { type: 'string', default: '200' } } });
const redress = await exampleRedress();
const dana = await personByEmail(redress.db, 'dana@brightwell.test');
if (dana?.accountId === undefined) throw new Error('Dana is not in the demo world');
const chat = chatWindow(redress.service, { personId: dana.id, accountId: dana.accountId }, dana);
const said = [
  'Why is INV-20418 higher than last month?',
  'Only 100 crates arrived, I want a credit',
  'no, leave it',
  'what do I owe?',
  'send me a copy of INV-20418',
];
const times: number[] = [];
for (let turn = 0; turn < Number(values.turns); turn++) {
  const id = randomUUID();
  await chat.start({ id });
  for (const text of said) {
    const from = performance.now();
    const { entry } = await chat.post(id, { id: randomUUID(), text });
    await redress.assistant.answer(id, entry.seq);
    times.push(performance.now() - from);
  }
}
const sorted = times.slice(said.length).sort((a, b) => a - b);
console.log(row(['turns', 'p50 ms', 'p95 ms', 'slowest ms']));
console.log(
  row([
    String(sorted.length),
    median(sorted).toFixed(1),
    (sorted[Math.floor(sorted.length * 0.95)] ?? 0).toFixed(1),
    (sorted.at(-1) ?? 0).toFixed(1),
  ]),
);
await redress.remove();
