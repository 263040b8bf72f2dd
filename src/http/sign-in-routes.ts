import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { Refusal } from '#domain/refusal.ts';
import { addressOf } from './address.ts';
import * as bounded from './bounded.ts';
import { type Callers, sessionCookie } from './caller.ts';
import { assertOwnPage } from './own-page.ts';
import type { HttpParts } from './parts.ts';
import { rateLimit } from './rate-limit.ts';
import { area, body, json } from './route-words.ts';

const RepView = z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.string() });

/** Keeps a session in a cookie that no script can read and other sites' changes do not carry. */
export function keepSession(
  c: Context,
  publicUrl: string,
  session: { token: string; expiresAt: Date },
): void {
  setCookie(c, sessionCookie, session.token, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: publicUrl.startsWith('https:'),
    path: '/',
    expires: session.expiresAt,
  });
}

/** How staff come in and go, and how a visitor gets the token that keeps their chat. */
export function signInRoutes({ config, desk }: HttpParts, { rep, visitors }: Callers) {
  const { now, signIn } = desk;
  const failures = rateLimit({ most: 20, windowMs: 60_000, now });
  const links = rateLimit({ most: 5, windowMs: 15 * 60_000, now });
  const anyLinks = rateLimit({ most: 60, windowMs: 60_000, now });
  const newVisitors = rateLimit({ most: 120, windowMs: 60_000, now });

  return area()
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/visitors',
        summary: 'A token for somebody who has not signed in; it keeps their chat and opens no account',
        responses: { 201: json(z.object({ token: z.string() }), 'The token') },
      }),
      async (c) => {
        newVisitors.count(addressOf(c), 'start a chat');
        return c.json({ token: await visitors.sign(desk.newId()) }, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/me',
        summary: 'Who of the team is signed in',
        middleware: rep,
        responses: { 200: json(RepView, 'The person') },
      }),
      (c) => {
        const { id, name, email, role } = c.var.rep.rep;
        return c.json({ id, name, email, role }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/sign-in-links',
        summary: 'Mails a sign-in link, if the address is the team’s; the answer is the same when it is not',
        request: { body: body(z.object({ email: bounded.email })) },
        responses: { 202: { description: 'Asked' } },
      }),
      async (c) => {
        assertOwnPage(c, config.publicUrl);
        const { email } = c.req.valid('json');
        anyLinks.count(addressOf(c), 'ask for a link');
        links.count(email.toLowerCase(), 'ask for a link');
        await signIn.requestLink(email);
        return c.body(null, 202);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/session',
        summary: 'Signs in with the token of a mailed link; it works once',
        request: { body: body(z.object({ token: z.string().min(1).max(200) })) },
        responses: { 204: { description: 'Signed in; the session is in the cookie' } },
      }),
      async (c) => {
        assertOwnPage(c, config.publicUrl);
        const session = await signIn.signInByLink(c.req.valid('json').token).catch((error: unknown) => {
          if (error instanceof Refusal) failures.count(addressOf(c), 'sign in');
          throw error;
        });
        keepSession(c, config.publicUrl, session);
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/session',
        summary: 'Signs out',
        responses: { 204: { description: 'The session is over' } },
      }),
      async (c) => {
        assertOwnPage(c, config.publicUrl);
        const token = getCookie(c, sessionCookie);
        if (token !== undefined) await signIn.signOut(token.slice(0, 200));
        deleteCookie(c, sessionCookie, { path: '/' });
        return c.body(null, 204);
      },
    );
}
