import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readScenarios } from '#evals/runner/read-scenarios.ts';
import { type Result, runSuite } from '#evals/runner/run-suite.ts';
import { offlineModel } from '#offline-engine/model.ts';
import { chatCompletionsServer } from './chat-completions.ts';

const baseUrl = 'http://model.test/v1';
const model = 'served-elsewhere';
const sent: { model: string; messages: readonly { role: string }[] }[] = [];
const server = setupServer(
  chatCompletionsServer(baseUrl, offlineModel({ today: () => '2026-11-23' }), (request) =>
    sent.push(request),
  ),
);

describe('the same scenarios with a model behind the chat-completions wire', () => {
  let results: readonly Result[] = [];
  const scenarios = readScenarios([]).filter(({ scenario }) => scenario.agent !== 'rep');

  beforeAll(async () => {
    server.listen({ onUnhandledFrame: 'error' });
    results = await runSuite(
      scenarios.map((file) => ({ ...file, scenario: { ...file.scenario, 'also with': [] } })),
      { settings: { MODEL: model, MODEL_BASE_URL: baseUrl }, seed: 7, repeat: 1 },
    );
  }, 240_000);
  afterAll(() => server.close());

  test('every customer scenario passes', () => {
    const failures = results.flatMap(({ id, runs }) =>
      runs.flatMap((run) => run.findings.map((finding) => `${id}: ${finding.says}`)),
    );
    expect(failures).toEqual([]);
    expect(results).toHaveLength(scenarios.length);
  });

  test('the model elsewhere wrote the answers, not the engine behind it', () => {
    const authors = results.flatMap(({ runs }) =>
      runs.flatMap((run) =>
        run.evidence.happenings.flatMap((one) => (one.kind === 'answered' ? [one.model] : [])),
      ),
    );
    expect(new Set(authors)).toEqual(new Set([`compatible:${model}`]));
    expect(results.flatMap(({ runs }) => runs).every((run) => run.providerFailures === 0)).toBe(true);
  });

  test('tool results went back over the wire', () => {
    expect(sent.every((request) => request.model === model)).toBe(true);
    expect(sent.filter((request) => request.messages.at(-1)?.role === 'tool').length).toBeGreaterThan(30);
  });
});
