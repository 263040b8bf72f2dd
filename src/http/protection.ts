import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import type { Config } from '#config';
import { problemResponse } from './problem.ts';

const own = ["'self'"];
const nobody = ["'none'"];
const largestBody = 64 * 1024;

/** What browsers may do with our pages: run our own files, talk to us, and nothing else. */
export const secured = ({ publicUrl }: Pick<Config, 'publicUrl'>) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: own,
      scriptSrc: own,
      styleSrc: own,
      connectSrc: own,
      imgSrc: [...own, 'data:'],
      frameAncestors: nobody,
      baseUri: nobody,
      formAction: nobody,
      objectSrc: nobody,
    },
    xFrameOptions: 'DENY',
    strictTransportSecurity: publicUrl.startsWith('https:') ? 'max-age=31536000' : false,
  });

/** Other sites load the widget's files as their own scripts. */
export const embeddable = createMiddleware(async (c, next) => {
  await next();
  c.res.headers.set('cross-origin-resource-policy', 'cross-origin');
});

/** Only the sites of ALLOWED_ORIGINS may read our answers; the session cookie is never theirs to use. */
export const allowedSites = ({ allowedOrigins }: Pick<Config, 'allowedOrigins'>) =>
  cors({
    origin: (origin) => (allowedOrigins.includes(origin) ? origin : undefined),
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Authorization', 'Content-Type', 'Last-Event-ID'],
    exposeHeaders: ['Retry-After'],
    maxAge: 600,
  });

/** Answers are for whoever asked, now. */
export const neverKept = createMiddleware(async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
});

export const smallBodies = bodyLimit({
  maxSize: largestBody,
  onError: () =>
    problemResponse({
      status: 413,
      code: 'too-large',
      detail: 'The request is too large: 64 kB can be read at once. Shorten it, or send it in parts.',
    }),
});
