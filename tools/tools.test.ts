import { expect, test } from 'vitest';
import { z } from 'zod';
import { Refusal } from '#domain/refusal.ts';
import { defineTool, type Tool } from './define-tool.ts';
import { disputeAssistTools } from './dispute-assist.ts';
import { invoiceAssistantTools, visitorTools } from './invoice-assistant.ts';

/** Desks whose every drawer is out of reach: enough to list the tools. */
const nothing = JSON.parse('{}');
const forCustomer = invoiceAssistantTools(nothing);
const forRep = disputeAssistTools(nothing);
const everyTool: [string, Tool][] = [...Object.entries(forCustomer), ...Object.entries(forRep)];

const keysOf = (schema: unknown): string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === 'properties' ? Object.keys(value ?? {}) : []),
    ...keysOf(value),
  ]);
};

test.each(everyTool)('%s names no account, customer, tenant or person in its input', (_, tool) => {
  const keys = keysOf(z.toJSONSchema(tool.input, { io: 'input' }));
  expect(keys.filter((key) => /account|tenant|customer|user|person|^e?mail/i.test(key))).toEqual([]);
});

test.each(everyTool)('%s is named verb_noun and says what it is for', (name, tool) => {
  expect(name).toMatch(/^[a-z]+(_[a-z]+)+$/);
  expect(tool.description.length).toBeGreaterThan(20);
});

test('the invoice assistant reads, and records only what the customer confirms; it proposes nothing', () => {
  const records = Object.entries(forCustomer).filter(([, tool]) => tool.effect !== 'reads');
  expect(records.map(([name, tool]) => [name, tool.effect])).toEqual([
    ['open_dispute', 'records'],
    ['add_case_note', 'records'],
    ['request_human', 'records'],
  ]);
});

test('dispute assist reads and proposes; no tool of it records, approves, closes or issues', () => {
  expect(new Set(Object.values(forRep).map((tool) => tool.effect))).toEqual(new Set(['reads', 'proposes']));
  expect(Object.keys(forRep).filter((name) => /approve|close|issue|send|release/.test(name))).toEqual([]);
});

test('a visitor who is not signed in gets nothing that reads an account', () => {
  expect(Object.keys(visitorTools(nothing))).toEqual(['search_billing_policies', 'request_human']);
});

test('a rule that says no is an answer the model can read; what is broken is not', async () => {
  const tool = (run: () => Promise<unknown>) =>
    defineTool({ effect: 'reads', description: 'x', input: z.object({ n: z.number() }), run });
  const refusing = tool(() =>
    Promise.reject(new Refusal('not-found', 'It is not there.', { near: ['INV-1'] })),
  );
  expect(await refusing.run({ n: 1 })).toEqual({
    ok: false,
    code: 'not-found',
    reason: 'It is not there.',
    details: { near: ['INV-1'] },
  });
  await expect(tool(() => Promise.reject(new Error('broken'))).run({ n: 1 })).rejects.toThrow('broken');
  expect(await tool(() => Promise.resolve(1)).run({ n: 'one' })).toMatchObject({
    ok: false,
    code: 'invalid',
  });
  expect(await tool(() => Promise.resolve(1)).run({ n: 1 })).toEqual({ ok: true, result: 1 });
});
