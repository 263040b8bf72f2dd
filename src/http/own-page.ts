import type { Context } from 'hono';
import { Refusal } from '#domain/refusal.ts';

/**
 * A change that rides on the session cookie must come from our own pages: it carries a header no other site may send without being
 * asked, and what the browser says about its origin agrees.
 */
export function assertOwnPage(c: Context, publicUrl: string): void {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return;
  if (c.req.header('x-redress') !== '1')
    throw new Refusal('not-allowed', 'Changes need the header X-Redress: 1, which the workspace sends.');
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const own = [new URL(publicUrl).host, new URL(c.req.url).host];
  const isForeign =
    (site !== undefined && site !== 'same-origin') || (origin !== undefined && !own.includes(hostOf(origin)));
  if (isForeign)
    throw new Refusal('not-allowed', 'Changes can be made from the workspace only, not from another site.');
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : '');
