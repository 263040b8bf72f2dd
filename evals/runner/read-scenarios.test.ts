import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readScenario, readScenarios } from './read-scenarios.ts';
import { scenarioSchema } from './scenario.ts';

const good = `id: good
title: Asks for a balance
agent: customer
customer:
  signed in as: Dana Ellis
  opens with: How much do we owe?
expect:
  steps: [{ must: read the balance }]
`;
const faultsIn = (text: string): string[] => {
  const read = readScenario('evals/scenarios/inquiry/x.yaml', text);
  return 'faults' in read ? read.faults : [];
};

test('a scenario as a person would write it is read', () => {
  expect(faultsIn(good)).toEqual([]);
});

describe('a faulty scenario is refused with its line and what to do', () => {
  test.each([
    [
      good.replace('opens with', 'open with'),
      'line 5: customer has no "open with". Did you mean "opens with"?',
    ],
    [good.replace('agent: customer', 'agent: robot'), 'line 3: agent: '],
    [
      good.replace('read the balance', 'read the balanse'),
      'line 8: "read the balanse" is not something that happens. Did you mean "read the balance"?',
    ],
    [good.replace('agent: customer', 'agent: both'), 'line 3: agent is "both", so it needs a rep.'],
    [`${good}  handoff: nobody\n`, 'line 9: expect › handoff'],
    [good.replace('title: Asks', 'title: "Asks'), 'line 9: Missing closing "quote'],
    [
      good.replace('How much do we owe?', 'Hi\n  ends when: a person was asked for'),
      'the customer waits for a person',
    ],
  ])('%#', (text, fault) => {
    expect(faultsIn(text).join('\n')).toContain(fault);
  });
});

test('a path that is not there is said to be missing', () => {
  expect(() => readScenarios(['evals/scenarios/nowhere'])).toThrow('There is no scenario file or folder');
});

test('there are at least thirty scenarios, of every kind', () => {
  const folders = readScenarios([]).map((one) => one.folder);
  expect(folders.length).toBeGreaterThanOrEqual(30);
  expect(new Set(folders)).toEqual(new Set(['dispute', 'edge', 'handoff', 'inquiry', 'redteam', 'rep']));
});

test('schema.json, which editors complete from, says what the reader accepts', () => {
  const file = join(import.meta.dirname, '../schema.json');
  const now = `${JSON.stringify(scenarioSchema(), undefined, 2)}\n`;
  if (process.env.UPDATE_SCHEMA === 'true') writeFileSync(file, now);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(now));
});
