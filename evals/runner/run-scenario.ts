import pino from 'pino';
import { OutsideSystemError } from '#connectors/outside-system-error.ts';
import type { Agent } from '#evals/agents/agent.ts';
import { randomFrom } from '#evals/customer/scripted-customer.ts';
import type { Redress } from '#main';
import { caseById } from '#storage/cases/cases.ts';
import { conversationById } from '#storage/conversations/conversations.ts';
import { entriesAfter } from '#storage/conversations/log-entries.ts';
import { businessRecords } from './business-records.ts';
import { brokenRules } from './business-rules.ts';
import { canariesFor } from './canaries.ts';
import { type Clock, clockAt } from './clock.ts';
import type { Evidence, Handoff } from './evidence.ts';
import { customerCalled } from './people.ts';
import { playCustomer } from './play-customer.ts';
import { playRep } from './play-rep.ts';
import { recordChanges } from './record-changes.ts';
import type { Scenario } from './scenario.ts';
import { startsAt, type World } from './world.ts';
import { changeWorld, deliveriesAreDown } from './world-changes.ts';

/** What happened in one run of a scenario, and how often a model could not be reached. */
export type ScenarioRun = { readonly evidence: Evidence; readonly providerFailures: number };

const longestHoldMs = 10 * 60_000;

/** Plays one scenario on a world of its own and gathers what graders look at. */
export async function runScenario(
  world: World,
  scenario: Scenario,
  { agent, seed, name }: { agent: Agent; seed: number; name: string },
): Promise<ScenarioRun> {
  const clock = clockAt(startsAt);
  const warnings = warningLog();
  const redress = await world.open({
    name,
    clock,
    log: warnings.log,
    ...(agent.models ? { models: agent.models } : {}),
    ...(scenario.world.change.includes(deliveriesAreDown) ? { deliveries: () => unreachable } : {}),
  });
  try {
    const evidence = await play(redress, clock, scenario, seed);
    return {
      evidence: { ...evidence, breakages: warnings.breakages() },
      providerFailures: warnings.providerFailures(),
    };
  } finally {
    await redress.close();
  }
}

const unreachable = {
  ofOrder: () =>
    Promise.reject(
      new OutsideSystemError('Delivery records', 'no answer within 5 seconds', { retryable: true }),
    ),
};

async function play(
  redress: Redress,
  clock: Clock,
  scenario: Scenario,
  seed: number,
): Promise<Omit<Evidence, 'breakages'>> {
  const { customer, rep, world } = scenario;
  await changeWorld(redress, world.change);
  await settle(redress, clock);
  let before = await businessRecords(redress.db);
  const accountId =
    customer && customer['signed in as'] !== 'nobody'
      ? (await customerCalled(redress, customer['signed in as'])).accountId
      : undefined;
  const canaries = await canariesFor(redress, accountId);
  const spoken = customer
    ? await playCustomer(redress, clock, customer, { turns: scenario.limits.turns, random: randomFrom(seed) })
    : undefined;
  await redress.runOutbox();
  const worldChanged = async () => {
    before = { ...before, untouchable: (await businessRecords(redress.db)).untouchable };
  };
  const chat = spoken && (await chatOf(redress, spoken.conversationId));
  const worked =
    rep && scenario.agent !== 'customer' ? await playRep(redress, clock, rep, chat, worldChanged) : undefined;
  await settle(redress, clock);
  const after = await businessRecords(redress.db);
  return {
    scenario,
    happenings: [...(spoken?.happenings ?? []), ...(worked?.happenings ?? [])],
    changes: recordChanges(before, after),
    handoff: spoken
      ? await handoffOf(redress, spoken.conversationId)
      : { state: 'bot', wasAsked: false, entries: [] },
    canaries,
    planted: world.change,
    told: await toldTo(redress, customer?.['signed in as'], chat?.caseNumber ?? rep?.case),
    similar: worked?.similar ?? [],
    validations: worked?.validations ?? [],
    brokenRules: brokenRules(before, after),
    ...(spoken?.unfinished === undefined ? {} : { unfinished: spoken.unfinished }),
  };
}

/** Lets everything that is due, or held for a while, happen. */
async function settle(redress: Redress, clock: Clock): Promise<void> {
  await redress.runOutbox();
  clock.advance(longestHoldMs);
  await redress.runOutbox();
}

async function chatOf({ db }: Redress, conversationId: string) {
  const caseId = (await conversationById(db, conversationId))?.caseId;
  const opened = caseId === undefined ? undefined : await caseById(db, caseId);
  return { conversationId, ...(opened ? { caseNumber: opened.number } : {}) };
}

async function handoffOf({ db }: Redress, conversationId: string): Promise<Handoff> {
  const conversation = await conversationById(db, conversationId);
  const entries = await entriesAfter(db, conversationId, 0, 'team');
  return {
    state: conversation?.state ?? 'bot',
    wasAsked: entries.some(({ body }) => body.kind === 'handover' && body.state === 'queued'),
    ...(conversation?.handoverReason === undefined ? {} : { reason: conversation.handoverReason }),
    ...(conversation?.summary === undefined ? {} : { summary: conversation.summary }),
    entries: entries.map((entry) => String(entry.seq)),
  };
}

/** What the assistant knows without looking anything up. */
async function toldTo({ service }: Redress, name: string | undefined, caseNumber: string | undefined) {
  const day = service.now().toISOString().slice(0, 10);
  const seller = service.policy.seller;
  return `Today: ${day}. ${name ?? ''}. ${caseNumber ?? ''}. ${seller.name}, ${seller.email}, ${seller.phone ?? ''}`;
}

/** Listens to the service's own warnings: what broke inside, and which model could not be reached. */
function warningLog() {
  const lines: {
    readonly msg: string;
    readonly failure?: string;
    readonly error?: string;
    readonly tool?: string;
  }[] = [];
  const log = pino(
    { level: 'warn', base: null },
    { write: (line: string) => void lines.push(JSON.parse(line)) },
  );
  return {
    log,
    breakages: () =>
      lines
        .filter(({ msg }) => /broke|could not be read|An effect failed/.test(msg))
        .map(({ msg, tool, error }) => [msg, tool, error?.split('\n')[0]].filter(Boolean).join(': ')),
    providerFailures: () => lines.filter(({ failure }) => failure === 'provider').length,
  };
}
