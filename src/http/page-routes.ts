import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';

const notBuilt = 'The pages are not built yet. Stop the server and run:  npm start\n';
const hashedName = /-[\w-]{8}\.(js|css|woff2?)$/;

export type Pages = { readonly folder: string; readonly demo: boolean };

/** The web build: the workspace, the demo's pages, and the widget other sites load. */
export function pageRoutes({ folder, demo }: Pages) {
  const routes = new Hono();
  if (!existsSync(join(folder, 'widget/v1.js'))) {
    const say = (c: Context) => c.text(notBuilt, 503);
    for (const path of ['/', '/mailbox', '/workspace', '/workspace/*', '/widget/*']) routes.get(path, say);
    return routes;
  }
  const page = (file: string) => serveStatic({ path: join(folder, file) });
  const files = serveStatic({ root: folder });
  routes.use(keptAsLong);
  if (demo) routes.get('/', page('pages/customer.html')).get('/mailbox', page('pages/mailbox.html'));
  else routes.get('/', (c) => c.redirect('/workspace'));
  return routes
    .get('/workspace', page('workspace/index.html'))
    .get('/workspace/sign-in', page('workspace/index.html'))
    .get('/workspace/assets/*', files)
    .get('/widget/*', files);
}

/** What has a hash in its name never changes; the widget's one fixed name is looked at again soon, a page each time. */
const keptAsLong = createMiddleware(async (c, next) => {
  await next();
  if (!c.res.ok) return;
  if (hashedName.test(c.req.path)) c.header('cache-control', 'public, max-age=31536000, immutable');
  else c.header('cache-control', c.req.path.startsWith('/widget/') ? 'public, max-age=300' : 'no-cache');
});
