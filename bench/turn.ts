// A two-step tool turn, side by side in one run against a model on this machine: Redress with everything on, plain streamText in
// Hono, and a hand-written floor. Call: node bench/turn.ts [--at-once 16] [--turns 200] [--rounds 3]
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { median, row } from './figures.ts';
import { askByOneRequest, askRedress, type Timed } from './turn/clients.ts';

const { values } = parseArgs({
  options: {
    'at-once': { type: 'string', default: '16' },
    turns: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '3' },
  },
});
const [atOnce, turns, rounds] = [Number(values['at-once']), Number(values.turns), Number(values.rounds)];
const modelPort = 4310;
const Report = z.object({ cpuMs: z.number(), rssMb: z.number() });
type Figures = { cpuMs: number; perSecond: number; first: number; total: number; rssMb: number };

async function started(file: string, port: number): Promise<ChildProcess> {
  const child = fork(new URL(file, import.meta.url), {
    env: { ...process.env, PORT: String(port), MODEL_BASE_URL: `http://127.0.0.1:${modelPort}/v1` },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return child;
}

async function reportOf(child: ChildProcess) {
  child.send('report');
  const [message] = await once(child, 'message');
  return Report.parse(message);
}

async function inParallel(count: number, ask: () => Promise<Timed>): Promise<Timed[]> {
  const times: Timed[] = [];
  let left = count;
  const worker = async () => {
    while (left-- > 0) times.push(await ask());
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return times;
}

async function measure(file: string, port: number): Promise<Figures> {
  const child = await started(file, port);
  const base = `http://127.0.0.1:${port}`;
  const ask = file.includes('redress') ? await redressClient(base) : () => askByOneRequest(base);
  await inParallel(Math.max(atOnce, 20), ask);
  const before = await reportOf(child);
  const from = performance.now();
  const times = await inParallel(turns, ask);
  const seconds = (performance.now() - from) / 1000;
  const after = await reportOf(child);
  child.kill();
  await once(child, 'exit');
  return {
    cpuMs: (after.cpuMs - before.cpuMs) / turns,
    perSecond: turns / seconds,
    first: median(times.map((time) => time.first)),
    total: median(times.map((time) => time.total)),
    rssMb: after.rssMb,
  };
}

async function redressClient(base: string) {
  const response = await fetch(`${base}/api/demo/token?email=dana@brightwell.test`);
  const { token } = z.object({ token: z.string() }).parse(await response.json());
  return () => askRedress(base, token);
}

const servers = [
  { name: 'floor by hand', file: './turn/floor.ts' },
  { name: 'plain streamText', file: './turn/stream-text.ts' },
  { name: 'redress, all on', file: './turn/redress.ts' },
];
const model = await started('./turn/mock-model.ts', modelPort);
const found = new Map<string, Figures[]>(servers.map(({ name }) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const { name, file } of round % 2 === 0 ? servers : servers.toReversed())
    found.get(name)?.push(await measure(file, 4311));
}
model.kill();

const middle = (name: string, of: (figures: Figures) => number) => median((found.get(name) ?? []).map(of));
const floor = middle('floor by hand', (figures) => figures.cpuMs);
const plain = middle('plain streamText', (figures) => figures.cpuMs);
console.log(`${turns} turns, ${atOnce} at once, medians of ${rounds} rounds`);
console.log(
  row(['', 'CPU ms/turn', '× floor', '× streamText', 'turns/s', 'first ms', 'total ms', 'RSS MB'], 17),
);
for (const { name } of servers) {
  const cpu = middle(name, (figures) => figures.cpuMs);
  const rest = (['perSecond', 'first', 'total', 'rssMb'] as const).map((key) =>
    middle(name, (figures) => figures[key]).toFixed(0),
  );
  console.log(row([name, cpu.toFixed(2), (cpu / floor).toFixed(2), (cpu / plain).toFixed(2), ...rest], 17));
}
