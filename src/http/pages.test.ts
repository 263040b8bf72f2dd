import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExampleApp, exampleApp } from '../example-app.ts';
import { pageRoutes } from './page-routes.ts';

const shop = 'https://shop.example.com';
let example: ExampleApp;
let folder: string;
beforeAll(async () => {
  example = await exampleApp({ ALLOWED_ORIGINS: shop });
  folder = await mkdtemp(join(tmpdir(), 'redress-pages-'));
  const files = {
    'widget/v1.js': 'widget',
    'widget/panel-B3CMQn52.js': 'panel',
    'workspace/index.html': '<p>workspace',
    'workspace/assets/api-4us_xXSD.js': 'api',
    'pages/customer.html': '<p>customer',
    'pages/mailbox.html': '<p>mailbox',
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
});
afterAll(async () => {
  await example.close();
  await rm(folder, { recursive: true });
});

const cacheOf = async (path: string, demo = true) => {
  const answer = await pageRoutes({ folder, demo }).request(path);
  await answer.text();
  return `${answer.status} ${answer.headers.get('cache-control')}`;
};

test.each([
  ['/', '200 no-cache'],
  ['/mailbox', '200 no-cache'],
  ['/workspace', '200 no-cache'],
  ['/workspace/sign-in', '200 no-cache'],
  ['/widget/v1.js', '200 public, max-age=300'],
  ['/widget/panel-B3CMQn52.js', '200 public, max-age=31536000, immutable'],
  ['/workspace/assets/api-4us_xXSD.js', '200 public, max-age=31536000, immutable'],
  ['/workspace/assets/../../pages/mailbox.html', '404 null'],
  ['/widget/%2e%2e/pages/mailbox.html', '404 null'],
  ['/widget/none.js', '404 null'],
])('%s is kept by browsers as it should be: %s', async (path, cache) => {
  expect(await cacheOf(path)).toBe(cache);
});

test('outside the demo there is no mailbox, and the way in is the workspace', async () => {
  expect(await cacheOf('/mailbox', false)).toBe('404 null');
  const home = await pageRoutes({ folder, demo: false }).request('/');
  expect([home.status, home.headers.get('location')]).toEqual([302, '/workspace']);
});

test('without the web build each page says how to get it', async () => {
  for (const path of ['/', '/workspace', '/widget/v1.js']) {
    const answer = await pageRoutes({ folder: join(folder, 'none'), demo: true }).request(path);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('npm start');
  }
});

test('browsers run our own files and nothing else, wherever they are', async () => {
  for (const path of ['/', '/docs', '/api/home', '/documents/none', '/nowhere']) {
    const { headers } = await example.call('GET', path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'; script-src 'self'; style-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('an allowed site reads the widget and the customer’s answers; another one does not', async () => {
  for (const path of ['/widget/v1.js', '/api/home']) {
    const allowed = await example.call('GET', path, { origin: shop });
    expect(allowed.headers.get('access-control-allow-origin')).toBe(shop);
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    const other = await example.call('GET', path, { origin: 'https://evil.example.com' });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  }
  expect((await example.call('GET', '/widget/v1.js')).headers.get('cross-origin-resource-policy')).toBe(
    'cross-origin',
  );
  const asked = await example.call('OPTIONS', '/api/home', {
    origin: shop,
    'access-control-request-method': 'GET',
    'access-control-request-headers': 'authorization',
  });
  expect(asked.status).toBe(204);
  expect(asked.headers.get('access-control-allow-headers')).toContain('Authorization');
});

test('answers are kept by nobody', async () => {
  const joris = await example.customer('joris@noordermeer.test');
  expect((await example.call('GET', '/api/balance', joris)).headers.get('cache-control')).toBe('no-store');
});

test('the service says that it lives, that it can work, and which version it is', async () => {
  expect(await (await example.call('GET', '/livez')).json()).toEqual({ alive: true });
  expect(await (await example.call('GET', '/readyz')).json()).toMatchObject({
    ready: true,
    parts: [{ ok: true }],
  });
  expect(await (await example.call('GET', '/version')).json()).toEqual({
    name: 'redress',
    version: expect.any(String),
  });
});
