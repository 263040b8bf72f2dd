import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pino, { type Logger } from 'pino';
import { parse as parseYaml } from 'yaml';
import { runDueEffects } from '#actions/outbox/run-outbox.ts';
import { type Service, today } from '#actions/service.ts';
import { type Assistant, assistantOf } from '#agents/assistant.ts';
import { readPrompt } from '#agents/prompt.ts';
import type { AtpProvider } from '#connectors/available-to-promise.ts';
import type { DeliveryRecordProvider } from '#connectors/delivery-records.ts';
import { type Mailer, smtpMailer } from '#connectors/mailer.ts';
import { turnDesk } from '#desks/turn-desk.ts';
import { Policy, policyFaults } from '#domain/policy.ts';
import type { RecordWriter } from '#domain/record-writer.ts';
import { openKnowledge } from '#knowledge/knowledge.ts';
import { type Announcements, announcements } from '#live/announcements.ts';
import { type Drafts, drafts } from '#live/drafts.ts';
import type { Embedder } from '#models/embedding/embedder.ts';
import { localEmbedder } from '#models/embedding/local-embedder.ts';
import { remoteEmbedder } from '#models/embedding/remote-embedder.ts';
import { chainFrom, type ModelChain } from '#models/model-chain.ts';
import { meaningsBy } from '#models/sentence-meanings.ts';
import { offlineRecordWriter } from '#offline-engine/records/record-writer.ts';
import type { Database } from '#storage/database.ts';
import { openDatabase } from '#storage/open-database.ts';
import { type Config, ConfigFault } from './config.ts';
import { localDeliveryRecords, localMailbox, localStock } from './local-systems.ts';

/** What tests, evals and benches set otherwise than the settings do. */
export type Overrides = {
  readonly now?: () => Date;
  readonly newId?: () => string;
  readonly models?: ModelChain;
  readonly embedder?: Embedder;
  /** Whether the offline engine reads messages by their meaning too; without it the embedder is left alone until cases are compared. */
  readonly readsMeaning?: boolean;
  readonly deliveries?: DeliveryRecordProvider;
  readonly stock?: AtpProvider;
  readonly mailer?: Mailer;
  readonly records?: RecordWriter;
  readonly policy?: Policy;
  readonly log?: Logger;
  /** Fills an empty database with the demo company; follows the settings when absent. */
  readonly demoWorld?: boolean;
  readonly onProgress?: (what: 'database' | 'samples', done: number, total: number) => void;
};

export type Redress = {
  readonly config: Config;
  readonly db: Database;
  readonly service: Service;
  readonly assistant: Assistant;
  readonly announcements: Announcements;
  readonly drafts: Drafts;
  readonly log: Logger;
  readonly stopping: AbortSignal;
  /** Fulfilled when messages are read by their meaning too, or will be read by their words alone. */
  readonly meaningsReady: Promise<void>;
  readonly counts: { readonly invoices: number; readonly cases: number };
  /** Runs every effect that is due, until none is; how many were tried. */
  runOutbox(): Promise<number>;
  /** Ends streams and takes no more turns; what is under way may finish. */
  stop(): void;
  close(): Promise<void>;
};

const outboxEveryMs = 500;

/** Puts everything together, in order; `close` takes it apart in reverse. */
export async function assemble(config: Config, overrides: Overrides = {}): Promise<Redress> {
  const log = overrides.log ?? pino({ level: config.logLevel, base: null }, pino.destination(2));
  const now = overrides.now ?? (() => new Date());
  const policy = overrides.policy ?? (await readPolicy(config.policyFile));
  overrides.onProgress?.('database', 0, 1);
  const db = await openDatabase({
    dataDir: config.dataDir,
    ...(config.databaseUrl === undefined ? {} : { databaseUrl: config.databaseUrl }),
  });
  overrides.onProgress?.('database', 1, 1);
  const embedder = await embedderFor(config, overrides);
  const meanings = (overrides.readsMeaning ?? true) ? meaningsBy(embedder) : undefined;
  const knowledge = openKnowledge(db, embedder);
  const live = announcements();
  const open = drafts();
  const smtp =
    config.smtpUrl === undefined ? undefined : smtpMailer({ url: config.smtpUrl, from: config.mailFrom });
  const service: Service = {
    db,
    policy,
    now,
    newId: overrides.newId ?? randomUUID,
    deliveries: overrides.deliveries ?? localDeliveryRecords(db),
    stock: overrides.stock ?? localStock(db),
    mailer: overrides.mailer ?? smtp ?? localMailbox(db, now),
    knowledge,
    records: overrides.records ?? offlineRecordWriter,
    secret: config.serviceSecret,
    publicUrl: config.publicUrl,
    holdSeconds: config.holdSeconds,
    announce: (what) => live.announce(what),
    warn: (message, facts) => log.warn(facts, message),
  };
  const counts = await fillDemoWorld(service, config, overrides);
  const desk = turnDesk(service);
  const assistant = assistantOf({
    desk,
    models: overrides.models ?? chainFrom(config, { now, today: () => today(service) }, meanings),
    prompts: { customer: readPrompt('invoice-assistant'), rep: readPrompt('dispute-assist') },
    emit: (conversationId, answers, chunk) => open.push(conversationId, answers, chunk),
    ended: (conversationId) => open.end(conversationId),
    warn: service.warn,
    runner: randomUUID(),
    timeoutMs: config.turnTimeoutSeconds * 1000,
  });
  const stopping = new AbortController();
  const outbox = outboxRunner(service, log);
  return {
    config,
    db,
    service,
    assistant,
    announcements: live,
    drafts: open,
    log,
    stopping: stopping.signal,
    meaningsReady: meanings?.ready ?? Promise.resolve(),
    counts,
    runOutbox: outbox.runAll,
    stop: () => stopping.abort(),
    close: async () => {
      stopping.abort();
      await outbox.stop();
      await assistant.close();
      await embedder.close();
      smtp?.close();
      await db.close();
    },
  };
}

/** Reads and checks the business rules; a fault names its place in the file. */
export async function readPolicy(file: string): Promise<Policy> {
  let content: unknown;
  try {
    content = parseYaml(await readFile(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigFault([
      {
        name: 'POLICY_FILE',
        wrong: `cannot be read: ${reason}`,
        why: 'It holds the business rules.',
        remedy: 'Example:  POLICY_FILE=./policy.yaml',
      },
    ]);
  }
  const faults = policyFaults(content);
  if (faults.length > 0) {
    throw new ConfigFault(
      faults.map(({ place, fault }) => ({
        name: 'POLICY_FILE',
        wrong: `${place} ${fault}`,
        why: 'The business rules must be complete before anything is decided.',
        remedy: `Fix:  mend ${place} in ${file}`,
      })),
    );
  }
  return Policy.parse(content);
}

async function embedderFor(config: Config, overrides: Overrides): Promise<Embedder> {
  if (overrides.embedder) return overrides.embedder;
  if (config.embedder.provider !== 'local') return remoteEmbedder(config.embedder);
  const local = localEmbedder();
  if (!config.demo) return local;
  const { rememberedEmbedder } = await import('#fixtures/remembered-embedder.ts');
  return rememberedEmbedder(local);
}

async function fillDemoWorld(
  service: Service,
  config: Config,
  overrides: Overrides,
): Promise<Redress['counts']> {
  if (!(overrides.demoWorld ?? config.demo)) return { invoices: 0, cases: 0 };
  const { loadDemoWorld, indexDemoWorld } = await import('#fixtures/load.ts');
  const loaded = await loadDemoWorld(service.db, {
    today: today(service),
    onProgress: (done, total) => overrides.onProgress?.('samples', done, total),
  });
  await indexDemoWorld(service.db, service.knowledge);
  return loaded;
}

/** Looks for due effects twice a second, one round at a time. */
function outboxRunner(service: Service, log: Logger) {
  let isStopped = false;
  let round: Promise<number> = Promise.resolve(0);
  const once = () => {
    round = round
      .then(() => (isStopped ? 0 : runDueEffects(service)))
      .catch((error: unknown) => {
        log.error(
          { error: error instanceof Error ? error.stack : String(error) },
          'The outbox could not be read',
        );
        return 0;
      });
    return round;
  };
  const timer = setInterval(() => void once(), outboxEveryMs);
  timer.unref();
  return {
    async runAll() {
      let tried = 0;
      for (let more = await once(); more > 0; more = await once()) tried += more;
      return tried;
    },
    async stop() {
      clearInterval(timer);
      isStopped = true;
      await round;
    },
  };
}

// Not awaited here: the start imports this very file.
if (import.meta.main) void import('./cli/start.ts').then(({ start }) => start(process.env));
