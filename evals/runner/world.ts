import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { type Config, readConfig } from '#config';
import type { DeliveryRecordProvider } from '#connectors/delivery-records.ts';
import { rememberedEmbedder } from '#fixtures/remembered-embedder.ts';
import { assemble, type Redress } from '#main';
import type { Embedder } from '#models/embedding/embedder.ts';
import { localEmbedder } from '#models/embedding/local-embedder.ts';
import type { ModelChain } from '#models/model-chain.ts';
import { type Clock, idsInOrder } from './clock.ts';

/** The day the demo company's records are written for. */
const filledAt = '2026-11-21T12:00:00Z';
/** The Monday after: the team is at work. */
export const startsAt = '2026-11-23T09:30:00Z';

/** The demo company, filled once; every scenario works on a copy of its own. */
export type World = {
  open(wanted: {
    readonly name: string;
    readonly clock: Clock;
    readonly models?: (clock: Clock) => ModelChain;
    readonly deliveries?: (own: Redress) => DeliveryRecordProvider;
    readonly log: Logger;
  }): Promise<Redress>;
  close(): Promise<void>;
};

export type Settings = Readonly<Record<string, string | undefined>>;

/** Of the environment only what names models counts: an eval never touches anybody's database or mail server. */
const kept = ['MODEL', 'MODEL_BASE_URL', 'MODEL_API_KEY', 'OPENAI_API_KEY', 'TURN_TIMEOUT_SECONDS'];

export function evalConfig(environment: Settings, dataDir: string): Config {
  const models = Object.fromEntries(kept.map((name) => [name, environment[name]]));
  return readConfig({ ...models, DEMO: 'true', DATA_DIR: dataDir, HOLD_SECONDS: '30', LOG_LEVEL: 'silent' });
}

/** Fills a database with the demo company, in a temporary folder. */
export async function buildWorld(environment: Settings): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'redress-evals-'));
  const embedder = shared(rememberedEmbedder(localEmbedder()));
  const filled = join(folder, 'filled');
  const demo = await assemble(evalConfig(environment, filled), {
    demoWorld: true,
    readsMeaning: false,
    now: () => new Date(filledAt),
    embedder: embedder.lent,
    log: pino({ level: 'silent' }),
  });
  await demo.close();
  return {
    async open({ name, clock, models, deliveries, log }) {
      const dataDir = join(folder, name);
      await mkdir(dataDir, { recursive: true });
      await copyFile(join(filled, 'redress.db'), join(dataDir, 'redress.db'));
      const own: { redress?: Redress } = {};
      const redress = await assemble(evalConfig(environment, dataDir), {
        demoWorld: false,
        readsMeaning: false,
        now: clock.now,
        newId: idsInOrder(),
        embedder: embedder.lent,
        log,
        ...(models ? { models: models(clock) } : {}),
        ...(deliveries
          ? {
              deliveries: {
                ofOrder: (order) => {
                  if (!own.redress) throw new Error('Deliveries were asked for before the service was up');
                  return deliveries(own.redress).ofOrder(order);
                },
              },
            }
          : {}),
      });
      own.redress = redress;
      return {
        ...redress,
        close: async () => {
          await redress.close();
          await rm(dataDir, { recursive: true, force: true });
        },
      };
    },
    close: async () => {
      await embedder.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** One embedder for all scenarios: a service that closes does not take it away from the next. */
const shared = (embedder: Embedder) => ({
  lent: { name: embedder.name, embed: embedder.embed, close: async () => undefined },
  close: embedder.close,
});
