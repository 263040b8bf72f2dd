import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { disputeAssistTools } from '#tools/dispute-assist.ts';
import { invoiceAssistantTools } from '#tools/invoice-assistant.ts';
import { readPrompt } from './prompt.ts';

const values = { seller: 'Harbour & Vale', who: 'Dana', context: 'Today: 2026-11-21' };

test.each(['invoice-assistant', 'dispute-assist'] as const)(
  'the %s prompt has a version and fills every placeholder',
  (name) => {
    const prompt = readPrompt(name);
    expect(prompt.version).toMatch(/@\d{4}-\d+-\d+$/);
    expect(prompt.fill(values)).not.toContain('{{');
    expect(() => prompt.fill({ seller: 'x' })).toThrow('who');
    expect(() => prompt.fill({ ...values, extra: 'x' })).toThrow('extra');
  },
);

test('prompts name only tools that exist on their side', () => {
  const known = {
    'invoice-assistant': invoiceAssistantTools(JSON.parse('{}')),
    'dispute-assist': disputeAssistTools(JSON.parse('{}')),
  };
  for (const [name, tools] of Object.entries(known)) {
    const text = readFileSync(new URL(`../../prompts/${name}.md`, import.meta.url), 'utf8');
    const named = [...text.matchAll(/`([a-z]+_[a-z_]+)`/g)].map(([, tool]) => tool ?? '');
    expect(named.filter((tool) => !Object.hasOwn(tools, tool))).toEqual([]);
  }
});
