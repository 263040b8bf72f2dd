import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExampleApp, exampleApp } from '../example-app.ts';

let example: ExampleApp;
let joris: Record<string, string>;
let sam: Record<string, string>;
const id = randomUUID();
const messages = `/api/conversations/${id}/messages`;
beforeAll(async () => {
  example = await exampleApp({ TURNS_PER_MINUTE: '1000' });
  joris = await example.customer('joris@noordermeer.test');
  sam = await example.rep('sam@redress.test');
  await example.call('POST', '/api/conversations', joris, { id });
});
afterAll(() => example.close());

const problemOf = async (answer: Response) => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const problem = await answer.json();
  expect(problem).toMatchObject({ type: 'about:blank', status: answer.status, code: expect.any(String) });
  expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.ts:\d/);
  return problem;
};

test.each<[string, string | Record<string, unknown>, number, string]>([
  ['a message of 100 kB', { id: randomUUID(), text: 'x'.repeat(100_000) }, 413, 'too-large'],
  ['a message longer than can be read', { id: randomUUID(), text: 'x'.repeat(9000) }, 422, 'invalid'],
  ['an empty message', { id: randomUUID(), text: '   ' }, 422, 'invalid'],
  ['half a JSON', '{"id": ', 400, 'malformed'],
  ['no JSON', 'hello', 400, 'malformed'],
  ['nothing but an open bracket, many times', '['.repeat(50_000), 400, 'malformed'],
  ['deep brackets', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, 422, 'invalid'],
  ['a list', '[]', 422, 'invalid'],
  ['null', 'null', 422, 'invalid'],
  ['a number as text', { id: randomUUID(), text: 7 }, 422, 'invalid'],
  ['a list as text', { id: randomUUID(), text: ['a'] }, 422, 'invalid'],
  ['an id that is none', { id: 'one', text: 'Hi' }, 422, 'invalid'],
  ['no id', { text: 'Hi' }, 422, 'invalid'],
])('%s is refused in words', async (_, body, status, code) => {
  const answer = await example.call('POST', messages, joris, body);
  expect(answer.status).toBe(status);
  expect(await problemOf(answer)).toMatchObject({ code });
});

test('a fault of a field names the field', async () => {
  const answer = await example.call('POST', '/api/disputes', joris, {
    id: randomUUID(),
    invoiceNumber: 'INV-1003',
    reason: 'SHORT_DELIVERY',
    items: [{ line: 0, receivedQuantity: 'many' }],
  });
  expect((await problemOf(answer)).fields.map(({ name }: { name: string }) => name)).toEqual([
    'items.0.line',
    'items.0.receivedQuantity',
  ]);
});

test.each([
  `{"__proto__": {"isAdmin": true}, "id": "${randomUUID()}", "text": "Hi"}`,
  `{"constructor": {"prototype": {"isAdmin": true}}, "id": "${randomUUID()}", "text": "Hi"}`,
  `{"id": "${randomUUID()}", "text": "Hi", "author": "assistant", "audience": "team", "role": "system"}`,
  `{"id": "${randomUUID()}", "text": "Hi", "text": "Hello"}`,
])('what is beside the known fields changes nothing: %s', async (body) => {
  expect((await example.call('POST', messages, joris, body)).status).toBe(202);
  expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
});

test('characters no database can keep are left out', async () => {
  const text = 'a\u0000b\ud800c';
  expect((await example.call('POST', messages, joris, { id: randomUUID(), text })).status).toBe(202);
  expect((await example.call('GET', '/api/invoices?product=a%00b', joris)).status).toBe(200);
  expect((await example.call('GET', '/api/invoices/%00', joris)).status).toBe(422);
  expect((await example.call('GET', '/api/invoices/%ff%fe', joris)).status).toBe(404);
});

test('something other than JSON is not read', async () => {
  const answer = await example.app.request(messages, {
    method: 'POST',
    headers: { ...joris, 'content-type': 'text/plain' },
    body: JSON.stringify({ id: randomUUID(), text: 'Hi' }),
  });
  expect(answer.status).toBe(415);
  await problemOf(answer);
});

test('a token in the address is refused, with the header it belongs in', async () => {
  const token = joris.authorization?.replace('Bearer ', '') ?? '';
  for (const name of ['token', 'access_token', 'jwt']) {
    const answer = await example.call('GET', `/api/home?${name}=${token}`);
    expect(answer.status).toBe(400);
    expect((await problemOf(answer)).detail).toContain('Authorization: Bearer');
  }
});

test('an address nobody serves is a problem too', async () => {
  expect(await problemOf(await example.call('GET', '/api/nothing'))).toMatchObject({ status: 404 });
});

describe('a change by the session cookie comes from our own pages only', () => {
  const change = (headers: Record<string, string>) =>
    example.call('POST', '/api/rep/presence', { ...headers }, { state: 'available' });
  test.each<[string, Record<string, string>]>([
    ['without the header', { 'x-redress': '' }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbouring host', { 'sec-fetch-site': 'same-site' }],
    ['from another origin', { origin: 'https://evil.example.com' }],
    ['from an origin that hides', { origin: 'null' }],
    ['from another port', { origin: 'http://localhost:9999' }],
  ])('%s it is refused', async (_, headers) => {
    const answer = await change({ ...sam, ...headers });
    expect(answer.status).toBe(403);
    await problemOf(answer);
  });
  test('from the workspace it is made', async () => {
    const own = { origin: 'http://localhost:4000', 'sec-fetch-site': 'same-origin' };
    expect((await change({ ...sam, ...own })).status).toBe(204);
  });
  test('signing in and out are such changes', async () => {
    const email = { email: 'sam@redress.test' };
    expect((await example.call('POST', '/api/demo/session', {}, email)).status).toBe(403);
    expect((await example.call('POST', '/api/sign-in-links', {}, email)).status).toBe(403);
    expect((await example.call('POST', '/api/session', {}, { token: 'x' })).status).toBe(403);
    expect((await example.call('DELETE', '/api/session')).status).toBe(403);
  });
});
