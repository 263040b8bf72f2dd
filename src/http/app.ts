import { join } from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import { answerError } from './answer-error.ts';
import { callers } from './caller.ts';
import { conversationRoutes } from './conversation-routes.ts';
import { customerCaseRoutes } from './customer-case-routes.ts';
import { customerRoutes } from './customer-routes.ts';
import { demoRoutes } from './demo-routes.ts';
import { docsRoutes } from './docs-routes.ts';
import { documentRoutes } from './document-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { pageRoutes } from './page-routes.ts';
import type { HttpParts } from './parts.ts';
import { problemResponse } from './problem.ts';
import { proposalRoutes } from './proposal-routes.ts';
import { allowedSites, embeddable, neverKept, secured, smallBodies } from './protection.ts';
import { rateLimit } from './rate-limit.ts';
import { repCaseRoutes } from './rep-case-routes.ts';
import { repRoutes } from './rep-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';

const aMinute = 60_000;
/** People at work press more buttons than people with a question. */
const repFactor = 6;

/** Everything the service answers over HTTP. Its type is the whole interface: `hc<HttpApp>(address)` is a typed client. */
export function httpApp(parts: HttpParts) {
  const { config, desk } = parts;
  const perMinute = (most: number) => rateLimit({ most, windowMs: aMinute, now: desk.now });
  const turns = perMinute(config.turnsPerMinute);
  const writes = perMinute(config.turnsPerMinute);
  const repWrites = perMinute(config.turnsPerMinute * repFactor);
  const who = callers(parts);

  const app = new OpenAPIHono();
  app.use('/widget/*', embeddable);
  app.use(secured(config));
  app.use('/widget/*', allowedSites(config), compress());
  app.use('/workspace/*', compress());
  app.use('/docs/*', compress());
  app.use('/openapi.json', compress());
  app.use('/api/*', neverKept, allowedSites(config), smallBodies);
  app.onError(answerError({ log: parts.log, newId: desk.newId }));
  app.notFound(() =>
    problemResponse({ status: 404, code: 'not-found', detail: 'There is nothing at this address.' }),
  );

  const routed = app
    .route('/', customerRoutes(parts, who, writes))
    .route('/', customerCaseRoutes(who, writes))
    .route('/', conversationRoutes(parts, who, turns))
    .route('/', signInRoutes(parts, who))
    .route('/', repRoutes(parts, who, repWrites))
    .route('/', repCaseRoutes(who))
    .route('/', proposalRoutes(who))
    .route('/', documentRoutes(parts))
    .route('/', healthRoutes(parts));
  if (config.demo) app.route('/', demoRoutes(parts));
  app.route('/', docsRoutes(app));
  app.route(
    '/',
    pageRoutes({ folder: parts.webFolder ?? join(import.meta.dirname, '../../dist'), demo: config.demo }),
  );
  return routed;
}
export type HttpApp = ReturnType<typeof httpApp>;
