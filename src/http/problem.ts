import { STATUS_CODES } from 'node:http';
import { z } from '@hono/zod-openapi';

/** The body of every refusal (RFC 9457), with the facts that help to mend it beside the standard members. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  fields: z.array(z.object({ name: z.string(), message: z.string() })).optional(),
});

export type ProblemFacts = {
  readonly status: number;
  readonly code: string;
  /** One sentence for a person: what is wrong and what can be done. */
  readonly detail: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
};

export function problemResponse({ status, code, detail, facts = {}, headers = {} }: ProblemFacts): Response {
  const title = STATUS_CODES[status] ?? 'Error';
  const body = { ...facts, type: 'about:blank', title, status, detail, code };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
}
