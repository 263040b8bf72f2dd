import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { Refusal, type RefusalCode } from '#domain/refusal.ts';
import { answerError } from './answer-error.ts';

const logged: { facts: Record<string, unknown>; message: string }[] = [];
const note = (facts: Record<string, unknown>, message: string) => logged.push({ facts, message });
const appThat = (throws: Error) => {
  const app = new Hono();
  app.onError(answerError({ log: { error: note, warn: note }, newId: () => 'error-1' }));
  return app.get('/cases/:number', () => {
    throw throws;
  });
};

test.each<[RefusalCode, number]>([
  ['not-found', 404],
  ['not-allowed', 403],
  ['sign-in-needed', 401],
  ['already-disputed', 409],
  ['moved-on', 409],
  ['over-credit', 422],
  ['approval-needed', 403],
  ['expired', 410],
  ['too-many', 429],
  ['unreachable', 503],
])('a rule’s no of the kind %s is %i', async (code, status) => {
  const answer = await appThat(new Refusal(code, 'Because.', { caseNumber: 'CASE-1' })).request('/cases/1');
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ status, code, detail: 'Because.', caseNumber: 'CASE-1' });
});

test('facts that come along never stand in for what the answer itself says', async () => {
  const refusal = new Refusal('invalid', 'Because.', { status: 200, code: 'fine', detail: '', title: 'OK' });
  const answer = await appThat(refusal).request('/cases/1');
  expect(await answer.json()).toMatchObject({ status: 422, code: 'invalid', detail: 'Because.' });
});

test('a fault of ours is logged whole and shown as a number to tell us, with nothing of what happened', async () => {
  const cause = new Error('password=secret rejected');
  const answer = await appThat(new Error('No connection to 10.0.0.7', { cause })).request('/cases/1');
  expect(answer.status).toBe(500);
  const text = await answer.text();
  expect(text).toContain('error-1');
  expect(text).not.toMatch(/10\.0\.0\.7|password|\.ts|stack/);
  expect(logged.at(-1)).toMatchObject({
    message: 'A request failed',
    facts: { errorId: 'error-1', method: 'GET', error: expect.stringMatching(/10\.0\.0\.7[\s\S]*password/) },
  });
});
