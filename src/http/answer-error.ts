import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ZodError } from 'zod';
import { Refusal, type RefusalCode } from '#domain/refusal.ts';
import type { HttpParts } from './parts.ts';
import { problemResponse } from './problem.ts';

/** The one place where a rule's no becomes an HTTP status. */
export const statusOf = {
  'not-found': 404,
  'not-allowed': 403,
  'sign-in-needed': 401,
  'already-disputed': 409,
  'moved-on': 409,
  'illegal-move': 409,
  'over-quantity': 422,
  'over-credit': 422,
  'not-confirmed': 409,
  'approval-needed': 403,
  'preview-changed': 409,
  expired: 410,
  'not-possible': 422,
  invalid: 422,
  'too-many': 429,
  unreachable: 503,
} satisfies Record<RefusalCode, number>;

/** Faults of the request itself, before any rule was asked. */
const faults: Record<number, { code: string; detail: string }> = {
  400: { code: 'malformed', detail: 'The body is not well-formed JSON.' },
  413: { code: 'too-large', detail: 'The request is too large: 64 kB can be read at once.' },
  415: { code: 'not-json', detail: 'Send JSON, with the header Content-Type: application/json.' },
};

/** Answers what a handler threw. What is neither a refusal nor the request's fault is ours: logged whole, shown as an id. */
export const answerError =
  ({ log, newId }: Pick<HttpParts, 'log'> & { newId: () => string }) =>
  (error: Error, c: Context): Response => {
    if (error instanceof Refusal) return refused(error, c);
    if (error instanceof HTTPException && error.res) return error.res;
    const fault = error instanceof HTTPException ? faults[error.status] : undefined;
    if (error instanceof HTTPException && fault) return problemResponse({ status: error.status, ...fault });
    const errorId = newId();
    log.error(
      { errorId, method: c.req.method, route: c.req.routePath, error: wholeOf(error) },
      'A request failed',
    );
    return problemResponse({
      status: 500,
      code: 'failed',
      detail: `Something went wrong on our side. If it stays, tell us this number: ${errorId}`,
      facts: { errorId },
    });
  };

function refused(refusal: Refusal, c: Context): Response {
  const status = statusOf[refusal.code];
  if (c.req.path.startsWith('/documents/') && c.req.header('accept')?.includes('text/html'))
    return new Response(`${refusal.message}\n`, {
      status,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  const { field, retryAfter, ...details } = refusal.details;
  const fields = typeof field === 'string' ? { fields: [{ name: field, message: refusal.message }] } : {};
  return problemResponse({
    status,
    code: refusal.code,
    detail: refusal.message,
    facts: { ...details, ...fields },
    headers: {
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...(typeof retryAfter === 'number' ? { 'retry-after': String(retryAfter) } : {}),
    },
  });
}

/** Answers a request whose parts do not have the shape they should: which, and why. */
export function answerInvalid(result: { success: true } | { success: false; error: ZodError }) {
  if (result.success) return undefined;
  const fields = result.error.issues.slice(0, 20).map(({ path, message }) => ({
    name: path.map(String).join('.').slice(0, 200) || 'body',
    message,
  }));
  const [first] = fields;
  return problemResponse({
    status: 422,
    code: 'invalid',
    detail: first ? `${first.name}: ${first.message}` : 'The request is not as it should be.',
    facts: { fields },
  });
}

const wholeOf = (error: Error) => {
  const cause = error.cause instanceof Error ? `\nCaused by ${error.cause.stack}` : '';
  return `${error.stack}${cause}`;
};
