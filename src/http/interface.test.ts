import { hc } from 'hono/client';
import { afterAll, beforeAll, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import type { BalanceView } from '#domain/views/account-view.ts';
import { type ExampleApp, exampleApp } from '../example-app.ts';
import type { HttpApp } from './app.ts';

const Document = z.looseObject({
  openapi: z.string(),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({ summary: z.string().min(5), responses: z.looseObject({ default: z.unknown() }) }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()), securitySchemes: z.unknown() }),
});

let example: ExampleApp;
let document: z.infer<typeof Document>;
beforeAll(async () => {
  example = await exampleApp();
  document = Document.parse(await (await example.call('GET', '/openapi.json')).json());
});
afterAll(() => example.close());

test('the description is OpenAPI 3.1, and each operation says what it does and what comes back', () => {
  expect(document.openapi).toBe('3.1.0');
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(operations.length).toBeGreaterThan(50);
  for (const { responses } of operations)
    expect(Object.keys(responses).some((status) => /^2\d\d$/.test(status))).toBe(true);
});

test('every route of the interface is described, and nothing else is', () => {
  const routes = example.app.routes
    .filter(
      ({ method, path }) => method !== 'ALL' && /^\/(api|documents)\/|^\/(livez|readyz|version)$/.test(path),
    )
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual([...new Set(routes)].sort());
});

test('every reference leads to a shape, and every text, list and number that comes in has a bound', () => {
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name ?? '',
  );
  expect(references.filter((name) => !Object.hasOwn(document.components.schemas, name))).toEqual([]);
  const incoming = Object.values(document.paths)
    .flatMap((path) => Object.values(path))
    .flatMap(({ requestBody, parameters }) => [requestBody, parameters]);
  const unbounded: string[] = [];
  const look = (node: unknown, place: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const {
      type,
      maxLength,
      maximum,
      maxItems,
      format,
      pattern,
      enum: choices,
    } = z.looseObject({}).parse(Array.isArray(node) ? {} : node);
    if (type === 'string' && [maxLength, format, pattern, choices].every((one) => one === undefined))
      unbounded.push(place);
    if ((type === 'integer' || type === 'number') && maximum === undefined) unbounded.push(place);
    if (type === 'array' && maxItems === undefined) unbounded.push(place);
    for (const [key, value] of Object.entries(node)) look(value, `${place}.${key}`);
  };
  for (const [at, part] of incoming.entries()) look(part, String(at));
  expect(unbounded).toEqual([]);
});

test('a client made from the type of the interface knows what comes back', async () => {
  const client = hc<HttpApp>('http://localhost', { fetch: example.app.request });
  const joris = await example.customer('joris@noordermeer.test');
  const answer = await client.api.balance.$get({}, { headers: joris });
  const balance = await answer.json();
  expectTypeOf(balance).toEqualTypeOf<BalanceView>();
  expect(balance.currency).toBe('EUR');
});

test('people read the description from our own server alone', async () => {
  const page = await (await example.call('GET', '/docs')).text();
  const loaded = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? '');
  expect(loaded).toHaveLength(3);
  for (const path of loaded) expect((await example.call('GET', path)).status).toBe(200);
  expect(page).not.toMatch(/https?:/);
});
