import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExampleApp, exampleApp } from '../example-app.ts';

let example: ExampleApp;
beforeAll(async () => {
  example = await exampleApp({ TURNS_PER_MINUTE: '3' });
});
afterAll(() => example.close());

test('who writes too much is told when they can write again, and then they can', async () => {
  const joris = await example.customer('joris@noordermeer.test');
  const id = randomUUID();
  await example.call('POST', '/api/conversations', joris, { id });
  const write = () =>
    example.call('POST', `/api/conversations/${id}/messages`, joris, { id: randomUUID(), text: 'Hi' });
  for (const seq of [1, 2, 3]) {
    expect((await write()).status).toBe(202);
    example.clock.at = new Date(example.clock.at.getTime() + 10_000 * Math.sign(3 - seq));
  }
  const refused = await write();
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('40');
  expect(await refused.json()).toMatchObject({
    code: 'too-many',
    detail: 'That is a lot in a short time. You can write again in 40 seconds.',
  });
  example.clock.at = new Date(example.clock.at.getTime() + 40_000);
  expect((await write()).status).toBe(202);
});

test('one who writes too much takes nothing from the others', async () => {
  const dana = await example.customer('dana@brightwell.test');
  const id = randomUUID();
  await example.call('POST', '/api/conversations', dana, { id });
  const written = await example.call('POST', `/api/conversations/${id}/messages`, dana, {
    id: randomUUID(),
    text: 'Hi',
  });
  expect(written.status).toBe(202);
});

test('sign-ins that are refused again and again are no longer looked at for a while', async () => {
  const forged = { authorization: 'Bearer a.b.c' };
  const statuses = [];
  for (let attempt = 0; attempt < 31; attempt += 1)
    statuses.push((await example.call('GET', '/api/home', forged)).status);
  expect(statuses).toEqual([...new Array<number>(30).fill(401), 429]);
  expect((await example.call('GET', '/api/home', await example.customer('helen@oakmere.test'))).status).toBe(
    200,
  );
});

test('a sign-in that was good once is no attack, however often it comes back', async () => {
  const dana = await example.customer('dana@brightwell.test');
  example.clock.at = new Date(example.clock.at.getTime() + 3_600_000);
  for (let attempt = 0; attempt < 40; attempt += 1)
    expect((await example.call('GET', '/api/home', dana)).status).toBe(401);
});

test('links are mailed to one address a few times only', async () => {
  const statuses = [];
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const answer = await example.call(
      'POST',
      '/api/sign-in-links',
      { 'x-redress': '1' },
      { email: 'sam@redress.test' },
    );
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
});
