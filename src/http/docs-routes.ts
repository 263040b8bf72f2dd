import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { openApiDocument } from './openapi-document.ts';

const viewer = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const page = join(import.meta.dirname, 'docs-page');
const served = new Map([
  ['/docs', { file: join(page, 'index.html'), type: 'text/html; charset=utf-8' }],
  ['/docs/start.js', { file: join(page, 'start.js'), type: 'text/javascript; charset=utf-8' }],
  ['/docs/assets/swagger-ui.css', { file: join(viewer, 'swagger-ui.css'), type: 'text/css; charset=utf-8' }],
  [
    '/docs/assets/swagger-ui-bundle.js',
    { file: join(viewer, 'swagger-ui-bundle.js'), type: 'text/javascript; charset=utf-8' },
  ],
]);

/** The interface described: for programs at /openapi.json, for people at /docs. Nothing is loaded from elsewhere. */
export function docsRoutes(described: OpenAPIHono) {
  const routes = new Hono();
  let document: string | undefined;
  routes.get('/openapi.json', (c) => {
    document ??= openApiDocument(described);
    return c.body(document, 200, { 'content-type': 'application/json' });
  });
  for (const [path, { file, type }] of served)
    routes.get(path, async (c) =>
      c.body(await readFile(file), 200, { 'content-type': type, 'cache-control': 'no-cache' }),
    );
  return routes;
}
