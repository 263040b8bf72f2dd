// Random conversations with the offline engine, until so many turns are held: every fault found is printed.
// Call: node bench/random-conversations.ts [--turns 100000] [--seed 1] [--minutes 15]
import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import { hold, isRepeatable, talks } from '#offline-engine/dialogues/random-talks.ts';

const { values } = parseArgs({
  options: {
    turns: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '15' },
  },
});
const until = performance.now() + Number(values.minutes) * 60_000;
const batch = 100;
/** Each of so many conversations is held twice more, to see that it goes the same way. */
const repeated = 25;
const found = { conversations: 0, turns: 0, writes: 0, repeated: 0, faults: 0 };
const report = (fault: string): void => {
  found.faults++;
  console.log(fault);
};

for (let seed = Number(values.seed); found.turns < Number(values.turns); seed++) {
  const side = seed % 4 === 0 ? 'rep' : 'customer';
  for (const messages of fc.sample(talks[side], { seed, numRuns: batch })) {
    const { turns, writes, faults } = await hold(side, messages);
    found.conversations++;
    found.turns += turns;
    found.writes += writes;
    for (const fault of faults) report(`seed ${seed}, ${JSON.stringify(messages)}: ${fault}`);
    if (found.conversations % repeated === 0) {
      found.repeated++;
      if (!(await isRepeatable(side, messages))) report(`${JSON.stringify(messages)} goes another way.`);
    }
  }
  if (performance.now() > until) break;
}
console.log(
  `${found.conversations} conversations, ${found.turns} turns, ${found.writes} writes, ${found.repeated} held again: ${found.faults} faults`,
);
process.exitCode = found.faults > 0 ? 1 : 0;
